import { type Case, type Excuse, numbers, type Path } from '../case.ts'
import { isOnLine, lastBitExcuse, type OnLine } from './lastBit.ts'
import { type Charted, chartOf } from './qicharts2.answer.ts'
import { rowsOf } from './qicharts2.rows.ts'

/** Refusals and defects of the peer, told by input and options; and what only the last bit of its arithmetic decided. */
export function qicharts2Excuses(answer: (testCase: Case) => unknown): readonly Excuse[] {
  return [
    {
      reason: 'the peer refuses a time of 0 between events; ours takes it as it is',
      covers: ({ chart, input }, [field]) => field === 'error' && chart === 't' && (input.value?.includes(0) ?? false),
    },
    {
      reason: 'the peer draws a lower limit of 0 where no moving range is to set limits by; ours has none there',
      covers: (testCase, path) =>
        testCase.chart === 'mr' &&
        !testCase.input.facet &&
        isLowerLine(path) &&
        Number.isNaN(centreAt(chartOf(testCase), path)),
    },
    {
      reason: 'the peer goes on where all cases are events or none is; ours refuses: no odds can change those',
      covers: (testCase, [field]) => field === 'error' && testCase.chart === 'bernoulli_cusum' && isOneSided(testCase),
    },
    lastBitExcuse(figuresOnLines, answer),
  ]
}

function isLowerLine(path: Path): boolean {
  return ['lcl', 'lcl95', 'meanLcl', 'meanLcl95'].includes(String(path[0] === 'parts' ? path[2] : path[1]))
}

/** Centre line at the point, or of the part, that the path leads to. */
function centreAt({ analysis, lines }: Charted, path: Path): number {
  const at = path[0] === 'parts' ? analysis.phases[Number(path[1])]!.start : Number(path[2])
  return lines.cl[at]!
}

/** The cases that the share as it should be is taken from are all alike. */
function isOneSided(testCase: Case): boolean {
  const { target } = testCase.options
  if (typeof target === 'number' && target <= 1) return target <= 0 || target === 1
  const cases = numbers(testCase, 'value').slice(0, typeof target === 'number' ? target : undefined)
  return new Set(cases).size < 2
}

/** The figures that lie on their chart's centre line or limits, where no other row shares their point. */
function figuresOnLines(testCase: Case): readonly OnLine[] {
  if (testCase.chart === 'bernoulli_cusum' || testCase.input.facet) return []
  const { rows, analysis, lines } = chartOf(testCase)
  const all = rowsOf(testCase)
  const multiply = typeof testCase.options.multiply === 'number' ? testCase.options.multiply : 1
  return rows.x.flatMap((x, at) => {
    const row = all.findIndex((one) => one.x === x)
    if (rows.sizes[at] !== 1) return []
    const unit = (rows.figures.denominators?.[at] ?? 1) / multiply
    return [lines.cl, lines.lcl, lines.ucl]
      .filter((line) => isOnLine(analysis.values[at]!, line[at]!))
      .map((line) => ({ row, line: line[at]! * unit }))
  })
}
