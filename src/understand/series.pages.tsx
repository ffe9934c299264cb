import { assuranceIconSvg, assuranceName, variationIconSvg, variationName } from '@golden-thread/charts'
import { Markup } from '#platform/html/markup.tsx'
import type { DeclinedRebase } from '#understand/declinedRebase.ts'
import { ExclusionsRecord } from '#understand/exclusions.pages.tsx'
import { kindOf } from '#understand/measureKind.ts'
import { chartOf, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { AdviceOnChart } from '#understand/seriesAdvice.pages.tsx'
import type { SeriesAdvice } from '#understand/seriesAdvice.ts'
import { AboutFigures, LimitsRecord, NotesRecord } from '#understand/seriesAside.pages.tsx'
import { ChartFigure } from '#understand/seriesFigure.pages.tsx'
import { KnownWhen } from '#understand/seriesKnown.pages.tsx'
import { Proposal, WhyMarked } from '#understand/seriesMarks.pages.tsx'
import { DataTable } from '#understand/seriesTable.pages.tsx'
import { DeclinedRecord, SuggestedLimits } from '#understand/suggestedLimits.pages.tsx'

const BETTER = { higher: 'higher is better', lower: 'lower is better', neither: 'neither way is better' } as const

export interface SeriesPageProps {
  readonly view: SeriesView
  readonly advice: SeriesAdvice
  readonly declined: readonly DeclinedRebase[]
  /** Every period in the table, or the latest twelve. */
  readonly allRows: boolean
  /** Every period on a narrow chart, or its latest 24. */
  readonly wholeChart: boolean
  /** Whether one has chosen whom one acts as. */
  readonly isSomebody: boolean
}

/** One chart: the reading first, then what it rests on. */
export function SeriesPage({ view, advice, declined, allRows, wholeChart, isSomebody }: SeriesPageProps) {
  const chart = { ...chartOf(view), showAll: wholeChart }
  const isEmpty = view.analysis.latest < 0
  return (
    <>
      <div className="gt-series">
        <div className="gt-series__head">
          <h1>{view.definition.name}</h1>
          <Facts view={view} />
        </div>
        <Actions view={view} />
        <div className="gt-series__main">
          <Reading view={view} />
          <ChartFigure chart={chart} isEmpty={isEmpty} />
        </div>
        <div className="gt-series__side">
          <AboutFigures view={view} />
        </div>
        <div className="gt-series__why">
          <WhyMarked view={view} />
        </div>
        <div className="gt-series__record">
          <Proposal view={view} isSomebody={isSomebody} />
          {advice.rebase && <SuggestedLimits view={view} suggestion={advice.rebase} isSomebody={isSomebody} />}
          <LimitsRecord view={view} />
          <ExclusionsRecord view={view} />
          <DeclinedRecord view={view} declined={declined} />
          <NotesRecord view={view} />
        </div>
      </div>
      <AdviceOnChart view={view} advice={advice} />
      <DataTable view={view} chart={chart} all={allRows} />
      <KnownWhen view={view} />
    </>
  )
}

function Facts({ view }: { readonly view: SeriesView }) {
  const { definition, holder, stratum } = view
  const unit =
    definition.unit && definition.unit !== '%' ? definition.unit : kindOf(definition.kind).label.toLowerCase()
  const peer = holder.kind === 'peer' ? 'a peer' : ''
  const every = definition.period === 'event' ? 'each event' : `every ${definition.period}`
  const facts = [[holder.name, stratum].filter(Boolean).join(', '), peer, every, unit, BETTER[definition.better]]
  return (
    <p className="gt-facts">
      {facts.filter(Boolean).join(' · ')} ·{' '}
      <a href={`/measures/${definition.code}`}>definition, version {view.definitionVersion}</a>
    </p>
  )
}

function Actions({ view }: { readonly view: SeriesView }) {
  const at = `/series/${view.id}`
  const downloads = [
    ['chart.svg', 'Chart, SVG'],
    ['chart.png', 'Chart, PNG'],
    ['data.csv', 'Figures, CSV'],
    ['data.xlsx', 'Figures, XLSX'],
  ] as const
  return (
    <div className="gt-actions gt-series__actions">
      <a className="gt-button" href={`${at}/figure`}>
        Type a figure
      </a>
      <a className="gt-button gt-button--second" href={`${at}/limits`}>
        Set new limits
      </a>
      <a className="gt-button gt-button--second" href={`${at}/notes`}>
        Note an event
      </a>
      <a className="gt-button gt-button--second" href={`${at}/exclusions`}>
        Leave a point out
      </a>
      <details className="gt-download">
        <summary className="gt-button gt-button--second">Download</summary>
        <ul>
          {downloads.map(([file, title]) => (
            <li key={file}>
              <a href={`${at}/${file}`}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  )
}

/** The verdict in a sentence, the numbers behind it, and both verdicts as icons. */
function Reading({ view }: { readonly view: SeriesView }) {
  const { headline, rest, variationReason, assuranceReason } = readingOf(view)
  const { analysis, id } = view
  const isJudged = analysis.latest >= 0 && !(analysis.pointsToCome > 0 && analysis.phases.length <= 1)
  return (
    <div className="gt-opening">
      <p className="gt-reading">
        <strong>{headline}</strong> {rest}
        {analysis.latest < 0 && (
          <>
            {' '}
            <a href={`/series/${id}/figure`}>Type the first one</a> or <a href="/imports/new">bring a file</a>.
          </>
        )}
      </p>
      {isJudged && (
        <ul className="gt-verdicts">
          <Verdict
            icon={variationIconSvg(analysis.variation, 48)}
            name={variationName(analysis.variation)}
            reason={variationReason}
          />
          <Verdict
            icon={assuranceIconSvg(analysis.assurance, 48)}
            name={assuranceName(analysis.assurance)}
            reason={assuranceReason}
          />
        </ul>
      )}
    </div>
  )
}

function Verdict({ icon, name, reason }: { readonly icon: string; readonly name: string; readonly reason: string }) {
  return (
    <li>
      <Markup html={icon} />
      <span>
        <strong>{name}</strong>
        <span className="gt-small">{reason}</span>
      </span>
    </li>
  )
}
