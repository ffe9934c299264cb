import type { ChartTypeId, SeriesInput } from '@golden-thread/spc'
import { type Case, NotComparable, numberOption } from '../case.ts'

export const OPTIONS = [
  'screenedMR',
  'freeze',
  'part',
  'exclude',
  'cl',
  'target',
  'multiply',
  'runsMethod',
  'aggFun',
  'yNeg',
  'categoricalX',
]

export const CHARTS: ReadonlyMap<string, ChartTypeId> = new Map([
  ['run', 'run'],
  ['i', 'xmr'],
  ['ip', 'iPrime'],
  ['mr', 'mr'],
  ['p', 'p'],
  ['pp', 'pPrime'],
  ['u', 'u'],
  ['up', 'uPrime'],
  ['c', 'c'],
  ['g', 'g'],
  ['t', 't'],
  ['xbar', 'xbar'],
  ['s', 's'],
] as const)

export interface Options {
  readonly input: Pick<SeriesInput, 'phases' | 'excluded' | 'multiplier' | 'method'>
  readonly excluded: readonly number[]
  /** How many points stand behind the limits. */
  readonly baseline: number
  /** Lower limits are not below 0 where no value is. */
  readonly clipped: boolean
  readonly categorical: boolean
}

/** `part` and `exclude` count from 1, and `part` names the last point of a part; `freeze` yields to `part`. */
export function optionsOf(testCase: Case, length: number): Options {
  const parts = listOption(testCase, 'part').filter((last) => last < length)
  const excluded = listOption(testCase, 'exclude')
    .map((at) => at - 1)
    .filter((at) => at < length)
  const freeze = parts.length > 0 ? null : numberOption(testCase, 'freeze')
  const centre = numberOption(testCase, 'cl')
  const screened = testCase.options.screenedMR === true
  const categorical = testCase.options.categoricalX === true
  return {
    input: {
      phases: [0, ...parts].map((start) => ({ start, ...(freeze === null ? {} : { baseline: freeze }) })),
      excluded,
      multiplier: numberOption(testCase, 'multiply') ?? 1,
      method: {
        screenRanges: screened,
        limitsPerRange: 3 / 1.128,
        withoutSpread: screened && byRanges(testCase) ? 'onCentreUnlessEqual' : 'onCentre',
        spreadFrom: 'wholePhase',
        excludedRanges: 'kept',
        scoreSpread: categorical ? 'deviation' : 'ranges',
        ...(centre === null ? {} : { centre }),
      },
    },
    excluded,
    baseline: freeze ?? length,
    clipped: testCase.options.yNeg === false,
    categorical,
  }
}

/** Charts whose limits come from moving ranges: screening leaves none where all values are equal. */
function byRanges({ chart, options }: Case): boolean {
  return ['i', 'ip', 't'].includes(chart) || (['pp', 'up'].includes(chart) && options.categoricalX !== true)
}

function listOption(testCase: Case, name: string): readonly number[] {
  const list = testCase.options[name] ?? []
  if (!Array.isArray(list) || !list.every((at) => typeof at === 'number')) throw new NotComparable(`options.${name}`)
  return list
}
