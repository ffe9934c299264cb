import type { Analysis, Phase, Wording } from '../analysis.ts'
import { chartType } from '../charts/index.ts'
import { messagesOf } from '../messages/index.ts'
import { counted, nouns } from './counting.ts'
import { endsOf, reachOf } from './reach.ts'

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
  return besideTarget(expectation(analysis, phase, wording, at), analysis, wording, at)
}

/** What the next points will be while nothing changes, said as what they are: months, counts, averages. */
function expectation(analysis: Analysis, phase: Phase, wording: Wording, at: number): string {
  const say = messagesOf(wording)
  const { points = 'values', accumulates = false } = chartType(analysis.chart)
  const between = endsOf(analysis.lower[at]!, analysis.upper[at]!, reachOf(analysis, wording), wording)
  const noun = nouns(say, 1, wording.noun)
  if (points === 'intervals') return say.outlook.expectIntervals(between)
  // The limits of averages of past points draw apart with their number, not with a size.
  const sized = !accumulates && limitsVary(analysis, phase) ? { noun, period: wording.period(at), ...between } : null
  if (points === 'counts') {
    return sized ? say.outlook.expectCountsSized(sized) : say.outlook.expectCounts({ noun, ...between })
  }
  if (sized) return say.outlook.expectSized(sized)
  const many = points === 'values' ? nouns(say, 2, wording.noun) : say.pieces.points({ kind: points, count: 2 })
  return say.outlook.expect({ points: many, ...between })
}

function limitsVary({ upper }: Analysis, { start, end }: Phase): boolean {
  const known = upper.subarray(start, end).filter((limit) => !Number.isNaN(limit))
  return known.some((limit) => limit !== known[0])
}

/** Averages and sums of past points are held against no target. */
function unjudged(analysis: Analysis, wording: Wording): string | null {
  const { points = 'values', accumulates } = chartType(analysis.chart)
  if (!accumulates) return null
  const say = messagesOf(wording)
  const many = say.pieces.points({ kind: points, count: 2 })
  return say.outlook.notJudged({ points: many, nouns: nouns(say, 2, wording.noun) })
}

function besideTarget(expected: string, analysis: Analysis, wording: Wording, at: number): Outlook {
  const { targets, assurance, direction } = analysis
  const say = messagesOf(wording)
  const alone = say.outlook.alone({ expected })
  if (Number.isNaN(targets[at]!)) return { sentence: alone, reason: say.outlook.noTarget() }
  if (direction === 'neither') return { sentence: alone, reason: say.outlook.neither() }
  const not = unjudged(analysis, wording)
  if (not) return { sentence: alone, reason: not }
  const target = wording.value(targets[at]!)
  if (assurance === 'hitOrMiss') {
    const noun = nouns(say, 1, wording.noun)
    return { sentence: say.outlook.hitOrMiss({ expected, target, noun }), reason: say.outlook.within({ target }) }
  }
  const isAbove = (assurance === 'misses') === (direction === 'higher')
  const limit = wording.value((isAbove ? analysis.upper : analysis.lower)[at]!)
  const where = { target, just: limit === target ? 'yes' : 'no', place: isAbove ? 'above' : 'below' } as const
  const changed = analysis.variation === 'commonCause' ? 'no' : 'yes'
  return {
    sentence:
      assurance === 'meets'
        ? say.outlook.meets({ expected, ...where })
        : say.outlook.misses({ expected, ...where, changed }),
    reason: say.outlook.beyond(where),
  }
}

function withoutLimits(analysis: Analysis, phase: Phase, wording: Wording, at: number): Outlook {
  const { targets, direction, assuranceByValue } = analysis
  const say = messagesOf(wording)
  const why = whyNoLimits(analysis, phase, wording, at)
  const alone = say.outlook.alone({ expected: why })
  if (Number.isNaN(targets[at]!)) return { sentence: alone, reason: say.outlook.noTarget() }
  if (direction === 'neither') return { sentence: alone, reason: say.outlook.neither() }
  const not = unjudged(analysis, wording)
  if (not) return { sentence: alone, reason: not }
  const target = wording.value(targets[at]!)
  if (!assuranceByValue) {
    return { sentence: say.outlook.cannotTell({ why, target }), reason: say.outlook.noLimits() }
  }
  const says = valuesSay(analysis, wording)
  return { sentence: say.outlook.byValues({ why, says, target }), reason: say.outlook.byValuesReason({ says, target }) }
}

/** A constant series is judged by its values, and says so. */
function valuesSay({ assurance }: Analysis, wording: Wording): string {
  const say = messagesOf(wording)
  const { hitOrMiss, meets, misses } = say.outlook.values
  const noun = nouns(say, 1, wording.noun)
  if (assurance === 'hitOrMiss') return hitOrMiss({ noun })
  return assurance === 'meets' ? meets({ noun }) : misses({ noun })
}

function whyNoLimits({ centre }: Analysis, phase: Phase, wording: Wording, at: number): string {
  const { period, value } = wording
  const say = messagesOf(wording)
  const { why } = say.outlook
  const since = phase.number === 1 ? '' : why.since({ period: period(phase.start) })
  const [noun, many] = [nouns(say, 1, wording.noun), nouns(say, 2, wording.noun)]
  switch (phase.noLimits) {
    case 'runChart':
      return why.runChart()
    case 'allEqual':
      return why.allEqual({ points: counted(say, phase.points, wording.noun), since, value: value(centre[at]!) })
    case 'noSpread':
      return why.noSpread({ nouns: many, since })
    case 'onePoint':
      return why.onePoint({ noun, since })
    case 'noNeighbours':
      return why.noNeighbours({ nouns: many, since })
    case 'noValues':
      return why.noValues({ noun, since })
    case 'noneByMethod':
      return why.noneByMethod()
    default:
      return why.other({ period: period(at) })
  }
}
