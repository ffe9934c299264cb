import type { Analysis, Wording } from '../analysis.ts'
import { chances } from '../chance/chance.ts'
import { pointsUntilFinal, pointsUntilFound } from '../chance/outlook.ts'
import type { RuleSet } from '../rules/ruleSet.ts'
import { ruleSet } from '../rules/ruleSets.ts'
import { counted, inWords } from './counting.ts'

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

function limitsFinal(analysis: Analysis, { noun }: Wording): string {
  const more = pointsUntilFinal(analysis)
  if (analysis.chart === 'run' || more === 0) return ''
  return `The limits still move until ${counted(more, noun)} more ${more === 1 ? 'has' : 'have'} a value.`
}

function soonest(analysis: Analysis, { noun }: Wording, set: RuleSet): string {
  const [up, down] = [pointsUntilFound(analysis, 'high', set), pointsUntilFound(analysis, 'low', set)]
  if (up === null || down === null) return ''
  const after =
    up === down ? counted(up, noun) : `${inWords(Math.min(up, down))} to ${counted(Math.max(up, down), noun)}`
  const large = analysis.chart === 'run' ? '' : ' A large one can show at once.'
  return `A small lasting change that began now could be found after ${after} at the earliest.${large}`
}

function onAverage({ chart }: Analysis, points: number, { noun }: Wording, set: RuleSet): readonly string[] {
  const { oneSigma, twoSigma, falseSignal } = chances(chart, points, set)
  const [one, two] = [oneSigma, twoSigma].map(({ is }) => Math.round(is))
  const rare =
    falseSignal.is > 0 ? `about one steady chart in ${Math.round(1 / falseSignal.is)}` : 'hardly any steady chart'
  return [
    `On average a change of one sigma is found after ${counted(one!, noun)}, one of two sigma after ${inWords(two!)}.`,
    `Chance alone flags the latest ${noun} of ${rare}.`,
  ]
}
