import type { Analysis } from './analysis.ts'

/**
 * The straight line that lies nearest to the values of each phase (least squares over their places), at every point of it; NaN
 * in a phase without values. A line to look along, not a rule: it says nothing of whether the slope is more than chance.
 */
export function trendLine({ values, phases, excluded = [] }: Analysis): Float64Array {
  const line = new Float64Array(values.length).fill(Number.NaN)
  const used = values.slice()
  for (const at of excluded) used[at] = Number.NaN
  for (const { start, end } of phases) drawLine(used, line, start, end)
  return line
}

function drawLine(values: Float64Array, line: Float64Array, start: number, end: number): void {
  const places = Array.from({ length: end - start }, (_, i) => start + i).filter((at) => !Number.isNaN(values[at]!))
  if (places.length === 0) return
  const meanPlace = average(places)
  const meanValue = average(places.map((at) => values[at]!))
  const spread = sum(places.map((at) => (at - meanPlace) ** 2))
  const slope = spread === 0 ? 0 : sum(places.map((at) => (at - meanPlace) * (values[at]! - meanValue))) / spread
  for (let at = start; at < end; at++) line[at] = meanValue + slope * (at - meanPlace)
}

function average(numbers: readonly number[]): number {
  return sum(numbers) / numbers.length
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
