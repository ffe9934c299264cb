import { controlChartSvg, tableOf } from '@golden-thread/charts'
import writeExcelFile from 'write-excel-file/node'
import { csv } from '#understand/csv.ts'
import { hasTooFew, limitsStatus } from '#understand/limitsStatus.ts'
import { periodEnd, shortLabel } from '#understand/period.ts'
import { pngOf } from '#understand/png.ts'
import { chartOf, readingOf, stampOf, titleOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

export function chartSvg(view: SeriesView): string {
  return controlChartSvg(chartOf(view), 'desk', { standalone: true })
}

export function chartPng(view: SeriesView): Uint8Array {
  return pngOf(chartSvg(view))
}

const HEADINGS = [
  'Period',
  'Value',
  'Numerator',
  'Denominator',
  'Provisional',
  'Lower limit',
  'Centre',
  'Upper limit',
  'Limits',
  'Target',
  'Reading',
]

export function dataCsv(view: SeriesView): string {
  return csv([[titleOf(view)], [stampOf(view)], [readingText(view)], [], HEADINGS, ...rows(view)])
}

/** Characters a column is wide, in the order of `HEADINGS`. */
const WIDTHS = [14, 11, 12, 12, 12, 12, 11, 12, 26, 10, 34]

export async function dataXlsx(view: SeriesView): Promise<Uint8Array> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
  const sheet = [
    [bold(titleOf(view))],
    [{ value: stampOf(view) }],
    [{ value: readingText(view) }],
    [],
    HEADINGS.map((heading) => ({ ...bold(heading), wrap: true, bottomBorderStyle: 'thin' as const })),
    ...rows(view).map((row, index) => row.map((cell, column) => xlsxCell(view, cell, index, column))),
  ]
  const workbook = await writeExcelFile(sheet as never, {
    columns: WIDTHS.map((width) => ({ width })),
    stickyRowsCount: sheet.length - rows(view).length,
    stickyColumnsCount: 1,
  })
  return new Uint8Array(await workbook.toBuffer())
}

const MILLISECONDS_A_DAY = 86_400_000

/** Figures keep all their digits and show those of the definition; days are dates. */
function xlsxCell(
  { definition, observations }: SeriesView,
  cell: string | number | null,
  index: number,
  column: number,
) {
  if (cell === null) return null
  const isDay = ['day', 'week', 'event'].includes(definition.period)
  if (column === 0 && isDay) {
    const day = periodEnd(observations.periods[index]!, calendarOf(definition))
    return { value: new Date(day * MILLISECONDS_A_DAY), type: Date, format: 'd mmm yyyy' }
  }
  if (typeof cell === 'string') return { value: cell }
  const isCounted = HEADINGS[column] === 'Numerator' || HEADINGS[column] === 'Denominator'
  if (isCounted) return { value: cell, format: Number.isInteger(cell) ? '#,##0' : '#,##0.###' }
  const { decimals } = definition
  return { value: cell, format: decimals > 0 ? `#,##0.${'0'.repeat(decimals)}` : '#,##0' }
}

/** A name that says what it is, for the folder of downloads. */
export function fileName(view: SeriesView, ending: string): string {
  const words = titleOf(view)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 80)
  return `${words || 'series'}.${ending}`
}

function readingText(view: SeriesView): string {
  const said = readingOf(view)
  return `${said.headline} ${said.rest}`.trim()
}

function rows(view: SeriesView): (string | number | null)[][] {
  const { analysis, observations } = view
  const calendar = calendarOf(view.definition)
  const number = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value)
  const line = (values: Float64Array, index: number) => (hasTooFew(view) ? null : number(values[index]))
  return tableOf(chartOf(view)).map(({ index, provisional, verdict }) => [
    shortLabel(observations.periods[index]!, calendar),
    number(analysis.values[index]),
    number(observations.numerators[index]),
    number(observations.denominators?.[index]),
    provisional ? 'provisional' : '',
    line(analysis.lower, index),
    line(analysis.centre, index),
    line(analysis.upper, index),
    limitsStatus(view, index),
    number(analysis.targets[index]),
    verdict,
  ])
}
