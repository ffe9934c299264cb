import {
  assuranceIconSvg,
  assuranceName,
  type ControlChart,
  controlChartSvg,
  legendOf,
  pointShapeSvg,
  signalLetters,
  variationIconSvg,
  variationName,
} from '@golden-thread/charts'
import { chartType, explain } from '@golden-thread/spc'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'
import { kindOf } from '#understand/measureKind.ts'
import { periodLabel, shortLabel } from '#understand/period.ts'
import { chartOf, dayText, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { DataTable } from '#understand/seriesTable.pages.tsx'
import { wordingOf } from '#understand/wording.ts'

const BETTER = { higher: 'higher is better', lower: 'lower is better', neither: 'neither way is better' } as const

export interface SeriesPageProps {
  readonly view: SeriesView
  /** Every period in the table, or the latest twelve. */
  readonly all: boolean
}

export function SeriesPage({ view, all }: SeriesPageProps) {
  const chart = chartOf(view)
  return (
    <>
      <div className="gt-head">
        <div>
          <h1>{view.definition.name}</h1>
          <Facts view={view} />
        </div>
        <Actions view={view} />
      </div>
      <div className="gt-split">
        <div>
          <ReadingWithVerdicts view={view} />
          {view.analysis.latest < 0 ? <NoFigures view={view} /> : <Chart chart={chart} />}
          <Proposal view={view} />
          <Signals view={view} />
        </div>
        <div className="gt-side">
          <AboutFigures view={view} />
          <Limits view={view} />
          <Notes view={view} />
        </div>
      </div>
      <DataTable view={view} chart={chart} all={all} />
      <Known view={view} />
    </>
  )
}

function Facts({ view }: { readonly view: SeriesView }) {
  const { definition, holder, stratum } = view
  const facts = [
    [holder.name, stratum].filter(Boolean).join(', '),
    `every ${definition.period}`,
    definition.unit && definition.unit !== '%' ? definition.unit : kindOf(definition.kind).label.toLowerCase(),
    BETTER[definition.better],
  ]
  return (
    <p className="gt-facts">
      {facts.filter(Boolean).join(' · ')} ·{' '}
      <a href={`/measures/${definition.code}`}>definition, version {view.definitionVersion}</a>
    </p>
  )
}

function Actions({ view }: { readonly view: SeriesView }) {
  const at = `/series/${view.id}`
  return (
    <div className="gt-actions">
      <a className="gt-button" href={`${at}/figure`}>
        Type a figure
      </a>
      <a className="gt-button gt-button--second" href={`${at}/limits`}>
        Set new limits
      </a>
      <a className="gt-button gt-button--second" href="#notes">
        Note an event
      </a>
      <details className="gt-download">
        <summary className="gt-button gt-button--second">Download</summary>
        <ul>
          <li>
            <a href={`${at}/chart.svg`}>Chart as SVG</a>
          </li>
          <li>
            <a href={`${at}/chart.png`}>Chart as PNG</a>
          </li>
          <li>
            <a href={`${at}/data.csv`}>Figures as CSV</a>
          </li>
          <li>
            <a href={`${at}/data.xlsx`}>Figures as XLSX</a>
          </li>
        </ul>
      </details>
    </div>
  )
}

export function ReadingWithVerdicts({ view }: { readonly view: SeriesView }) {
  const said = readingOf(view)
  const waiting = view.analysis.pointsToCome > 0
  return (
    <div className="gt-opening">
      <p className="gt-reading">
        <strong>{said.headline}</strong> {said.rest}
      </p>
      {!waiting && (
        <ul className="gt-verdicts">
          <li>
            <Markup html={variationIconSvg(view.analysis.variation, 48)} />
            <span>
              <strong>{variationName(view.analysis.variation)}</strong>
              <span className="gt-small">{said.variationReason}</span>
            </span>
          </li>
          <li>
            <Markup html={assuranceIconSvg(view.analysis.assurance, 48)} />
            <span>
              <strong>{assuranceName(view.analysis.assurance)}</strong>
              <span className="gt-small">{said.assuranceReason}</span>
            </span>
          </li>
        </ul>
      )}
    </div>
  )
}

export function Chart({ chart }: { readonly chart: ControlChart }) {
  const type = chartType(chart.analysis.chart)
  const hasLimits = chart.analysis.upper.some((value) => !Number.isNaN(value))
  return (
    <figure className="gt-chart">
      <MarkupBlock className="gt-chart__desk" html={controlChartSvg(chart, 'desk')} />
      <MarkupBlock className="gt-chart__phone" html={controlChartSvg(chart, 'phone')} />
      <figcaption>
        <ul className="gt-legend">
          {legendOf(chart).map((entry) => (
            <li key={entry.name}>
              <Markup html={pointShapeSvg(entry)} /> {entry.name}
            </li>
          ))}
        </ul>
        <p className="gt-small">
          {type.label} chart{hasLimits ? '; the tint is the range that chance alone would give' : ''}.{' '}
          <a href="#data">The same as a table</a>.
        </p>
        {chart.stamp && <p className="gt-small">{chart.stamp}.</p>}
      </figcaption>
    </figure>
  )
}

function NoFigures({ view }: { readonly view: SeriesView }) {
  return (
    <p>
      <strong>No figures yet.</strong> <a href={`/series/${view.id}/figure`}>Type the first one</a> or{' '}
      <a href="/imports/new">bring a file</a>. A chart appears with the first figure, limits with the thirteenth.
    </p>
  )
}

function Signals({ view }: { readonly view: SeriesView }) {
  if (view.signals.length === 0 || view.analysis.pointsToCome > 0) return null
  const letters = signalLetters(view.signals)
  const wording = wordingOf(view.definition, view.observations.periods)
  const newestFirst = view.signals.map((signal, i) => ({ signal, letter: letters[i]! })).reverse()
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why these points are marked</h2>
      <ul className="gt-signals">
        {newestFirst.map(({ signal, letter }) => {
          const said = explain(signal, view.analysis, wording)
          return (
            <li key={letter}>
              <Markup html={pointShapeSvg({ form: signal.verdict, ring: signal.rule === 'outside', name: '' })} />
              <div>
                <strong>
                  {letter} {said.title}
                </strong>
                <p>{said.text}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Proposal({ view }: { readonly view: SeriesView }) {
  const { proposedPhase } = view
  if (!proposedPhase) return null
  const start = periodLabel(proposedPhase.start, calendarOf(view.definition))
  return (
    <section className="gt-panel" aria-labelledby="proposal">
      <h2 id="proposal">Set new limits from {start}?</h2>
      <p>
        Version {proposedPhase.version} of the definition counts something else ({proposedPhase.why}). Old and new
        figures may not belong in one stretch. It is your decision: the reason you give stays on the chart.
      </p>
      <p className="gt-actions">
        <a className="gt-button gt-button--second" href={`/series/${view.id}/limits?start=${proposedPhase.start}`}>
          Compare with and without
        </a>
      </p>
      <form method="post" action={`/series/${view.id}/limits/keep`} className="gt-inline">
        <input type="hidden" name="version" value={proposedPhase.version} />
        <label className="gt-label" htmlFor="keep-reason">
          Or the limits stay, because
        </label>
        <input className="gt-input" id="keep-reason" name="reason" required maxLength={300} />
        <button type="submit" className="gt-button gt-button--second">
          Keep the limits
        </button>
      </form>
    </section>
  )
}

function AboutFigures({ view }: { readonly view: SeriesView }) {
  const { definition, analysis, observations } = view
  const latest = analysis.latest < 0 ? null : observations.periods[analysis.latest]!
  const facts: readonly (readonly [string, string])[] = [
    ['Latest', latest === null ? 'none yet' : shortLabel(latest, calendarOf(definition))],
    ['Status', observations.provisional[analysis.latest] ? 'provisional' : 'final'],
    ['Known on', view.dataAsAt ? dayText(view.dataAsAt) : '–'],
    ['Source', definition.source || 'not given'],
    ['Owner', definition.owner || 'nobody yet'],
    ['Chart', chartType(analysis.chart).label],
    ['Rules', 'NHS Making Data Count'],
    ['Engine', analysis.engine],
  ]
  return (
    <section aria-labelledby="about">
      <h2 id="about">About these figures</h2>
      <dl className="gt-definitions">
        {facts.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Limits({ view }: { readonly view: SeriesView }) {
  if (view.phases.length === 0) return null
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">New limits</h2>
      <ul className="gt-list">
        {view.phases.map((phase) => (
          <li key={phase.id}>
            <strong>From {periodLabel(phase.start, calendarOf(view.definition))}</strong>: {phase.reason}
            <span className="gt-small">
              {phase.recordedBy}, {dayText(phase.recordedAt)}
            </span>
            <form method="post" action={`/series/${view.id}/limits/${phase.id}/withdraw`}>
              <button type="submit" className="gt-link">
                Withdraw these limits
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Notes({ view }: { readonly view: SeriesView }) {
  const calendar = calendarOf(view.definition)
  const periods = view.observations.periods.toReversed()
  return (
    <section aria-labelledby="notes">
      <h2 id="notes">Events</h2>
      {view.annotations.length > 0 && (
        <ul className="gt-list">
          {view.annotations.map((note) => (
            <li key={note.id}>
              <strong>{periodLabel(note.period, calendar)}</strong>: {note.text}
              <span className="gt-small">
                {note.recordedBy}, {dayText(note.recordedAt)}
              </span>
              <form method="post" action={`/series/${view.id}/notes/${note.id}/remove`}>
                <button type="submit" className="gt-link">
                  Remove this note
                </button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {periods.length > 0 && (
        <form method="post" action={`/series/${view.id}/notes`}>
          <label className="gt-label" htmlFor="note-period">
            When
          </label>
          <select className="gt-input gt-select" id="note-period" name="period">
            {periods.slice(0, 60).map((period) => (
              <option key={period} value={period}>
                {shortLabel(period, calendar)}
              </option>
            ))}
          </select>
          <label className="gt-label" htmlFor="note-text">
            What happened
          </label>
          <input className="gt-input" id="note-text" name="text" required maxLength={120} />
          <button type="submit" className="gt-button gt-button--second">
            Note it on the chart
          </button>
        </form>
      )}
    </section>
  )
}

function Known({ view }: { readonly view: SeriesView }) {
  if (view.known.length === 0) return null
  return (
    <section aria-labelledby="known">
      <h2 id="known">What was known when</h2>
      <ul className="gt-list">
        {view.known.slice(0, 24).map((entry) => (
          <li key={entry.importId}>
            <a href={`/imports/${entry.importId}`}>{entry.fileName}</a>
            <span className="gt-small">
              {dayText(entry.knownAt)}
              {entry.by && `, ${entry.by}`}: {entry.periods.length} {entry.periods.length === 1 ? 'period' : 'periods'}
              {entry.restated > 0 && `, ${entry.restated} restated`}
              {entry.takenBack && ', taken back'}. Then: {variationName(entry.variation).toLowerCase()},{' '}
              {assuranceName(entry.assurance).toLowerCase()}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
