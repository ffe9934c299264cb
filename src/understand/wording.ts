import type { Wording } from '@golden-thread/spc'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'

import { periodLabel } from '#understand/period.ts'
import type { Observations } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

type Shown = Pick<MeasureDefinition, 'unit' | 'decimals'>

/** A value as pages say it: "27.3%", "1,342", "0.09"; "–" where there is none. */
export function valueText(value: number | null, { unit, decimals }: Shown): string {
  if (value === null || !Number.isFinite(value)) return '–'
  const figure = formatWith(decimals).format(value)
  // A rounded nought has no sign.
  const unsigned = /^-[0.,]+$/.test(figure) ? figure.slice(1) : figure
  return unit === '%' ? `${unsigned}%` : unsigned
}

/** Made once for each number of decimals: to make one costs more than to write a hundred figures with it. */
const formats = new Map<number, Intl.NumberFormat>()

function formatWith(decimals: number): Intl.NumberFormat {
  const known = formats.get(decimals)
  if (known) return known
  const made = new Intl.NumberFormat('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  formats.set(decimals, made)
  return made
}

/** How readings and explanations say the periods and values of a series. */
export function wordingOf(
  definition: MeasureDefinition,
  { periods, provisional }: Pick<Observations, 'periods' | 'provisional'>,
): Wording {
  const calendar = calendarOf(definition)
  return {
    period: (index) => periodLabel(periods[index]!, calendar),
    value: (value, moreDecimals = 0) =>
      valueText(value, { unit: definition.unit, decimals: definition.decimals + moreDecimals }),
    noun: definition.period,
    areWhole: definition.decimals === 0,
    provisional: (index) => provisional[index] ?? false,
    ...reachOf(definition),
  }
}

/** What values can be: none of a count or a time lies below 0, and no share above 100%. Limits beyond are neither drawn nor said. */
export function reachOf({ unit, kind }: Pick<MeasureDefinition, 'unit' | 'kind'>): {
  floor?: number
  ceiling?: number
} {
  const isPercent = unit === '%'
  const { counts, dated } = kindOf(kind)
  return { ...((isPercent || counts || dated) && { floor: 0 }), ...(isPercent && { ceiling: 100 }) }
}
