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

/** The units of a case, and what they are compared by. */
export function funnelOf(testCase: Case): Pick<FunnelInput, 'kind' | 'units' | 'numerators' | 'denominators'> {
  const type = optionOf(testCase, 'dataType', ['PR', 'RC', 'SR'])
  if (testCase.chart !== `funnel_${type}`) throw new NotComparable(`chart ${testCase.chart}`)
  return {
    kind: KINDS[type],
    units: labels(testCase, 'group'),
    numerators: numbers(testCase, 'numerator'),
    denominators: numbers(testCase, 'denominator'),
  }
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
