import type { Case, Excuse, Path } from '../case.ts'
import { isOnLine, lastBitExcuse, type OnLine } from './lastBit.ts'
import { type Charted, chartOf } from './powerbiSpc.chart.ts'
import { hasZeroDenominator, isOfCounts, isOfSamples } from './powerbiSpc.rows.ts'

/** What follows from values that the peer lost. */
const OF_VALUES = ['value', 'trendLine', 'astronomical', 'shift', 'trend', 'twoInThree']
/** What follows from limits that it lost. */
const OF_LIMITS = ['ll99', 'll95', 'll68', 'ul68', 'ul95', 'ul99', 'astronomical', 'twoInThree']

/** Defects of the peer, told by input and options; and what only the last bit of its arithmetic decided. */
export function powerbiSpcExcuses(answer: (testCase: Case) => unknown): readonly Excuse[] {
  return [
    {
      reason:
        'with limits from a subset the peer loses the moving ranges of the other points, and flags what it lost as low; ours keep them',
      covers: ({ chart, options }, path) =>
        chart === 'mr' && options.subsetPoints !== null && (isOneOf(OF_VALUES, path) || path[0] === 'variationIcons'),
    },
    {
      reason: 'with one denominator of nought the peer loses all limits of a p′ or u′ chart; ours loses that point’s',
      covers: (testCase, path) =>
        ['pp', 'up'].includes(testCase.chart) &&
        hasZeroDenominator(testCase) &&
        (isOneOf(OF_LIMITS, path) || path[0] === 'variationIcons' || path[0] === 'assuranceIcon'),
    },
    {
      reason:
        'a value divided by nought is infinite to the peer, and takes centre and limits with it; ours leaves that point out',
      covers: (testCase, [field]) =>
        (field === 'points' || field === 'variationIcons' || field === 'assuranceIcon') &&
        !isOfCounts(testCase) &&
        !isOfSamples(testCase) &&
        hasZeroDenominator(testCase),
    },
    {
      reason:
        'a point with a denominator of nought has no value; the peer compares it with lines all the same, ours does not',
      covers: (testCase, path) =>
        isOneOf(['astronomical', 'twoInThree'], path) && hasNoDenominator(testCase, Number(path[2])),
    },
    {
      reason:
        'the target lies on a limit to the last bit of the arithmetic; ours is inconsistent, the peer’s fell beside it',
      covers: (testCase, path) => path[0] === 'assuranceIcon' && isTargetOnLimit(testCase),
    },
    lastBitExcuse(figuresOnLines, answer),
  ]
}

function isOneOf(fields: readonly string[], [first, field]: Path): boolean {
  return first === 'points' && fields.includes(String(field))
}

function hasNoDenominator(testCase: Case, place: number): boolean {
  const row = chartOf(testCase).rows[place]
  return row !== undefined && testCase.input.denominator?.[row] === 0
}

function isTargetOnLimit(testCase: Case): boolean {
  const { altTarget } = testCase.options
  const { three } = chartOf(testCase)
  return [three.lower, three.upper].some((line) => typeof altTarget === 'number' && isOnLine(altTarget, line.at(-1)!))
}

/** The figures that lie on their chart's centre line or on a line that a rule looks at. */
function figuresOnLines(testCase: Case): readonly OnLine[] {
  // A moving range is made of two figures: neither can be moved alone.
  if (testCase.chart === 'mr') return []
  const charted = chartOf(testCase)
  return charted.rows.flatMap((row, place) => {
    const unit = testCase.input.denominator && !testCase.input.sd ? Number(testCase.input.denominator[row]) : 1
    return linesOf(charted)
      .filter((line) => isOnLine(charted.three.values[place]!, line[place]!))
      .map((line) => ({ row, line: line[place]! * (testCase.chart === 's' ? 1 : unit) }))
  })
}

function linesOf({ one, two, three }: Charted): readonly Float64Array[] {
  return [three.centre, ...[one, two, three].flatMap(({ lower, upper }) => [lower, upper])]
}
