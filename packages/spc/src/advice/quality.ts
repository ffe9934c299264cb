import type { Wording } from '../analysis.ts'
import { messagesOf } from '../messages/index.ts'
import { autocorrelated } from './checks/autocorrelated.ts'
import { carriedForward } from './checks/carriedForward.ts'
import type { Found, QualityCheck } from './checks/check.ts'
import { denominatorsVary } from './checks/denominatorsVary.ts'
import { discreteness } from './checks/discreteness.ts'
import { overDispersed, underDispersed } from './checks/dispersed.ts'
import { duplicates } from './checks/duplicates.ts'
import { equalDenominators } from './checks/equalDenominators.ts'
import { gaps } from './checks/gaps.ts'
import { impossibleValues } from './checks/impossibleValues.ts'
import { tooFewPoints } from './checks/tooFewPoints.ts'
import { zeroDenominators } from './checks/zeroDenominators.ts'
import { type AdviceInput, examine } from './examined.ts'

/** Every check, in the order in which its findings are told: what makes figures wrong before what makes limits mislead. */
export const QUALITY_CHECKS: readonly QualityCheck[] = [
  impossibleValues,
  duplicates,
  gaps,
  zeroDenominators,
  tooFewPoints,
  equalDenominators,
  denominatorsVary,
  discreteness,
  overDispersed,
  underDispersed,
  autocorrelated,
  carriedForward,
]

/** What a check found, with the check itself: where its threshold comes from. */
export interface Finding extends Found {
  readonly check: QualityCheck
  /** "Missing periods" */
  readonly label: string
  /** What was measured and held against the threshold, with its unit. */
  readonly measures: string
}

/**
 * What is to be known of the figures before anybody believes the chart: each check that found something, with its number, its
 * threshold and a plain sentence. Empty for figures that the chart suits. Checks of spread and shape look at the latest phase;
 * those of single figures at all of them. Never throws for figures that are wrong: that is what it is asked.
 *
 * @throws SpcInputError for phases out of order
 */
export function qualityFindings(input: AdviceInput, wording: Wording): readonly Finding[] {
  const examined = examine(input)
  const { checks } = messagesOf(wording).advice
  return QUALITY_CHECKS.flatMap((check) => {
    const found = check.look(examined, wording)
    const { label, measures } = checks[check.id]
    return found ? [{ check, label: label(), measures: measures(), ...found }] : []
  })
}
