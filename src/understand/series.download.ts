import { join } from 'node:path'
import { controlChartSvg, tableOf } from '@golden-thread/charts'
import { Resvg } from '@resvg/resvg-js'
import writeExcelFile from 'write-excel-file/node'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'
import { csv } from '#understand/csv.ts'
import { shortLabel } from '#understand/period.ts'
import { chartOf, readingOf, stampOf, titleOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

/** Twice the size on screen: sharp in a slide. */
const PNG_WIDTH = 2000
const FONTS = join(PROGRAM_FOLDER, 'node_modules', '@expo-google-fonts', 'open-sans')
const FONT_FILES = [
  '400Regular/OpenSans_400Regular.ttf',
  '600SemiBold/OpenSans_600SemiBold.ttf',
  '700Bold/OpenSans_700Bold.ttf',
]

export function chartSvg(view: SeriesView): string {
  return controlChartSvg(chartOf(view), 'desk', { standalone: true })
}

export function chartPng(view: SeriesView): Uint8Array {
  const options = {
    font: {
      loadSystemFonts: false,
      fontFiles: FONT_FILES.map((file) => join(FONTS, file)),
      defaultFontFamily: 'Open Sans',
    },
    fitTo: { mode: 'width' as const, value: PNG_WIDTH },
    background: '#fff',
  }
  return new Resvg(chartSvg(view), options).render().asPng()
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
