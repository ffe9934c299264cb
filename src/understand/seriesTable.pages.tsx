import { type ChartRow, type ControlChart, centreWord, pointShapeSvg, tableOf } from '@golden-thread/charts'
import { Markup } from '#platform/html/markup.tsx'
import { kindOf } from '#understand/measureKind.ts'
import { shortDate, shortLabel, today } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

const LATEST = 12

interface Props {
  readonly view: SeriesView
  readonly chart: ControlChart
  readonly all: boolean
}

/** A column of what was counted, beside the value. */
interface Counted {
  readonly title: string
  readonly figures: Float64Array
}

/** The chart as a table, newest first; a missing period keeps its row. */
export function DataTable({ view, chart, all }: Props) {
  const rows = tableOf(chart).toReversed()
  if (rows.length === 0) return null
  const counted = countedOf(view)
  const hasTarget = chart.analysis.targets.some((target) => !Number.isNaN(target))
  const centre = CENTRE[centreWord(chart)]
  const hasLimits = rows.some((row) => row.lower !== '' || row.upper !== '')
  const hasCentre = hasLimits || rows.some((row) => row.centre !== '')
  const numbers = [
    ...(hasLimits ? ['Lower limit'] : []),
    ...(hasCentre ? [centre] : []),
    ...(hasLimits ? ['Upper limit'] : []),
    ...(hasTarget ? ['Target'] : []),
  ]
  return (
    <section>
      <div className="gt-title">
        <h2 id="data">Data</h2>
        <p className="gt-small gt-links">
          {!all && rows.length > LATEST && <a href="?all=yes#data">Show all {rows.length}</a>}
          {all && rows.length > LATEST && <a href="?#data">Show the latest {LATEST}</a>}
          <a href={`/series/${view.id}/data.csv`}>CSV</a>
          <a href={`/series/${view.id}/data.xlsx`}>XLSX</a>
        </p>
      </div>
      <table className="gt-table gt-table--data" aria-labelledby="data">
        <thead>
          <tr>
            <th scope="col">{PERIOD[view.definition.period]}</th>
            <th scope="col" className="gt-number">
              Value
            </th>
            {[...counted.map(({ title }) => title), ...numbers].map((title) => (
              <th key={title} scope="col" className="gt-number gt-desk">
                {title}
              </th>
            ))}
            <th scope="col">Reading</th>
            <th scope="col" className="gt-desk">
              Known since
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, all ? rows.length : LATEST).map((row) => (
            <Row key={row.index} row={row} view={view} chart={chart} counted={counted} numbers={numbers} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const CENTRE = { mean: 'Mean', median: 'Median', 'zero line': 'Zero line' }

const PERIOD = { day: 'Day', week: 'Week ending', month: 'Month', quarter: 'Quarter', year: 'Year', event: 'Day' }

function countedOf({ definition, observations }: SeriesView): readonly Counted[] {
  const { numerators, denominators, spreads } = observations
  if (kindOf(definition.kind).divides && denominators) {
    return [
      { title: definition.numerator || 'Numerator', figures: numerators },
      { title: definition.denominator || 'Denominator', figures: denominators },
    ]
  }
  return [
    ...(denominators
      ? [{ title: definition.kind === 'average' ? 'Size' : 'Counted since', figures: denominators }]
      : []),
    ...(spreads ? [{ title: 'Standard deviation', figures: spreads }] : []),
  ]
}

interface RowProps extends Omit<Props, 'all'> {
  readonly row: ChartRow
  readonly counted: readonly Counted[]
  /** Titles of the columns of limits, centre and target. */
  readonly numbers: readonly string[]
}

function Row({ row, view, chart, counted, numbers }: RowProps) {
  const label = shortLabel(view.observations.periods[row.index]!, calendarOf(view.definition))
  const isMissing = Number.isNaN(chart.analysis.values[row.index]!)
  const byTitle: Readonly<Record<string, string>> = {
    'Lower limit': row.lower,
    'Upper limit': row.upper,
    Target: row.target,
  }
  const limits = numbers.map((title) => byTitle[title] ?? row.centre)
  return (
    <tr>
      <th scope="row">
        {label} {row.provisional && <span className="gt-tag">provisional</span>}
      </th>
      {isMissing ? (
        <td className="gt-gap" colSpan={2 + counted.length + limits.length}>
          No figure. The {view.definition.period} keeps its place on the chart.
        </td>
      ) : (
        <>
          <td className="gt-number gt-strong">{row.value}</td>
          {counted.map(({ title, figures }) => (
            <td key={title} className="gt-number gt-desk">
              {figure(figures[row.index])}
            </td>
          ))}
          {limits.map((text, place) => (
            <td key={place} className="gt-number gt-desk">
              {text || '–'}
            </td>
          ))}
          <td>
            <Reading row={row} chart={chart} />
          </td>
        </>
      )}
      <td className="gt-desk">
        <Known view={view} index={row.index} />
      </td>
    </tr>
  )
}

function Reading({ row, chart }: { readonly row: ChartRow; readonly chart: ControlChart }) {
  const form = chart.analysis.verdicts[row.index]
  const isMarked = row.verdict !== '' && form !== undefined && form !== 'commonCause' && form !== 'missing'
  return (
    <>
      {isMarked && <Markup html={pointShapeSvg({ form, name: '' })} />}
      {row.verdict || '–'}
      {row.notes.map((note) => (
        <span className="gt-small" key={note}>
          {note}
        </span>
      ))}
    </>
  )
}

/** Since when this value is known, and what was known before. */
function Known({ view, index }: { readonly view: SeriesView; readonly index: number }) {
  const { knownAt, earlier } = view.history[index]!
  if (knownAt.getTime() === 0) return null
  const text = (value: number | null) =>
    valueText(value === null ? null : value * view.definition.multiplier, view.definition)
  return (
    <>
      {day(knownAt)}
      {earlier.map((before) => (
        <span className="gt-small" key={before.knownAt.getTime()}>
          restated; {text(before.value)} since {day(before.knownAt)}
        </span>
      ))}
    </>
  )
}

function day(moment: Date): string {
  return shortDate(today(() => moment))
}

function figure(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? '–' : value.toLocaleString('en-GB', { maximumFractionDigits: 3 })
}
