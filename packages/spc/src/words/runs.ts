import { english, type Messages } from '../messages/index.ts'
import type { RunsAnalysis, RunsSignal } from '../runs/runsAnalysis.ts'

/**
 * What a runs analysis found, in words that start with a small letter and have no full stop: "one unusually long run of 9
 * (limit 8)", "only 4 crossings where at least 6 are expected". Empty where chance alone explains the phase.
 */
export function tellRuns(runs: RunsAnalysis, messages: Messages = english): readonly string[] {
  return runs.signals.map((signal) => WORDS[signal](messages, runs))
}

const WORDS: Readonly<Record<RunsSignal, (say: Messages, runs: RunsAnalysis) => string>> = {
  longRun: (say, { longestRun, longestRunLimit }) =>
    say.runs.longRun({ length: String(longestRun), limit: String(longestRunLimit) }),
  fewCrossings: (say, { crossings, fewestCrossings }) => say.runs.fewCrossings({ crossings, fewest: fewestCrossings }),
  together: (say, { longestRun, crossings }) => say.runs.together({ length: String(longestRun), crossings }),
}
