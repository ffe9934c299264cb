import { ChanceNote } from '#understand/chanceNote.pages.tsx'
import type { Measure, MeasureVersion } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { History } from '#understand/measureHistory.pages.tsx'
import { kindOf } from '#understand/measureKind.ts'
import { BETTER, chartLabel, every, rangesLabel, rulesLabel, targets } from '#understand/measureWords.ts'
import type { SeriesSummary } from '#understand/series.ts'

/** Every measure, under the heading that it has on the overview. */
export function MeasuresPage({ measures }: { readonly measures: readonly Measure[] }) {
  if (measures.length === 0) return <NoMeasures />
  const areas = Map.groupBy(measures, ({ definition }) => definition.area || 'Without an area')
  return (
    <>
      <h1>Measures</h1>
      <p className="gt-lead">What is counted, how, and which way is better. Every change is kept as a version.</p>
      <div className="gt-actions">
        <a className="gt-button" href="/measures/new">
          Define a measure
        </a>
        <a href="/measures/packs/new">Apply a pack (YAML)</a>
        <a href="/measures/pack.yaml">Download all as a pack (YAML)</a>
      </div>
      {[...areas].map(([area, those]) => (
        <section key={area}>
          <h2 id={idOf(area)}>{area}</h2>
          <table className="gt-table gt-table--stack gt-table--even" aria-labelledby={idOf(area)}>
            <thead>
              <tr>
                <th scope="col">Measure</th>
                <th scope="col">Kind</th>
                <th scope="col">Chart</th>
                <th scope="col">Every</th>
                <th scope="col" className="gt-number">
                  Series
                </th>
                <th scope="col" className="gt-number">
                  Version
                </th>
              </tr>
            </thead>
            <tbody>
              {those.map(({ id, definition, series, version }) => (
                <tr key={id}>
                  <th scope="row">
                    <a href={`/measures/${definition.code}`}>{definition.name}</a>
                  </th>
                  <td data-label="Kind">{kindOf(definition.kind).label}</td>
                  <td data-label="Chart">{chartLabel(definition)}</td>
                  <td data-label="Every">{every(definition)}</td>
                  <td data-label="Series" className="gt-number">
                    {series}
                  </td>
                  <td data-label="Version" className="gt-number">
                    {version}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ))}
    </>
  )
}

function NoMeasures() {
  return (
    <>
      <h1>Measures</h1>
      <p className="gt-lead">
        <b>Nothing is measured yet.</b> Bring a file and its measures are proposed to you, or define the first one
        yourself.
      </p>
      <div className="gt-actions">
        <a className="gt-button" href="/imports/new">
          Bring a file
        </a>
        <a href="/measures/new">Define a measure</a>
        <a href="/measures/packs/new">Apply a pack (YAML)</a>
      </div>
    </>
  )
}

interface MeasurePageProps {
  readonly measure: Measure
  readonly history: readonly MeasureVersion[]
  readonly series: readonly SeriesSummary[]
}

/** One definition, the series that it has, and how it came to be what it is. */
export function MeasurePage({ measure, history, series }: MeasurePageProps) {
  const { definition } = measure
  return (
    <>
      <h1>{definition.name}</h1>
      <p className="gt-facts">
        {[definition.area, `version ${measure.version}`, BETTER[definition.better]].filter(Boolean).join(', ')}.
      </p>
      {definition.why && <p className="gt-lead">{definition.why}</p>}
      <div className="gt-actions">
        <a className="gt-button" href={`/measures/${definition.code}/edit`}>
          Change the definition
        </a>
        <a className="gt-button gt-button--second" href={`/measures/${definition.code}/chart`}>
          Change its chart or rules
        </a>
        <a href={`/measures/${definition.code}/pack.yaml`}>Download as a pack (YAML)</a>
      </div>
      <Definition definition={definition} />
      <h2 id="series">Its charts</h2>
      {isComparable(definition, series) && (
        <p>
          <a href={`/measures/${definition.code}/funnel`}>Compare them side by side, in one {definition.period}</a>
        </p>
      )}
      <SeriesList code={definition.code} series={series} />
      <ChanceNote judged={series.filter(({ tooFew }) => !tooFew)} level={3} />
      {series.length > 0 && (
        <p>
          <a href={`/measures/${definition.code}/figure`}>Type a figure for another unit</a>
        </p>
      )}
      <h2 id="history">What changed, and why</h2>
      <History history={history} />
    </>
  )
}

function isComparable({ kind }: MeasureDefinition, series: readonly SeriesSummary[]): boolean {
  return kindOf(kind).funnel !== null && new Set(series.map(({ holder }) => holder.id)).size > 1
}

function Definition({ definition }: { readonly definition: MeasureDefinition }) {
  const rows: readonly (readonly [string, string])[] = [
    ['Kind', kindOf(definition.kind).label],
    ['What is counted', definition.numerator],
    ['Out of what', definition.denominator],
    ['Unit', definition.unit],
    ['Every', every(definition)],
    ['Chart', chartLabel(definition)],
    ['Rules', rulesLabel(definition)],
    ['Very large jumps', definition.screenRanges ? '' : rangesLabel(definition)],
    ['Target', targets(definition)],
    ['Owner', definition.owner],
    ['Source', definition.source],
    ['Code', definition.code],
  ]
  return (
    <dl className="gt-definition">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

function SeriesList({ code, series }: { readonly code: string; readonly series: readonly SeriesSummary[] }) {
  if (series.length === 0) {
    return (
      <>
        <p>
          <b>No figures yet.</b> Type the first one or bring a file. A chart appears with the first figure, limits with
          the thirteenth.
        </p>
        <p className="gt-actions">
          <a className="gt-button" href={`/measures/${code}/figure`}>
            Type a figure
          </a>
          <a href="/imports/new">Bring a file</a>
        </p>
      </>
    )
  }
  return (
    <ul className="gt-list">
      {series.map((one) => (
        <li key={one.id}>
          <a href={`/series/${one.id}`}>{one.stratum ? `${one.holder.name}, ${one.stratum}` : one.holder.name}</a>{' '}
          <span className="gt-small">
            {one.holder.kind === 'peer' ? 'peer, ' : ''}
            {one.latestLabel}
          </span>
        </li>
      ))}
    </ul>
  )
}

function idOf(area: string): string {
  return `area-${area.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}
