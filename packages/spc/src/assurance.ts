import type { Assurance, Direction } from './analysis.ts'
import { above, below } from './numbers/onLine.ts'

/**
 * Whether a process within these limits will meet the target. On a limit is within: hit or miss.
 * Missing limits count as within too; who calls decides what is said without limits.
 */
export function assuranceByLimits(target: number, lower: number, upper: number, direction: Direction): Assurance {
  if (direction === 'neither' || Number.isNaN(target)) return 'none'
  if (above(target, upper)) return direction === 'higher' ? 'misses' : 'meets'
  if (below(target, lower)) return direction === 'higher' ? 'meets' : 'misses'
  return 'hitOrMiss'
}

/** Judged by the values of [from, to) themselves: meets if each meets the target, misses if none does. Reaching the target exactly meets it. */
export function assuranceByValues(
  target: number,
  values: Float64Array,
  from: number,
  to: number,
  direction: Direction,
): Assurance {
  if (direction === 'neither' || Number.isNaN(target)) return 'none'
  let met = 0
  let missed = 0
  for (let i = from; i < to; i++) {
    const value = values[i]!
    if (Number.isNaN(value)) continue
    if (direction === 'higher' ? value >= target : value <= target) met++
    else missed++
  }
  if (met + missed === 0) return 'none'
  return missed === 0 ? 'meets' : met === 0 ? 'misses' : 'hitOrMiss'
}
