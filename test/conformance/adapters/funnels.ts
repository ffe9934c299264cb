import {
  type FunnelAnalysis,
  type FunnelInput,
  type FunnelKind,
  type FunnelLimits,
  funnelLimits,
} from '@golden-thread/spc'
import { type Case, labels, NotComparable, numbers, optionOf } from '../case.ts'

const KINDS: Readonly<Record<'PR' | 'RC' | 'SR', FunnelKind>> = {
  PR: 'proportion',
  RC: 'rate',
  SR: 'standardisedRatio',
}

interface FunnelUnits {
  readonly kind: FunnelKind
  readonly units: readonly string[]
  readonly numerators: Float64Array
  readonly denominators: Float64Array
}

/** The units of a case, and what they are compared by. */
export function funnelOf(testCase: Case): FunnelUnits {
  const type = optionOf(testCase, 'dataType', ['PR', 'RC', 'SR'])
  if (testCase.chart !== `funnel_${type}`) throw new NotComparable(`chart ${testCase.chart}`)
  return {
    kind: KINDS[type],
    units: labels(testCase, 'group'),
    numerators: numbers(testCase, 'numerator'),
    denominators: numbers(testCase, 'denominator'),
  }
}

/** Numerator and denominator of each unit, its rows added up. */
export function sums(testCase: Case): readonly (readonly [number, number])[] {
  const { units, numerators, denominators } = funnelOf(testCase)
  const rows = Map.groupBy(numerators.keys(), (row) => units[row]!)
  const sumOf = (list: Float64Array, of: readonly number[]) => of.reduce((sum, row) => sum + list[row]!, 0)
  return [...rows.values()].map((of) => [sumOf(numerators, of), sumOf(denominators, of)])
}

/**
 * Limits at each of the denominators, and at the next one on: these peers look from each to the next whether a limit still
 * rises or falls as it should.
 */
export function inOrder(denominators: readonly number[]): readonly number[] {
  return [...new Set(denominators)].sort((a, b) => a - b)
}

/** Our limits at denominators in order, by denominator, each with those of the next one (none after the last). */
export function limitsAlong(
  input: FunnelInput,
  analysis: FunnelAnalysis,
  denominators: readonly number[],
  widened: boolean,
): ReadonlyMap<number, { readonly here: readonly FunnelLimits[]; readonly next: readonly FunnelLimits[] | null }> {
  const limits = denominators.map((denominator) => funnelLimits(input, analysis, denominator, widened))
  return new Map(denominators.map((denominator, i) => [denominator, { here: limits[i]!, next: limits[i + 1] ?? null }]))
}

/** Denominators as near as this have limits as near as a peer's arithmetic tells apart. */
const SAME_BUT_FOR_LAST_BITS = 1e-9

/** Whether a peer plots a denominator twice but for the last bits, so that these decide whether a limit turns back there. */
export function isPlottedTwice(denominator: number, plotted: readonly number[]): boolean {
  return plotted.some(
    (other) => other !== denominator && Math.abs(other - denominator) < SAME_BUT_FOR_LAST_BITS * denominator,
  )
}

export const PLOTTED_TWICE =
  'a plotting denominator differs from the unit’s in the last bits, and theirs decide whether a limit turns back'
