import { assuranceName, variationIconSvg, variationName } from '@golden-thread/charts'
import { Markup } from '#platform/html/markup.tsx'
import { counted } from '#understand/counted.ts'
import { moment } from '#understand/moment.ts'
import { type PeriodNumber, shortLabel } from '#understand/period.ts'
import { placeText, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { reasonSaid } from '#understand/seriesKnown.pages.tsx'
import { calendarOf } from '#understand/seriesState.ts'
import type { VerdictEntry } from '#understand/thenAndNow.store.ts'
import type { Cause, Step, Verdicts } from '#understand/thenAndNow.ts'

export interface ThenAndNowProps {
  readonly view: SeriesView
  /** Newest first. */
  readonly entries: readonly VerdictEntry[]
  /** How many the log has. */
  readonly all: number
}

/** More periods than this are counted, not named. */
const MOST_NAMED = 4

/** What was said when each import, definition, limit or engine came, what is said now of the same period, and why they differ. */
export function ThenAndNowPage({ view, entries, all }: ThenAndNowProps) {
  const differing = entries.filter(differs).length
  const { headline } = readingOf(view)
  return (
    <>
      <h1>Verdict then and now</h1>
      <p className="gt-lead">
        {view.definition.name}, {placeText(view)}. Now: {headline}
      </p>
      <p className="gt-reading">
        <strong>{summary(differing, entries.length)}</strong> Each time something was recorded, the verdict at the
        latest figure was kept. Beside it stands what would be said of that same {view.definition.period} today, as if
        nothing had come after it.
      </p>
      <table className="gt-table gt-table--stack">
        <caption className="gt-hidden">Verdicts as they were recorded, newest first</caption>
        <thead>
          <tr>
            <th scope="col">Recorded</th>
            <th scope="col">What</th>
            <th scope="col">Latest figure then</th>
            <th scope="col">Said then</th>
            <th scope="col">Said of it now</th>
            <th scope="col">Why they differ</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, place) => (
            <Row key={place} entry={entry} view={view} />
          ))}
        </tbody>
      </table>
      {entries.length < all && (
        <p>
          The latest {entries.length} are shown. <a href="?all=yes">Show all {counted(all)}</a>
        </p>
      )}
      <p>
        <a href={`/series/${view.id}`}>Back to the chart</a>
      </p>
    </>
  )
}

function differs({ steps, now, period }: VerdictEntry): boolean {
  return period !== null && (steps.length > 0 || now === null)
}

function summary(differing: number, all: number): string {
  if (all === 0) return 'Nothing was recorded yet.'
  if (differing === 0) return 'What was said then would be said today as well.'
  return `${differing === 1 ? 'One verdict' : `${counted(differing)} verdicts`} of ${counted(all)} would be another today.`
}

function Row({ entry, view }: { readonly entry: VerdictEntry; readonly view: SeriesView }) {
  const { period, said, now, steps } = entry
  const calendar = calendarOf(view.definition)
  return (
    <tr>
      <th scope="row">
        {moment(entry.knownAt)}
        <span className="gt-small">{entry.by || 'Golden Thread'}</span>
      </th>
      <td data-label="What">
        <What entry={entry} />
      </td>
      <td data-label="Latest then">{period === null ? 'none' : shortLabel(period, calendar)}</td>
      <td data-label="Said then">{period === null ? 'nothing' : <Said verdicts={said} />}</td>
      <td data-label="Now">
        {now ? (
          steps.length === 0 ? (
            'the same'
          ) : (
            <Said verdicts={now} />
          )
        ) : period === null ? (
          '–'
        ) : (
          'nothing: it has no figure any more'
        )}
      </td>
      <td data-label="Why">
        {steps.length === 0 ? (
          '–'
        ) : (
          <ul className="gt-plain">
            {steps.map((step) => (
              <li key={step.cause}>{why(step, entry, view)}</li>
            ))}
          </ul>
        )}
      </td>
    </tr>
  )
}

function What({ entry }: { readonly entry: VerdictEntry }) {
  if (entry.because) return reasonSaid(entry.because, entry)
  return (
    <>
      {entry.takesBack && 'Taken back: '}
      <a href={`/imports/${entry.importId}`}>{entry.fileName}</a>
    </>
  )
}

function Said({ verdicts }: { readonly verdicts: Verdicts }) {
  if (verdicts.isTooShort) return <>Too few points yet</>
  return (
    <>
      <Markup html={variationIconSvg(verdicts.variation, 28)} /> {saidText(verdicts)}
    </>
  )
}

/** "Improving, misses target" */
function saidText({ variation, assurance, isTooShort }: Verdicts): string {
  if (isTooShort) return 'too few points yet'
  return assurance === 'none'
    ? variationName(variation)
    : `${variationName(variation)}, ${assuranceName(assurance).toLowerCase()}`
}

/** "Figures up to then are others now (Mar 2026, Apr 2026): Concerning, misses target." */
function why({ cause, verdicts }: Step, entry: VerdictEntry, view: SeriesView): string {
  return `${CAUSES[cause](entry, view)}: ${saidText(verdicts)}.`
}

const CAUSES: Readonly<Record<Cause, (entry: VerdictEntry, view: SeriesView) => string>> = {
  engine: ({ engine }, { analysis }) => `The statistics were version ${engine}, and are ${analysis.engine}`,
  definition: ({ definitionVersion }, view) =>
    `The definition was version ${definitionVersion}, and is ${view.definitionVersion}`,
  limits: () => 'Limits were set, or points left out, otherwise than now',
  figures: ({ restated }, view) => `Figures up to then are others now (${named(restated, view)})`,
}

function named(periods: readonly PeriodNumber[], { definition }: SeriesView): string {
  const calendar = calendarOf(definition)
  const first = periods.slice(0, MOST_NAMED).map((period) => shortLabel(period, calendar))
  const more = periods.length - first.length
  return [...first, ...(more > 0 ? [`and ${counted(more)} more`] : [])].join(', ')
}
