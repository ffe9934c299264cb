import { assuranceName, variationName } from '@golden-thread/charts'
import { csv } from '#understand/csv.ts'
import { dayText } from '#understand/series.chart.ts'
import type { SeriesSummary } from '#understand/series.ts'

const HEADINGS = [
  'Measure',
  'Area',
  'Unit or peer',
  'Group',
  'Latest',
  'Value',
  'Unit of display',
  'Provisional',
  'Target',
  'Better',
  'Variation',
  'Assurance',
  'Mean',
  'Lower limit',
  'Upper limit',
  'Source',
  'Definition version',
  'Engine',
  'Data as at',
]

/** The summary table for a spreadsheet: figures as numbers, each with a column of its own. `notes`: lines below the title. */
export function overviewCsv(
  all: readonly SeriesSummary[],
  organisation: { readonly name: string },
  notes: readonly string[],
): string {
  return csv([[`Overview of ${organisation.name}`], ...notes.map((note) => [note]), HEADINGS, ...all.map(row)])
}

function row(series: SeriesSummary): (string | number | null)[] {
  const { measure, tooFew } = series
  const verdicts = tooFew
    ? [`too few points yet (${tooFew.have} of ${tooFew.need})`, '']
    : [variationName(series.variation), assuranceName(series.assurance)]
  return [
    measure.name,
    measure.area,
    series.holder.name,
    series.stratum,
    series.latestLabel,
    series.value,
    series.unit,
    series.provisional ? 'provisional' : '',
    series.target,
    series.better,
    ...verdicts,
    series.mean,
    series.lower,
    series.upper,
    series.origin?.source ?? '',
    series.origin?.definitionVersion ?? null,
    series.origin?.engine ?? '',
    series.origin ? dayText(series.origin.dataAsAt) : '',
  ]
}
