import { ErrorSummary, SelectField, TextArea } from '#platform/html/fields.tsx'
import { SideBySide } from '#understand/comparison.pages.tsx'
import { possibleExclusions } from '#understand/exclusions.ts'
import { periodLabel, shortLabel } from '#understand/period.ts'
import { dayText } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

export interface ExclusionsPageProps {
  readonly view: SeriesView
  /** The series as it would read; null until a period is chosen. */
  readonly changed: SeriesView | null
  readonly period: number | null
  readonly reason: string
  readonly faults: Readonly<Record<string, string>>
}

/** One figure left out of the limits: compared first, recorded with a reason. */
export function ExclusionsPage({ view, changed, period, reason, faults }: ExclusionsPageProps) {
  const calendar = calendarOf(view.definition)
  const choices = possibleExclusions(view)
  const at = `/series/${view.id}/exclusions`
  return (
    <>
      <ErrorSummary title="Nothing is recorded yet" faults={faults} />
      <h1>Leave a point out of the limits</h1>
      <p className="gt-lead">
        Leave a point out only where you know that its figure does not belong to the process: a fault of recording, or a
        cause that was found and will not come again. It stays on the chart, marked, with your reason.
      </p>
      {choices.length === 0 ? (
        <p>There are too few figures yet: at least one before the latest is needed.</p>
      ) : (
        <form method="get" action={at} className="gt-filters gt-filters--few">
          <SelectField
            name="period"
            label="Leave out"
            value={String(period ?? '')}
            fault={faults.period}
            options={choices.map((one) => ({ value: String(one), label: labelOf(view, one) }))}
          />
          <button type="submit" className="gt-button gt-button--second">
            Compare with and without
          </button>
        </form>
      )}
      {changed && period !== null && (
        <>
          <SideBySide
            before={view}
            after={changed}
            title={`Without ${periodLabel(period, calendar)}`}
            column="Without this point"
          />
          <form method="post" action={at} className="gt-form">
            <input type="hidden" name="period" value={period} />
            <TextArea
              name="reason"
              label="Why does it not belong to the process?"
              hint="A few words. They stand beside the chart, with your name and today’s date."
              value={reason}
              fault={faults.reason}
              rows={2}
            />
            <p className="gt-actions">
              <button type="submit" className="gt-button">
                Leave it out
              </button>
              <a href={`/series/${view.id}`}>Leave the limits as they are</a>
            </p>
          </form>
        </>
      )}
      <ExclusionsRecord view={view} />
    </>
  )
}

/** What is left out of the limits, by whom and why; each can be taken back in. */
export function ExclusionsRecord({ view }: { readonly view: SeriesView }) {
  if (view.excluded.length === 0) return null
  const calendar = calendarOf(view.definition)
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">Left out of the limits</h2>
      <ul className="gt-plain">
        {view.excluded.map((point) => (
          <li key={point.id}>
            <strong>{labelOf(view, point.period)}.</strong> {point.reason}
            <span className="gt-small">
              {point.recordedBy}, {dayText(point.recordedAt)}
            </span>
            <form method="post" action={`/series/${view.id}/exclusions/${point.id}/withdraw`}>
              <button type="submit" className="gt-link">
                Take it back in<span className="gt-hidden">: {periodLabel(point.period, calendar)}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** "Jun 2026, 27.3%"; of several events on one day both values. */
function labelOf({ definition, observations, analysis }: SeriesView, period: number): string {
  const values = observations.periods.flatMap((one, i) =>
    one === period ? [valueText(analysis.values[i]!, definition)] : [],
  )
  return `${shortLabel(period, calendarOf(definition))}, ${values.join(' and ')}`
}
