import { assuranceName, controlChartSvg, variationName } from '@golden-thread/charts'
import { MarkupBlock } from '#platform/html/markup.tsx'
import { chartOf, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

interface Props {
  readonly before: SeriesView
  readonly after: SeriesView
  /** What the changed chart is called: "With new limits from June 2026". */
  readonly title: string
  /** The same over a column of figures: "With new limits". */
  readonly column: string
  /** Where several pairs stand on one page: prefix of ids, and headings further down. */
  readonly id?: string
  readonly level?: 2 | 4
}

/** One series as it is and as it would be: both charts with their readings, then the figures of both. */
export function SideBySide({ before, after, title, column, id = '', level = 2 }: Props) {
  return (
    <>
      <div className="gt-compare">
        <Side title="As it is" view={before} id={`${id}without`} level={level} />
        <Side title={title} view={after} id={`${id}with`} level={level} />
      </div>
      <Figures before={before} after={after} column={column} />
    </>
  )
}

interface SideProps {
  readonly title: string
  readonly view: SeriesView
  readonly id: string
  readonly level: 2 | 4
}

function Side({ title, view, id, level }: SideProps) {
  const Heading = `h${level}` as const
  const said = readingOf(view)
  const chart = chartOf(view, id)
  return (
    <div>
      <Heading>{title}</Heading>
      <MarkupBlock className="gt-compare__chart" html={controlChartSvg({ ...chart, showAll: true }, 'phone')} />
      <p>
        <strong>{said.headline}</strong> {said.rest}
      </p>
    </div>
  )
}

/** What the latest figure is judged by, before and after. */
function Figures({ before, after, column }: Omit<Props, 'title' | 'id' | 'level'>) {
  const rows = [
    ['Mean or median', centre],
    ['Limits', limits],
    ['Figures behind the limits', (view: SeriesView) => String(view.analysis.phases.at(-1)?.points ?? 0)],
    ['Points marked', marked],
    ['What the process does', (view: SeriesView) => variationName(view.analysis.variation)],
    ['Will it reach the target?', (view: SeriesView) => assuranceName(view.analysis.assurance)],
  ] as const
  return (
    <table className="gt-table gt-figures">
      <caption className="gt-hidden">As it is, and {column.toLowerCase()}</caption>
      <thead>
        <tr>
          <th scope="col">At the latest figure</th>
          <th scope="col">As it is</th>
          <th scope="col">{column}</th>
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
