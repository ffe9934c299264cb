import type { Wording } from '../analysis.ts'
import { messagesOf } from '../messages/index.ts'
import type { Advice, Adviser } from './advisers/advice.ts'
import { dispersion } from './advisers/dispersion.ts'
import { exposure } from './advisers/exposure.ts'
import { following } from './advisers/following.ts'
import { mostlyNought } from './advisers/mostlyNought.ts'
import { skewed } from './advisers/skewed.ts'
import { smallNumbers } from './advisers/smallNumbers.ts'
import { tooFew } from './advisers/tooFew.ts'
import { type AdviceInput, examine } from './examined.ts'

/** Every adviser on the kind of chart; the first that has something to say is heard. */
export const CHART_ADVISERS: readonly Adviser[] = [tooFew, mostlyNought, exposure, dispersion, smallNumbers, skewed]

/** Advisers that say what no chart mends; each is heard, beside the one on the chart. */
export const FURTHER_ADVISERS: readonly Adviser[] = [following]

/**
 * Which chart would suit the latest phase of a series better, and why, with the numbers that led to it and the same figures
 * as that chart takes them. At most one chart is advised, so that nobody is left to choose among advice. Empty where the
 * present chart is right.
 *
 * @throws SpcInputError for phases out of order
 */
export function adviseChart(input: AdviceInput, wording: Wording): readonly Advice[] {
  const examined = examine(input)
  const { advisers } = messagesOf(wording).advice
  const heard = ({ id, citation, advise }: Adviser): readonly Advice[] => {
    const advice = advise(examined, wording)
    return advice ? [{ id, title: advisers[id].title(), citation, ...advice }] : []
  }
  const [chart] = CHART_ADVISERS.flatMap(heard)
  return [...(chart ? [chart] : []), ...FURTHER_ADVISERS.flatMap(heard)]
}
