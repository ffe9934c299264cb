import type { Analysis, Wording } from '../analysis.ts'
import { chances } from '../chance/chance.ts'
import { pointsUntilFinal, pointsUntilFound } from '../chance/outlook.ts'
import { messagesOf } from '../messages/index.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { ruleSet } from '../rules/ruleSets.ts'
import { counted, inWords, nouns } from './counting.ts'

/** Fewer points than this say nothing of chance. */
const FEWEST = 2

/**
 * What the chart can and cannot tell as it stands, a sentence each: until when its limits still move, how soon a change could
 * be found, how long one takes on average, and how often chance alone looks like one. Empty before there are two values.
 *
 * @param set the rule set that the analysis was made with, where it is one's own
 * @throws SpcInputError for an analysis that came without its zones
 */
export function canTell(
  analysis: Analysis,
  wording: Wording,
  set: RuleSet = ruleSet(analysis.ruleSet),
): readonly string[] {
  const points = countPoints(analysis)
  if (points < FEWEST) return []
  return [
    limitsFinal(analysis, wording),
    soonest(analysis, wording, set),
    ...onAverage(analysis, points, wording, set),
  ].filter((sentence) => sentence !== '')
}

/** Values of the latest phase, excluded ones left out. */
function countPoints({ values, phases, excluded = [] }: Analysis): number {
  const start = phases.at(-1)?.start ?? 0
  let count = 0
  for (let i = start; i < values.length; i++) if (!Number.isNaN(values[i]!) && !excluded.includes(i)) count++
  return count
}

function limitsFinal(analysis: Analysis, wording: Wording): string {
  const more = pointsUntilFinal(analysis)
  if (analysis.chart === 'run' || more === 0) return ''
  const say = messagesOf(wording)
  return say.canTell.limitsFinal({ periods: counted(say, more, wording.noun), count: more })
}

function soonest(analysis: Analysis, wording: Wording, set: RuleSet): string {
  const [up, down] = [pointsUntilFound(analysis, 'high', set), pointsUntilFound(analysis, 'low', set)]
  if (up === null || down === null) return ''
  const say = messagesOf(wording)
  const [from, to] = [inWords(say, Math.min(up, down)), counted(say, Math.max(up, down), wording.noun)]
  const small = say.canTell.soonest({ periods: up === down ? to : say.pieces.range({ from, to }) })
  return analysis.chart === 'run' ? small : `${small} ${say.canTell.large()}`
}

function onAverage({ chart }: Analysis, points: number, wording: Wording, set: RuleSet): readonly string[] {
  const { oneSigma, twoSigma, falseSignal } = chances(chart, points, set)
  const [one, two] = [oneSigma, twoSigma].map(({ is }) => Math.round(is))
  const say = messagesOf(wording)
  const noun = nouns(say, 1, wording.noun)
  return [
    say.canTell.onAverage({ one: counted(say, one!, wording.noun), two: inWords(say, two!) }),
    // So rare that no series of the simulation had it: 0.
    say.canTell.falseSignal({ noun, charts: falseSignal.is > 0 ? Math.round(1 / falseSignal.is) : 0 }),
  ]
}
