import { trendLine } from '@golden-thread/spc'
import { type Adapter, type Case, numberOption, orNull } from '../case.ts'
import { chartOf } from './powerbiSpc.chart.ts'
import { powerbiSpcExcuses } from './powerbiSpc.excuses.ts'
import { assuranceIcon, flagsOf, variationIcons } from './powerbiSpc.flags.ts'

/** PowerBI-SPC: values, lines at 1, 2 and 3 sigma, its four rules with their options, icons. */
export const powerbiSpc: Adapter = { peer: 'PowerBI-SPC', excuses: powerbiSpcExcuses(answer), answer }

function answer(testCase: Case) {
  const { rows, removed, one, two, three } = chartOf(testCase)
  // On a moving range chart the peer leaves out the first row of a phase, which has no range.
  const shown = [...rows.keys()].filter((place) => testCase.chart !== 'mr' || !Number.isNaN(three.values[place]!))
  const line = (numbers: Float64Array) => shown.map((place) => orNull(numbers[place]!))
  const target = numberOption(testCase, 'altTarget')
  const flags = flagsOf(testCase, three, shown)
  const lines =
    testCase.chart === 'run'
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
      inputIndex: shown.map((place) => rows[place]),
      value: line(three.values),
      cl: line(three.centre),
      ...lines,
      trendLine: line(trendLine(three)),
      phase: shown.map((place) => three.phases.find(({ end }) => place < end)!.number),
      ...(target === null ? {} : { altTarget: rows.map(() => target) }),
      ...flags,
    },
    variationIcons: variationIcons(testCase, flags),
    assuranceIcon: assuranceIcon(testCase, three),
    removedRows: removed,
  }
}
