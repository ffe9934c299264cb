import type { FunnelPoint } from '@golden-thread/spc'
import type { FunnelChart } from './funnelChart.ts'
import { levelName, standingOf } from './standing.ts'

/** One unit in words. Figures with their units; '' where there is none. */
export interface FunnelRow {
  readonly unit: string
  readonly own: boolean
  readonly numerator: string
  readonly denominator: string
  /** "No figures", "Denominator 0" where it has none. */
  readonly value: string
  /** What to expect of a unit of this size, a pair a level: "95%", "20.1% to 29.9%". */
  readonly limits: readonly { readonly level: string; readonly expected: string }[]
  /** "Above the 99.8% limits", "Within the limits"; '' without a value. */
  readonly standing: string
}

/** The funnel's text equivalent: units in the order given, which says nothing. */
export function funnelTableOf(chart: FunnelChart): readonly FunnelRow[] {
  return chart.analysis.points.map((point) => rowOf(chart, point))
}

/** Rows as one sentence after the other, for tooltips and to be read aloud. */
export function funnelRowReader(chart: FunnelChart): (point: FunnelPoint) => string {
  const { format, countFormat, own, analysis } = chart
  const levels = analysis.levels.map(levelName)
  const ours = new Set(own)
  return (point) => {
    const { unit, value, numerator, denominator, limits } = point
    if (value === null) return unit
    let text = `${unit}${ours.has(unit) ? ' (ours)' : ''}: ${format(value)}, ${countFormat(numerator!)} of ${countFormat(denominator!)}. ${standingWords(chart, point)}`
    levels.forEach((level, place) => {
      text += `${place === 0 ? '. Limits at this size: ' : ', '}${level} ${expectedOf(chart, limits![place]!)}`
    })
    return text
  }
}

function rowOf(chart: FunnelChart, point: FunnelPoint): FunnelRow {
  const { format, countFormat, analysis, own } = chart
  const { value, noValue, numerator, denominator, limits } = point
  return {
    unit: point.unit,
    own: own.includes(point.unit),
    numerator: numerator === null ? '' : countFormat(numerator),
    denominator: denominator === null ? '' : countFormat(denominator),
    value: value !== null ? format(value) : noValue === 'noDenominator' ? 'Denominator 0' : 'No figures',
    limits: analysis.levels.map((share, place) => ({
      level: levelName(share),
      expected: expectedOf(chart, limits?.[place] ?? { lower: null, upper: null }),
    })),
    standing: value === null ? '' : standingWords(chart, point),
  }
}

function expectedOf({ format }: FunnelChart, { lower, upper }: { lower: number | null; upper: number | null }): string {
  if (lower === null) return upper === null ? '' : `up to ${format(upper)}`
  return upper === null ? `${format(lower)} or more` : `${format(lower)} to ${format(upper)}`
}

function standingWords({ analysis, direction }: FunnelChart, point: FunnelPoint): string {
  const { side, share } = standingOf(point, analysis.levels)
  if (side === null || share === null) return 'Within the limits'
  const where = `${side === 'high' ? 'Above' : 'Below'} the ${levelName(share)} limits`
  if (direction === 'neither') return where
  return `${where}, on the ${(side === 'high') === (direction === 'higher') ? 'better' : 'worse'} side`
}
