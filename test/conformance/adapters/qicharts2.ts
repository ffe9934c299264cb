import { analyse, type ChartTypeId, type SeriesInput } from '@golden-thread/spc'
import {
  type Adapter,
  type Case,
  inOrderOfDate,
  knownOptions,
  labels,
  listOf,
  NotComparable,
  numberOption,
  numbers,
} from '../case.ts'

/**
 * qicharts2: values, lines and points outside them. Its runs analysis (longest run, crossings) has no counterpart yet, so its
 * cases are not comparable as a whole, but a wrong line is still told.
 */
export const qicharts2: Adapter = {
  peer: 'qicharts2',
  excuses: [
    {
      reason: 'the peer refuses a time of 0 between events; ours takes it as it is',
      covers: ({ chart, input }, [field]) => field === 'error' && chart === 't' && (input.value?.includes(0) ?? false),
    },
    {
      reason: 'the peer draws a lower limit of 0 where there is no moving range at all; ours has no limits there',
      covers: (testCase, [, line]) =>
        testCase.chart === 'mr' && !hasRange(testCase) && (line === 'lcl' || line === 'lcl95'),
    },
  ],
  answer(testCase) {
    knownOptions(testCase, OPTIONS)
    const chart = CHARTS.get(testCase.chart)
    if (!chart) throw new NotComparable(`chart ${testCase.chart}`)
    const dates = labels(testCase, 'dates')
    if (new Set(dates).size < dates.length) throw new NotComparable('several rows of one date')

    const order = inOrderOfDate(dates)
    const rows = rowsOf(testCase, order)
    const options = optionsOf(testCase, dates.length)
    const input: SeriesInput = { chart, direction: 'neither', ...rows, ...options.input }
    const far = analyse(input)
    const near = analyse({ ...input, method: { ...input.method, sigmas: 2 } })
    const floor = options.clipped && rows.numerators.every((value) => !(value < 0)) ? 0 : Number.NEGATIVE_INFINITY
    const lower = far.lower.map((limit) => Math.max(floor, limit))
    return {
      points: {
        x: order.map((row, at) => (testCase.options.categoricalX === true ? categoryName(at) : dates[row])),
        y: listOf(far.values),
        ...(rows.denominators ? { n: listOf(rows.denominators) } : {}),
        subgroupSize: Array.from(rows.numerators, (value) => (Number.isNaN(value) ? 0 : 1)),
        cl: listOf(far.centre),
        lcl: listOf(lower),
        ucl: listOf(far.upper),
        lcl95: listOf(near.lower.map((limit) => Math.max(floor, limit))),
        ucl95: listOf(near.upper),
        part: order.map((_, at) => far.phases.find(({ end }) => at < end)!.number),
        baseline: order.map((_, at) => at < options.baseline),
        include: order.map((_, at) => !options.excluded.includes(at)),
        // An excluded point has no verdict of ours; the peer still compares it with the limits.
        sigmaSignal: order.map((_, at) => far.values[at]! > far.upper[at]! || far.values[at]! < lower[at]!),
      },
    }
  },
}

const OPTIONS = [
  'screenedMR',
  'freeze',
  'part',
  'exclude',
  'cl',
  'target',
  'multiply',
  'runsMethod',
  'yNeg',
  'categoricalX',
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

/** Whether two neighbours have a value. */
function hasRange(testCase: Case): boolean {
  const values = numbers(testCase, 'value')
  return values.some((value, row) => !Number.isNaN(value - values[row - 1]!))
}

/** A missing numerator or denominator makes both of its row missing. */
function rowsOf(testCase: Case, order: readonly number[]) {
  if (testCase.input.value) {
    const values = numbers(testCase, 'value')
    return { numerators: Float64Array.from(order, (row) => values[row]!) }
  }
  const above = numbers(testCase, 'numerator')
  const below = numbers(testCase, 'denominator')
  const whole = (row: number) => !Number.isNaN(above[row]! + below[row]!)
  return {
    numerators: Float64Array.from(order, (row) => (whole(row) ? above[row]! : Number.NaN)),
    denominators: Float64Array.from(order, (row) => (whole(row) ? below[row]! : Number.NaN)),
  }
}

/** `part` and `exclude` count from 1, and `part` names the last point of a part; `freeze` yields to `part`. */
function optionsOf(testCase: Case, length: number) {
  const parts = listOption(testCase, 'part')
  const excluded = listOption(testCase, 'exclude').map((at) => at - 1)
  const freeze = parts.length > 0 ? null : numberOption(testCase, 'freeze')
  const centre = numberOption(testCase, 'cl')
  const screened = testCase.options.screenedMR === true
  if (testCase.options.categoricalX === true && ['pp', 'up'].includes(testCase.chart)) {
    throw new NotComparable('options.categoricalX')
  }
  if (testCase.chart === 'mr' && excluded.length > 0) {
    // The peer takes ranges to an excluded point before it excludes the point's own; ours skip the point.
    throw new NotComparable('options.exclude of a moving range chart')
  }
  const input: Pick<SeriesInput, 'phases' | 'excluded' | 'multiplier' | 'method'> = {
    phases: [0, ...parts].map((start) => ({ start, ...(freeze === null ? {} : { baseline: freeze }) })),
    excluded,
    multiplier: numberOption(testCase, 'multiply') ?? 1,
    method: {
      screenRanges: screened,
      limitsPerRange: 3 / 1.128,
      withoutSpread: screened && byRanges(testCase) ? 'onCentreUnlessEqual' : 'onCentre',
      ...(centre === null ? {} : { centre }),
    },
  }
  return { input, excluded, baseline: freeze ?? length, clipped: testCase.options.yNeg === false }
}

/** Charts whose limits come from moving ranges: screening leaves none where all values are equal. */
function byRanges({ chart }: Case): boolean {
  return ['i', 'pp', 'up', 't'].includes(chart)
}

/** With a categorical axis the vectors' rows are named by their place. */
function categoryName(at: number): string {
  return String(at + 1).padStart(3, '0')
}

function listOption(testCase: Case, name: string): readonly number[] {
  const list = testCase.options[name] ?? []
  if (!Array.isArray(list) || !list.every((at) => typeof at === 'number')) throw new NotComparable(`options.${name}`)
  return list
}
