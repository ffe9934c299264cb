import type { RunsAnalysis, RunsSignal } from '../runs/runsAnalysis.ts'

/**
 * What a runs analysis found, in words that start with a small letter and have no full stop: "one unusually long run of 9
 * (limit 8)", "only 4 crossings where at least 6 are expected". Empty where chance alone explains the phase.
 */
export function tellRuns(runs: RunsAnalysis): readonly string[] {
  return runs.signals.map((signal) => WORDS[signal](runs))
}

const WORDS: Readonly<Record<RunsSignal, (runs: RunsAnalysis) => string>> = {
  longRun: ({ longestRun, longestRunLimit }) => `one unusually long run of ${longestRun} (limit ${longestRunLimit})`,
  fewCrossings: ({ crossings, fewestCrossings }) =>
    `${crossings === 0 ? 'no crossing' : `only ${crossingsOf(crossings)}`} where at least ${fewestCrossings} ${fewestCrossings === 1 ? 'is' : 'are'} expected`,
  together: ({ longestRun, crossings }) =>
    `a run of ${longestRun} and only ${crossingsOf(crossings)}, which together are more than chance gives`,
}

function crossingsOf(count: number): string {
  return count === 1 ? '1 crossing' : `${count} crossings`
}
