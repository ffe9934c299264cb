import { controlChartSvg, tableOf } from '@golden-thread/charts'
import writeExcelFile from 'write-excel-file/node'
import { csv } from '#understand/csv.ts'
import { shortLabel } from '#understand/period.ts'
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
  'Target',
  'Reading',
]

export function dataCsv(view: SeriesView): string {
  return csv([[titleOf(view)], [stampOf(view)], [readingText(view)], [], HEADINGS, ...rows(view)])
}

export async function dataXlsx(view: SeriesView): Promise<Uint8Array> {
  const bold = (value: string) => ({ value, fontWeight: 'bold' as const })
  const sheet = [
    [bold(titleOf(view))],
    [{ value: stampOf(view) }],
    [{ value: readingText(view) }],
    [],
    HEADINGS.map(bold),
    ...rows(view).map((row) => row.map((cell) => (cell === null ? null : { value: cell }))),
  ]
  const workbook = await writeExcelFile(sheet as never)
  return new Uint8Array(await workbook.toBuffer())
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
  return tableOf(chartOf(view)).map(({ index, provisional, verdict }) => [
    shortLabel(observations.periods[index]!, calendar),
    number(analysis.values[index]),
    number(observations.numerators[index]),
    number(observations.denominators?.[index]),
    provisional ? 'provisional' : '',
    number(analysis.lower[index]),
    number(analysis.centre[index]),
    number(analysis.upper[index]),
    number(analysis.targets[index]),
    verdict,
  ])
}
