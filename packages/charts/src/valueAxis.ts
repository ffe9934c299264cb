import { scaleLinear } from 'd3-scale'

/** The value axis: where it begins and ends, and its round steps in between. */
export interface ValueAxis {
  readonly low: number
  readonly high: number
  readonly steps: readonly number[]
  /** Decimals that tell the steps apart. */
  readonly decimals: number
}

/** What no value can be below or above: 0 for a count, 0 and 100 for a percentage. */
export interface Bounds {
  readonly floor: number
  readonly ceiling: number
}

export const UNBOUNDED: Bounds = { floor: Number.NEGATIVE_INFINITY, ceiling: Number.POSITIVE_INFINITY }

/** Beyond this the distance between two figures could no longer be computed. */
const LARGEST = 4e307
/** Air above and below, as a share of the figures' range. */
const AIR = 0.1
/** Of 4 to 6 steps. */
const MIDDLE = 5
/** A stretched axis with more steps than this gets coarser ones. */
const MOST_STEPS = 7

/**
 * An axis that holds all figures with a little air, begins and ends on a fifth of a step, does not go below 0 for air
 * alone, and not beyond its bounds. Figures that are all alike, or none, get a range of their own.
 */
export function valueAxis(figures: readonly number[], steps: number, { floor, ceiling } = UNBOUNDED): ValueAxis {
  const { low, high } = rangeOf(figures)
  const air = (high - low) * AIR
  const fifth = roundSteps(low - air, high + air, steps).size / 5
  const least = low >= 0 ? Math.max(0, down(low - air, fifth)) : down(low - air, fifth)
  const bottom = low >= floor ? Math.max(floor, least) : least
  const top = high <= 0 && low < 0 ? Math.min(0, up(high + air, fifth)) : up(high + air, fifth)
  const capped = high <= ceiling ? Math.min(top, Math.max(ceiling, high)) : top
  return withSteps(bottom, capped, steps)
}

/**
 * The same axis, longer at its ends by what stands outside the range and needs room. Beyond the bounds that room is bare:
 * no step stands there, as no value can.
 */
export function stretchAxis(axis: ValueAxis, low: number, high: number, steps: number, bounds = UNBOUNDED): ValueAxis {
  if (low >= axis.low && high <= axis.high) return axis
  return withSteps(Math.min(low, axis.low), Math.max(high, axis.high), steps, axis, bounds)
}

/** An axis from here to there, with round steps in between. */
export function axisBetween(low: number, high: number, steps: number): ValueAxis {
  return withSteps(bounded(low), bounded(high), steps)
}

/** Far beyond what can be computed with, a figure stands at the edge. */
export function bounded(value: number): number {
  return Math.max(-LARGEST, Math.min(LARGEST, value))
}

function rangeOf(figures: readonly number[]): { low: number; high: number } {
  let low = Number.POSITIVE_INFINITY
  let high = Number.NEGATIVE_INFINITY
  for (const figure of figures) {
    if (!Number.isFinite(figure)) continue
    low = Math.min(low, bounded(figure))
    high = Math.max(high, bounded(figure))
  }
  if (low > high) return { low: 0, high: 40 }
  const least = Math.max(Math.abs(low), Math.abs(high)) * 1e-9
  if (high - low > Math.max(least, 1e-290)) return { low, high }
  const around = Math.max(Math.abs(high) * 0.05, high === 0 ? 5 : 1e-280)
  return { low: low >= 0 ? Math.max(0, low - around) : low - around, high: high + around }
}

function withSteps(low: number, high: number, steps: number, keep?: ValueAxis, bounds = UNBOUNDED): ValueAxis {
  const isWithin = (step: number) => step >= bounds.floor && step <= bounds.ceiling
  const goneOn = keep && keep.steps.length >= 2 ? extended(keep.steps, low, high).filter(isWithin) : []
  const isFew = goneOn.length > 0 && goneOn.length <= MOST_STEPS
  const at = isFew ? goneOn : roundSteps(low, high, steps).at.filter(isWithin)
  return { low, high, steps: at, decimals: decimalsOf(at) }
}

/** The same distance between steps, to the new ends. */
function extended(steps: readonly number[], low: number, high: number): number[] {
  const size = steps[1]! - steps[0]!
  const first = Math.ceil((low - steps[0]!) / size - 1e-9)
  const last = Math.floor((high - steps[0]!) / size + 1e-9)
  return Array.from({ length: last - first + 1 }, (_, at) => Number((steps[0]! + (first + at) * size).toPrecision(12)))
}

/** 4 to 6 round steps where the range allows it, else as near to five as 1, 2 and 5 times a power of ten can come. */
function roundSteps(low: number, high: number, aim: number): { at: number[]; size: number } {
  const scale = scaleLinear([low, high], [0, 1])
  let best: number[] = []
  for (const count of [aim, aim + 1, aim - 1, aim - 2, aim + 2]) {
    const at = scale.ticks(count)
    if (Math.abs(at.length - MIDDLE) < Math.abs(best.length - MIDDLE)) best = at
    if (at.length >= 4 && at.length <= 6) return { at, size: at[1]! - at[0]! }
  }
  return { at: best, size: best.length > 1 ? best[1]! - best[0]! : high - low }
}

function down(value: number, size: number): number {
  return rounded(Math.floor(value / size + 1e-6), size)
}

function up(value: number, size: number): number {
  return rounded(Math.ceil(value / size - 1e-6), size)
}

function rounded(count: number, size: number): number {
  const value = Number((count * size).toPrecision(12))
  return Number.isFinite(value) ? bounded(value) : 0
}

function decimalsOf(steps: readonly number[]): number {
  for (let decimals = 0; decimals < 12; decimals++) {
    if (steps.every((step) => Math.abs(step - Number(step.toFixed(decimals))) <= Math.abs(step) * 1e-9)) return decimals
  }
  return 12
}
