import { assuranceName, controlChartSvg, variationName } from '@golden-thread/charts'
import { ErrorSummary, SelectField, TextArea } from '#platform/html/fields.tsx'
import { MarkupBlock } from '#platform/html/markup.tsx'
import { possibleStarts } from '#understand/limitsStart.ts'
import { periodLabel, shortLabel } from '#understand/period.ts'
import { chartOf, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

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
          <div className="gt-compare">
            <Side title="As it is" view={view} id="without" />
            <Side title={`With new limits from ${periodLabel(start, calendar)}`} view={changed} id="with" />
          </div>
          <Figures before={view} after={changed} />
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

function Side({ title, view, id }: { readonly title: string; readonly view: SeriesView; readonly id: string }) {
  const said = readingOf(view)
  const chart = chartOf(view, id)
  return (
    <section aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`}>{title}</h2>
      <MarkupBlock className="gt-compare__chart" html={controlChartSvg({ ...chart, showAll: true }, 'phone')} />
      <p>
        <strong>{said.headline}</strong> {said.rest}
      </p>
    </section>
  )
}

/** What the latest figure is judged by, before and after. */
function Figures({ before, after }: { readonly before: SeriesView; readonly after: SeriesView }) {
  const rows = [
    ['Mean', centre],
    ['Limits', limits],
    ['Figures behind the limits', (view: SeriesView) => String(view.analysis.phases.at(-1)?.points ?? 0)],
    ['Points marked', marked],
    ['What the process does', (view: SeriesView) => variationName(view.analysis.variation)],
    ['Will it reach the target?', (view: SeriesView) => assuranceName(view.analysis.assurance)],
  ] as const
  return (
    <table className="gt-table gt-figures">
      <caption className="gt-hidden">Figures as it is, and with the new limits</caption>
      <thead>
        <tr>
          <th scope="col">At the latest figure</th>
          <th scope="col">As it is</th>
          <th scope="col">With new limits</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([title, tell]) => (
          <tr key={title}>
            <th scope="row">{title}</th>
            <td>{tell(before)}</td>
            <td>{tell(after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function centre({ analysis, definition }: SeriesView): string {
  return valueText(analysis.centre[analysis.latest] ?? null, definition)
}

function limits({ analysis, definition }: SeriesView): string {
  const [lower, upper] = [analysis.lower[analysis.latest], analysis.upper[analysis.latest]]
  if (lower === undefined || upper === undefined || Number.isNaN(lower) || Number.isNaN(upper)) return 'none'
  const isEarly = analysis.phases.at(-1)?.early
  return `${valueText(lower, definition)} to ${valueText(upper, definition)}${isEarly ? ', early' : ''}`
}

function marked({ signals }: SeriesView): string {
  return String(new Set(signals.flatMap(({ points }) => points)).size)
}
