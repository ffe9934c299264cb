import type { SeriesInput } from '../analysis.ts'
import { phaseBounds } from '../phases.ts'

/** What a figure is; decides which checks and which charts mean something. */
export type FigureKind = 'count' | 'proportion' | 'rate' | 'value' | 'timeBetween' | 'casesBetween'

/** A series as `analyse` takes it, and what else advice needs to know of it. */
export interface AdviceInput extends SeriesInput {
  readonly kind: FigureKind
  /**
   * Number of each entry's period, one more for each later period: where it jumps, periods are missing; where it stays, one is
   * there twice. Default: every period has its entry. Means nothing for events.
   */
  readonly periods?: ArrayLike<number>
  /** Entries at which somebody noted that something happened; a change near one has a known cause. */
  readonly events?: readonly number[]
}

/** The latest phase of a series, reduced to the points that stand behind limits and rules. */
export interface Examined {
  readonly input: AdviceInput
  /** First entry of the latest phase. */
  readonly start: number
  /** Entries with a value that is not excluded; the arrays below are parallel to it. */
  readonly places: readonly number[]
  /** Numerator ÷ denominator, before the multiplier. */
  readonly values: readonly number[]
  readonly numerators: readonly number[]
  /** 1 throughout where the series has none. */
  readonly sizes: readonly number[]
}

/** @throws SpcInputError for phases out of order */
export function examine(input: AdviceInput): Examined {
  const { numerators, denominators, excluded = [] } = input
  const start = phaseBounds(numerators.length, input.phases).at(-1)?.start ?? 0
  const places: number[] = []
  for (let i = start; i < numerators.length; i++) {
    const size = denominators ? denominators[i]! : 1
    if (Number.isFinite(numerators[i]!) && size > 0 && Number.isFinite(size) && !excluded.includes(i)) places.push(i)
  }
  const kept = places.map((i) => numerators[i]!)
  const sizes = places.map((i) => (denominators ? denominators[i]! : 1))
  return { input, start, places, numerators: kept, sizes, values: kept.map((count, i) => count / sizes[i]!) }
}

/** Whether two points of an examined series are of neighbouring periods. */
export function areNeighbours({ input, places }: Examined, one: number, next: number): boolean {
  const [from, to] = [places[one]!, places[next]!]
  return to - from === 1 && (!input.periods || hasDates(input.kind) || input.periods[to]! - input.periods[from]! === 1)
}

/** Kinds of which each entry is an event with its date, so that no period can be missing or there twice. */
export function hasDates(kind: FigureKind): boolean {
  return kind === 'timeBetween' || kind === 'casesBetween'
}

/** Kinds that are counted: their spread can be held against what counting alone gives. */
export function isCounted(kind: FigureKind): kind is 'count' | 'proportion' | 'rate' {
  return kind === 'count' || kind === 'proportion' || kind === 'rate'
}
