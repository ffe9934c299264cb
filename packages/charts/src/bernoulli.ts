import { type Analysis, type BernoulliCusum, type Direction, ENGINE_VERSION, type Signal } from '@golden-thread/spc'
import type { ControlChart } from './chart.ts'
import { formOf } from './sideForm.ts'

/** A CUSUM of single cases as a chart of two sums: a place a case, and a signal where a sum reaches its limit. */
export function bernoulliParts(
  cusum: BernoulliCusum,
  direction: Direction,
): Pick<ControlChart, 'analysis' | 'signals'> {
  const { up, down, limit } = cusum
  const cases = up.sums.length
  const flat = (value: number) => new Float64Array(cases).fill(value)
  const isMissing = (at: number) => Number.isNaN(up.scores[at]!)
  const side = (at: number) => (up.signals[at] ? 'high' : down.signals[at] ? 'low' : null)
  const analysis: Analysis = {
    chart: 'cusum',
    ruleSet: 'nhs',
    engine: ENGINE_VERSION,
    direction,
    values: up.sums.map((sum, at) => (isMissing(at) ? Number.NaN : sum >= -down.sums[at]! ? sum : down.sums[at]!)),
    centre: flat(0),
    lower: flat(-limit),
    upper: flat(limit),
    targets: flat(Number.NaN),
    verdicts: up.signals.map((_, at) => (isMissing(at) ? 'missing' : formOf(side(at), direction))),
    phases: [{ number: 1, start: 0, end: cases, points: cases, early: false, noLimits: null }],
    variation: 'commonCause',
    assurance: 'none',
    assuranceByValue: false,
    pointsToCome: 0,
    latest: up.scores.findLastIndex((score) => !Number.isNaN(score)),
    sums: { upper: up.sums, lower: down.sums },
  }
  return {
    analysis,
    signals: analysis.verdicts.flatMap((_, at) => signalAt(at, isMissing(at) ? null : side(at), direction)),
  }
}

function signalAt(at: number, side: 'high' | 'low' | null, direction: Direction): Signal[] {
  if (side === null) return []
  const verdict = formOf(side, direction) as Signal['verdict']
  return [{ rule: 'outside', side, verdict, from: at, to: at, points: [at], phase: 1 }]
}
