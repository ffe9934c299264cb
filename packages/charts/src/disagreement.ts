import type { PointVerdict } from '@golden-thread/spc'
import type { ControlChart } from './chart.ts'
import { pointVerdictName } from './names.ts'

/** Two verdicts on one point, always in the same order. */
export type BothVerdicts = readonly [PointVerdict, PointVerdict]

const ORDER: readonly PointVerdict[] = ['improving', 'concerning', 'neutralHigh', 'neutralLow']

/**
 * Points of which one rule says another thing than their own verdict, with both: a falling trend high above the mean is
 * improving by one rule and concerning by another. Most charts have none.
 */
export function disagreements({ analysis, signals }: ControlChart): ReadonlyMap<number, BothVerdicts> {
  const found = new Map<number, BothVerdicts>()
  for (const { verdict, points } of signals) {
    for (const index of points) {
      const own = analysis.verdicts[index]
      if (own === undefined || own === verdict || !ORDER.includes(own) || found.has(index)) continue
      found.set(index, ORDER.indexOf(own) < ORDER.indexOf(verdict) ? [own, verdict] : [verdict, own])
    }
  }
  return found
}

/** "Improving and concerning" */
export function bothNames([one, other]: BothVerdicts): string {
  return `${pointVerdictName(one)} and ${pointVerdictName(other).toLowerCase()}`
}
