import { analyse, type ChartTypeId, type Direction, type SeriesInput } from '@golden-thread/spc'
import {
  type Adapter,
  type Case,
  knownOptions,
  labels,
  NotComparable,
  numberOption,
  numbers,
  optionOf,
  orNull,
} from '../case.ts'

/**
 * PowerBI-SPC: values, centre and the lines at 1, 2 and 3 sigma. Its own variants of the rules have no counterpart yet, so
 * its cases are not comparable as a whole, but a wrong line is still told.
 */
export const powerbiSpc: Adapter = {
  peer: 'PowerBI-SPC',
  excuses: [
    {
      reason: 'with limits from a subset the peer loses the moving ranges after it; ours keep them',
      covers: ({ chart, options }, [, field]) => chart === 'mr' && options.subsetPoints !== null && field === 'value',
    },
    {
      reason: 'with one denominator of nought the peer loses all limits of a p′ or u′ chart; ours loses that point’s',
      covers: (testCase, [, field]) =>
        ['pp', 'up'].includes(testCase.chart) && hasZeroDenominator(testCase) && /^[lu]l\d\d$/.test(String(field)),
    },
  ],
  answer(testCase) {
    knownOptions(testCase, OPTIONS)
    const chart = CHARTS.get(testCase.chart)
    if (!chart) throw new NotComparable(`chart ${testCase.chart}`)
    if (UNMODELLED.includes(testCase.chart) && hasZeroDenominator(testCase))
      throw new NotComparable('a denominator of 0')
    const { kept, removed } = keptRows(testCase)
    const at = (sigmas: number) => analyse(inputOf(testCase, chart, kept, sigmas))
    const [one, two, three] = [at(1), at(2), at(3)]
    // On a moving range chart the peer leaves out the first row of a phase, which has no range.
    const shown = [...kept.keys()].filter((place) => chart !== 'mr' || !Number.isNaN(three.values[place]!))
    const line = (numbers: Float64Array) => shown.map((place) => orNull(numbers[place]!))
    const target = numberOption(testCase, 'altTarget')
    const lines =
      chart === 'run'
        ? {}
        : {
            ll99: line(three.lower),
            ll95: line(two.lower),
            ll68: line(one.lower),
            ul68: line(one.upper),
            ul95: line(two.upper),
            ul99: line(three.upper),
          }
    return {
      points: {
        inputIndex: shown.map((place) => kept[place]),
        value: line(three.values),
        cl: line(three.centre),
        ...lines,
        phase: shown.map((place) => three.phases.find(({ end }) => place < end)!.number),
        ...(target === null ? {} : { altTarget: kept.map(() => target) }),
      },
      removedRows: removed,
    }
  },
}

const OPTIONS = [
  'screenMovingRanges',
  'improvementDirection',
  'shiftN',
  'trendN',
  'twoInThreeHighlightSeries',
  'astronomicalLimit',
  'twoInThreeLimit',
  'processFlagType',
  'flagOnlyLastPoint',
  'altTarget',
  'subsetPoints',
  'subsetFrom',
]

const CHARTS = new Map<string, ChartTypeId>([
  ['run', 'run'],
  ['i', 'xmr'],
  ['mr', 'mr'],
  ['p', 'p'],
  ['pp', 'pPrime'],
  ['u', 'u'],
  ['up', 'uPrime'],
  ['c', 'c'],
  ['g', 'g'],
  ['t', 't'],
])

const DIRECTIONS: Record<'increase' | 'decrease' | 'neutral', Direction> = {
  increase: 'higher',
  decrease: 'lower',
  neutral: 'neither',
}

/** Charts of values that no model of counts stands behind. */
const UNMODELLED = ['i', 'mr', 'run']

function hasZeroDenominator({ input }: Case): boolean {
  return input.denominator?.includes(0) ?? false
}

/** The peer takes rows that it cannot plot out before it begins, so that what stood on both sides of one are neighbours. */
function keptRows(testCase: Case): { kept: readonly number[]; removed: number } {
  const numerators = numbers(testCase, 'numerator')
  const denominators = testCase.input.denominator ? numbers(testCase, 'denominator') : null
  const counts = !UNMODELLED.includes(testCase.chart)
  const kept = [...numerators.keys()].filter((row) => {
    const numerator = numerators[row]!
    if (Number.isNaN(numerator) || (counts && numerator < 0)) return false
    if (!denominators) return true
    const denominator = denominators[row]!
    if (Number.isNaN(denominator) || denominator < 0) return false
    return !['p', 'pp'].includes(testCase.chart) || denominator >= numerator
  })
  return { kept, removed: numerators.length - kept.length }
}

function inputOf(testCase: Case, chart: ChartTypeId, kept: readonly number[], sigmas: number): SeriesInput {
  const subset = numberOption(testCase, 'subsetPoints')
  if (subset !== null && testCase.options.subsetFrom !== 'Start') throw new NotComparable('options.subsetFrom: "End"')
  const screened = testCase.options.screenMovingRanges !== false
  const pick = (name: string) => {
    const all = numbers(testCase, name)
    return Float64Array.from(kept, (row) => all[row]!)
  }
  return {
    chart,
    direction: DIRECTIONS[optionOf(testCase, 'improvementDirection', ['increase', 'decrease', 'neutral'])],
    numerators: pick('numerator'),
    ...(testCase.input.denominator ? { denominators: pick('denominator') } : {}),
    phases: phaseStarts(testCase, kept).map((start) => ({ start, ...(subset === null ? {} : { baseline: subset }) })),
    method: {
      screenRanges: screened,
      limitsPerRange: 3 / 1.128,
      withoutSpread: screened && ['i', 'pp', 'up', 't'].includes(testCase.chart) ? 'onCentreUnlessEqual' : 'onCentre',
      sigmas,
    },
  }
}

/** Each change of label starts a phase. */
function phaseStarts(testCase: Case, kept: readonly number[]): readonly number[] {
  if (!testCase.input.phaseLabel) return [0]
  const phases = labels(testCase, 'phaseLabel')
  return kept.flatMap((row, place) => (place === 0 || phases[row] !== phases[kept[place - 1]!] ? [place] : []))
}
