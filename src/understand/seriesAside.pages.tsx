import { chartType } from '@golden-thread/spc'
import { rulesLabel } from '#understand/measureWords.ts'
import { periodLabel } from '#understand/period.ts'
import { dayText, sourceOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

/** Where the figures come from, and what stands behind the verdicts. */
export function AboutFigures({ view }: { readonly view: SeriesView }) {
  const { definition, analysis } = view
  const facts: readonly (readonly [string, string])[] = [
    ['Latest', latestText(view)],
    ['Data as at', view.dataAsAt ? dayText(view.dataAsAt) : '–'],
    ['Source', sourceOf(view)],
    ['Owner', definition.owner || 'nobody yet'],
    ['Counted', definition.numerator],
    ['Out of', definition.denominator],
    ['Why', definition.why],
    ['Chart', chartType(analysis.chart).label],
    ['Rules', `${rulesLabel(definition)}; engine ${analysis.engine}`],
  ]
  return (
    <section aria-labelledby="about">
      <h2 id="about">About these figures</h2>
      <dl className="gt-definitions">
        {facts
          .filter(([, text]) => text !== '')
          .map(([term, text]) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{text}</dd>
            </div>
          ))}
      </dl>
    </section>
  )
}

function latestText({ analysis, observations, definition }: SeriesView): string {
  const { latest } = analysis
  if (latest < 0) return 'none yet'
  const status = observations.provisional[latest] ? 'provisional' : 'final'
  return `${periodLabel(observations.periods[latest]!, calendarOf(definition))}, ${valueText(analysis.values[latest]!, definition)}, ${status}`
}

/** Who set new limits from when, and why; each can be withdrawn. */
export function LimitsRecord({ view }: { readonly view: SeriesView }) {
  if (view.phases.length === 0) return null
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">New limits</h2>
      <ul className="gt-plain">
        {view.phases.map((phase) => (
          <li key={phase.id}>
            <strong>From {periodLabel(phase.start, calendarOf(view.definition))}.</strong> {phase.reason}
            <span className="gt-small">
              {phase.recordedBy}, {dayText(phase.recordedAt)}
              {phase.baseline !== null && `; from the first ${phase.baseline} figures`}
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

/** What people noted on the chart. */
export function NotesRecord({ view }: { readonly view: SeriesView }) {
  if (view.annotations.length === 0) return null
  return (
    <section aria-labelledby="events">
      <h2 id="events">Events</h2>
      <ul className="gt-plain">
        {view.annotations.map((note) => (
          <li key={note.id}>
            <strong>{periodLabel(note.period, calendarOf(view.definition))}.</strong> {note.text}
            <span className="gt-small">
              {note.recordedBy}, {dayText(note.recordedAt)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/series/${view.id}/notes`}>Add or remove</a>
      </p>
    </section>
  )
}
