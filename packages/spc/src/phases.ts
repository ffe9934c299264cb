import type { PhaseInput } from './analysis.ts'
import { SpcInputError } from './inputError.ts'

/** Limits that stand on fewer points than this are early: they will still move. NHS England asks for as many before it draws any. */
export const POINTS_FOR_LIMITS = 13

/** Where a phase and the points behind its limits begin and end (ends exclusive). */
export interface Bounds {
  readonly start: number
  /** Where the points behind the limits begin. */
  readonly baselineStart: number
  readonly baselineEnd: number
  readonly end: number
}

const FIRST: PhaseInput = { start: 0 }

/**
 * The phases of a series of `length` points, without gaps. One that would begin after the last point has no points yet and
 * is left out.
 *
 * @throws SpcInputError for phases out of order, or a start or baseline that is not a whole number
 */
export function phaseBounds(length: number, phases?: readonly PhaseInput[]): readonly Bounds[] {
  if (phases === undefined) return [{ start: 0, baselineStart: 0, baselineEnd: length, end: length }]
  const all = phases[0]?.start === 0 ? phases : [FIRST, ...phases]
  for (const [i, { start, baseline }] of all.entries()) {
    if (!Number.isInteger(start) || (i > 0 && start <= all[i - 1]!.start)) {
      throw new SpcInputError(`Phase ${i + 1} starts at ${start}: phases must be in order, each at a whole number`)
    }
    if (baseline !== undefined && !(Number.isInteger(baseline) && baseline > 0)) {
      throw new SpcInputError(`Phase ${i + 1} has a baseline of ${baseline} points`)
    }
  }
  const begun = all.filter(({ start }) => start === 0 || start < length)
  return begun.map(({ start, baseline = length, baselineFrom = 'start' }, i) => {
    const end = begun[i + 1]?.start ?? length
    if (baselineFrom === 'end') return { start, baselineStart: Math.max(start, end - baseline), baselineEnd: end, end }
    return { start, baselineStart: start, baselineEnd: Math.min(end, start + baseline), end }
  })
}
