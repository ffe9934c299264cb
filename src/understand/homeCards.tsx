import {
  assuranceName,
  sparklineSvg,
  variationAlternative,
  variationIconSvg,
  variationName,
} from '@golden-thread/charts'
import type { Organisation } from '#organisation/organisation.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Markup } from '#platform/html/markup.tsx'
import { ChanceNote } from '#understand/chanceNote.pages.tsx'
import { listImports } from '#understand/imports.store.ts'
import { arrange, chosenFrom } from '#understand/overview.ts'
import { overviewReading } from '#understand/overviewReading.ts'
import { matrixRowOf, nameText } from '#understand/overviewRows.ts'
import { dayText } from '#understand/series.chart.ts'
import { listSummaries } from '#understand/series.store.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

/** The first page names this many; the overview has them all. */
const MOST = 6

/** What is changing among our own series, or what to do first. */
export async function overviewCard(db: OrganisationDb, { code }: Organisation) {
  const { judged, tooFew } = arrange(await listSummaries(db), chosenFrom({}))
  if (judged.length + tooFew.length === 0) return <FirstSteps />
  const { headline, rest } = overviewReading(judged, tooFew, (series) => nameText(series, code))
  const worse = judged.filter((series) => matrixRowOf(series.variation) === 'concerning')
  const shown = worse.length > 0 ? worse : judged.filter((series) => series.variation !== 'commonCause')
  return (
    <>
      <h2>What is changing</h2>
      <p className="gt-reading">
        <strong>{headline}</strong> {rest}
      </p>
      <ul className="gt-rows">
        {shown.slice(0, MOST).map((series) => (
          <Row key={series.id} series={series} root={code} />
        ))}
      </ul>
      <ChanceNote judged={judged} level={3} />
      <p className="gt-actions">
        <a className="gt-button" href="/overview">
          See where each measure stands
        </a>
        {worse.length > MOST && <a href="/overview?variation=concerning">All {worse.length} that get worse</a>}
      </p>
    </>
  )
}

function Row({ series, root }: { readonly series: SeriesSummary; readonly root: string }) {
  return (
    <li>
      <Markup html={variationIconSvg(series.variation, 40, { label: variationAlternative(series.variation) })} />
      <span>
        <a href={`/series/${series.id}`}>{nameText(series, root)}</a>
        <span className="gt-small">
          {variationName(series.variation)}, {assuranceName(series.assurance).toLowerCase()}. {series.latestLabel}:{' '}
          {valueText(series.value, series)}
        </span>
      </span>
      <Markup html={sparklineSvg(series.spark)} />
    </li>
  )
}

/** The files that came last, and the way to bring the next. */
export async function importsCard(db: OrganisationDb) {
  const latest = (await listImports(db, 20)).filter((one) => one.state === 'accepted').slice(0, 4)
  if (latest.length === 0) return null
  return (
    <>
      <h2>Newest figures</h2>
      <ul className="gt-plain">
        {latest.map((one) => (
          <li key={one.id}>
            <a href={`/imports/${one.id}`}>{one.fileName}</a>
            <span className="gt-small gt-block">
              {one.acceptedAt && dayText(one.acceptedAt)}, {one.summary.series}{' '}
              {one.summary.series === 1 ? 'chart' : 'charts'}
            </span>
          </li>
        ))}
      </ul>
      <p className="gt-actions">
        <a className="gt-button gt-button--second" href="/imports/new">
          Bring a file
        </a>
      </p>
      <p className="gt-small">
        The table you already have, as it is. You see what it would change before it does, and can take it back.
      </p>
    </>
  )
}

function FirstSteps() {
  return (
    <>
      <h2>Begin here</h2>
      <ol className="gt-list">
        <li>
          <a href="/imports/new">Bring a file</a> that you already have: CSV, Excel, OpenDocument or JSON. You see what
          it would change before it does.
        </li>
        <li>
          Or <a href="/measures/new">define a measure</a> and type its first figure.
        </li>
        <li>
          <a href="/units">Draw up your units</a>: sites, divisions, wards.
        </li>
      </ol>
      <p className="gt-actions">
        <a className="gt-button" href="/imports/new">
          Bring a file
        </a>
        <a href="/help/reading-a-chart">How to read a control chart</a>
      </p>
    </>
  )
}
