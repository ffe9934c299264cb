import { ErrorSummary, SelectField, TextArea } from '#platform/html/fields.tsx'
import { SideBySide } from '#understand/comparison.pages.tsx'
import { possibleStarts } from '#understand/limitsStart.ts'
import { periodLabel, shortLabel } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

export interface LimitsPageProps {
  readonly view: SeriesView
  /** The series as it would read; null until a period is chosen. */
  readonly changed: SeriesView | null
  readonly start: number | null
  readonly baseline: string
  readonly reason: string
  readonly faults: Readonly<Record<string, string>>
}

/** New limits from a period on: compared first, recorded with a reason. */
export function LimitsPage({ view, changed, start, baseline, reason, faults }: LimitsPageProps) {
  const calendar = calendarOf(view.definition)
  const choices = possibleStarts(view)
  const at = `/series/${view.id}/limits`
  if (choices.length === 0) {
    return (
      <>
        <h1>Set new limits</h1>
        <p>New limits need figures before and after them. There are too few yet.</p>
      </>
    )
  }
  return (
    <>
      <ErrorSummary title="Nothing is recorded yet" faults={faults} />
      <h1>Set new limits</h1>
      <p className="gt-lead">
        Set new limits only where you know that the process itself changed, and why. A run of good or bad figures alone
        is no reason.
      </p>
      <form method="get" action={at} className="gt-filters gt-filters--few">
        <SelectField
          name="start"
          label="New limits from"
          value={String(start ?? '')}
          fault={faults.start}
          options={choices.map((period) => ({ value: String(period), label: shortLabel(period, calendar) }))}
        />
        <SelectField
          name="baseline"
          label="Limits made by"
          value={baseline}
          fault={faults.baseline}
          options={[
            { value: '', label: 'all figures from then on' },
            ...[13, 15, 20, 24].map((points) => ({ value: String(points), label: `the first ${points} figures` })),
          ]}
        />
        <button type="submit" className="gt-button gt-button--second">
          Compare with and without
        </button>
      </form>
      {changed && start !== null && (
        <>
          <SideBySide
            before={view}
            after={changed}
            title={`With new limits from ${periodLabel(start, calendar)}`}
            column="With new limits"
          />
          <form method="post" action={at} className="gt-form">
            <input type="hidden" name="start" value={start} />
            <input type="hidden" name="baseline" value={baseline} />
            <TextArea
              name="reason"
              label="What changed?"
              hint="A few words. They stand on the chart, with your name and today’s date."
              value={reason}
              fault={faults.reason}
              rows={2}
            />
            <p className="gt-actions">
              <button type="submit" className="gt-button">
                Record the new limits
              </button>
              <a href={`/series/${view.id}`}>Leave the limits as they are</a>
            </p>
          </form>
        </>
      )}
    </>
  )
}
