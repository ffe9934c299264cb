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
  const range = `${wording.value(analysis.lower[at]!)} and ${wording.value(analysis.upper[at]!)}`
  const many = wording.noun === 'event' ? 'values' : `${wording.noun}s`
  const expected = limitsVary(analysis, phase)
    ? `As it stands now, with a size like that of ${wording.period(at)}, expect between ${range}`
    : `As it stands now, expect ${many} between ${range}`
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
  const target = analysis.targets[at]!
  const judged = byValue(analysis, wording, at)
  const why = whyNoLimits(analysis, phase, wording, at)
  const untold = Number.isNaN(target)
    ? 'no target'
    : analysis.direction === 'neither'
      ? 'neither direction is better'
      : 'no limits to judge by'
  return { sentence: `${why}${judged?.sentence ?? ''}.`, reason: judged?.reason ?? untold }
}

/** A constant series is judged by its value, and says so. */
function byValue(
  { assurance, assuranceByValue, targets }: Analysis,
  { value, noun }: Wording,
  at: number,
): Outlook | null {
  if (!assuranceByValue) return null
  const target = value(targets[at]!)
  const says = {
    meets: `every ${noun} meets`,
    misses: `every ${noun} misses`,
    hitOrMiss: `not every ${noun} meets`,
    none: '',
  }[assurance]
  return { sentence: `. Judged by the values themselves, ${says} the ${target} target`, reason: `${says} ${target}` }
}

function whyNoLimits(analysis: Analysis, phase: Phase, wording: Wording, at: number): string {
  const { noun, period, value } = wording
  const since = phase.number === 1 ? '' : ` since ${period(phase.start)}`
  switch (phase.noLimits) {
    case 'runChart':
      return `A run chart has no limits: it shows shifts and trends, not what to expect`
    case 'allEqual':
      return `The ${counted(phase.points, noun)} behind the limits${since} are all ${value(analysis.centre[at]!)}: there is no variation, so there are no limits`
    case 'noSpread':
      return `There are no limits: nearly all ${noun}s${since} are the same`
    case 'onePoint':
      return `There are no limits: only one ${noun}${since} stands behind them`
    case 'noNeighbours':
      return `There are no limits: no two ${noun}s${since} with a value stand next to each other`
    case 'noValues':
      return `There are no limits: no ${noun}${since} stands behind them`
    default:
      return `There are no limits for ${period(at)}: its size is not known`
  }
}
