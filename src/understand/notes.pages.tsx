import { ErrorSummary, SelectField, TextArea } from '#platform/html/fields.tsx'
import { periodLabel } from '#understand/period.ts'
import { dayText } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

interface Props {
  readonly view: SeriesView
  readonly period: string
  readonly text: string
  readonly faults: Readonly<Record<string, string>>
}

/** Events on the chart: note one, take one away. */
export function NotesPage({ view, period, text, faults }: Props) {
  const calendar = calendarOf(view.definition)
  const periods = view.observations.periods.toReversed()
  if (periods.length === 0) {
    return (
      <>
        <h1>Note an event</h1>
        <p>An event stands beside a figure, and there is none yet.</p>
        <p>
          <a href={`/series/${view.id}/figure`}>Type the first figure</a>
        </p>
      </>
    )
  }
  return (
    <>
      <form method="post" action={`/series/${view.id}/notes`} className="gt-form" noValidate>
        <ErrorSummary title="Nothing is noted yet" faults={faults} />
        <h1>Note an event</h1>
        <p className="gt-lead">
          Something that happened and may explain a change, such as a ward that moved. It stands on the chart, with your
          name in the record.
        </p>
        <SelectField
          name="period"
          label="When"
          value={period}
          fault={faults.period}
          options={periods.map((one) => ({ value: String(one), label: periodLabel(one, calendar) }))}
        />
        <TextArea
          name="text"
          label="What happened"
          hint="A few words. No names of patients or staff, please."
          value={text}
          fault={faults.text}
          rows={2}
        />
        <p className="gt-actions">
          <button type="submit" className="gt-button">
            Note it on the chart
          </button>
          <a href={`/series/${view.id}`}>Back to the chart</a>
        </p>
      </form>
      {view.annotations.length > 0 && (
        <section>
          <h2>On the chart now</h2>
          <ul className="gt-plain gt-history">
            {view.annotations.map((note) => (
              <li key={note.id}>
                <strong>{periodLabel(note.period, calendar)}.</strong> {note.text}
                <span className="gt-small">
                  {note.recordedBy}, {dayText(note.recordedAt)}
                </span>
                <form method="post" action={`/series/${view.id}/notes/${note.id}/remove`}>
                  <button type="submit" className="gt-link">
                    Remove<span className="gt-hidden"> the note of {periodLabel(note.period, calendar)}</span>
                  </button>
                </form>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
