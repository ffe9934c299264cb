import type { Analysis, Phase, Wording } from '../analysis.ts'
import { counted } from './counting.ts'

/** What part of the reading, and the reason beside the assurance icon, say about limits and target. */
export interface Outlook {
  readonly sentence: string
  readonly reason: string
}

/** What to expect while nothing changes, and what that means for the target. `at` is the latest value's index. */
export function outlook(analysis: Analysis, phase: Phase, wording: Wording, at: number): Outlook {
  return Number.isNaN(analysis.upper[at]!)
    ? withoutLimits(analysis, phase, wording, at)
    : withinLimits(analysis, phase, wording, at)
}

function withinLimits(analysis: Analysis, phase: Phase, wording: Wording, at: number): Outlook {
  const { noun, period, value } = wording
  const range = `between ${value(analysis.lower[at]!)} and ${value(analysis.upper[at]!)}`
  const expected = limitsVary(analysis, phase)
    ? `As it stands now, expect a ${noun} of the size of ${period(at)} to lie ${range}`
    : `As it stands now, expect ${noun}s ${range}`
  const target = targetWithinLimits(analysis, wording, at)
  return { sentence: `${expected}${target.sentence}.`, reason: target.reason }
}

function limitsVary({ upper }: Analysis, { start, end }: Phase): boolean {
  const known = upper.subarray(start, end).filter((limit) => !Number.isNaN(limit))
  return known.some((limit) => limit !== known[0])
}

function targetWithinLimits(analysis: Analysis, wording: Wording, at: number): Outlook {
  const { targets, assurance, direction } = analysis
  if (Number.isNaN(targets[at]!)) return { sentence: '', reason: 'no target' }
  const target = wording.value(targets[at]!)
  if (direction === 'neither') return { sentence: '', reason: 'neither direction is better' }
  if (assurance === 'hitOrMiss') {
    const noun = wording.noun
    return {
      sentence: `; the ${target} target lies within that, so one ${noun} will meet it and another miss it`,
      reason: `${target} lies within the limits`,
    }
  }
  const isAbove = (assurance === 'misses') === (direction === 'higher')
  const limit = wording.value((isAbove ? analysis.upper : analysis.lower)[at]!)
  const place = `${limit === target ? 'just ' : ''}${isAbove ? 'above' : 'below'}`
  const something = analysis.variation === 'commonCause' ? 'something' : 'something else'
  return {
    sentence: `; the ${target} target lies ${place} that and will be ${
      assurance === 'meets' ? 'met unless something changes' : `missed until ${something} changes`
    }`,
    reason: `${target} lies ${place} the ${isAbove ? 'upper' : 'lower'} limit`,
  }
}

function withoutLimits(analysis: Analysis, phase: Phase, wording: Wording, at: number): Outlook {
  const { targets, direction, assuranceByValue } = analysis
  const why = whyNoLimits(analysis, phase, wording, at)
  if (Number.isNaN(targets[at]!)) return { sentence: `${why}.`, reason: 'no target' }
  if (direction === 'neither') return { sentence: `${why}.`, reason: 'neither direction is better' }
  const target = wording.value(targets[at]!)
  if (assuranceByValue) {
    const says = valuesSay(analysis, wording)
    return {
      sentence: `${why}. Judged by the values alone, ${says} the ${target} target.`,
      reason: `${says} ${target}`,
    }
  }
  return {
    sentence: `${why}; whether the ${target} target will be met cannot be told.`,
    reason: 'no limits to judge it by',
  }
}

/** A constant series is judged by its values, and says so. */
function valuesSay({ assurance }: Analysis, { noun }: Wording): string {
  if (assurance === 'hitOrMiss') return `not every ${noun} meets`
  return assurance === 'meets' ? `every ${noun} meets` : `every ${noun} misses`
}

function whyNoLimits({ centre }: Analysis, phase: Phase, { noun, period, value }: Wording, at: number): string {
  const since = phase.number === 1 ? '' : ` since ${period(phase.start)}`
  switch (phase.noLimits) {
    case 'runChart':
      return 'A run chart has no limits: it shows shifts and trends, but not what to expect'
    case 'allEqual':
      return `The ${counted(phase.points, noun)}${since} that limits would stand on are all ${value(centre[at]!)}: without variation there are no limits`
    case 'noSpread':
      return `There are no limits: nearly all ${noun}s${since} are the same`
    case 'onePoint':
      return `There are no limits yet: one ${noun}${since} is too few`
    case 'noNeighbours':
      return `There are no limits: no two ${noun}s${since} with a value stand next to each other`
    case 'noValues':
      return `There are no limits: no ${noun}${since} is left to set them`
    default:
      return `There are no limits for ${period(at)}: its size is not known`
  }
}
