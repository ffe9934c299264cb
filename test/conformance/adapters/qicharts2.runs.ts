import { type Analysis, type Phase, type RunsMethod, runsAnalysis } from '@golden-thread/spc'
import { type Case, NotComparable } from '../case.ts'

const METHODS: Readonly<Record<string, RunsMethod>> = { anhoej: 'anhoej', bestbox: 'bestBox', cutbox: 'cutBox' }

/**
 * The runs of each part in the peer's words. Whatever the method, it prints the limits of the Anhøj rules; only the signal
 * follows the method, and there is none on a moving range chart or a categorical axis.
 */
export function runsOf(testCase: Case, analysis: Analysis) {
  const asked = testCase.options.runsMethod ?? 'anhoej'
  const method = typeof asked === 'string' ? METHODS[asked] : undefined
  if (!method) throw new NotComparable(`options.runsMethod: ${JSON.stringify(asked)}`)
  const inOrder = testCase.chart !== 'mr' && testCase.options.categoricalX !== true
  const judged = runsAnalysis(analysis, { method })
  return runsAnalysis(analysis).map((runs, part) => ({
    nUseful: runs?.useful ?? 0,
    longestRun: runs?.longestRun ?? null,
    longestRunMax: runs?.longestRunLimit ?? null,
    nCrossings: runs?.crossings ?? null,
    nCrossingsMin: runs?.fewestCrossings ?? null,
    runsSignal: inOrder && (judged[part]?.signals.length ?? 0) > 0,
  }))
}

/** Mean of a line over a part, where it is. */
export function meanLine(line: Float64Array, { start, end }: Phase): number | null {
  const known = line.subarray(start, end).filter((at) => !Number.isNaN(at))
  return known.length === 0 ? null : known.reduce((sum, at) => sum + at, 0) / known.length
}
