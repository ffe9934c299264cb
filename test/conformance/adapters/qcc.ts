import type { Adapter, Case } from '../case.ts'
import { QCC_LARGEST_RANGE } from './qcc.constants.ts'
import { samplesOf } from './qcc.samples.ts'
import { cusumAnswer, ewmaAnswer } from './qcc.sequential.ts'
import { shewhartAnswer } from './qcc.shewhart.ts'

/** qcc: its Shewhart charts, EWMA and CUSUM, in the order of their rows. */
export const qcc: Adapter = {
  peer: 'qcc',
  excuses: [
    {
      reason: `the peer refuses ranges of samples of more than ${QCC_LARGEST_RANGE}; ours says that its table of constants has no limits for them`,
      covers: (testCase, [field]) =>
        field === 'error' &&
        testCase.chart === 'R' &&
        samplesOf(testCase).sizes.some((size) => size > QCC_LARGEST_RANGE),
    },
    {
      reason: 'the peer fails on exact limits of a p chart whose denominators are all equal; ours are drawn',
      covers: (testCase, [field]) =>
        field === 'error' && testCase.chart === 'p' && testCase.options.confidenceLevel != null && isOneWhole(testCase),
    },
  ],
  answer(testCase) {
    if (testCase.chart === 'ewma') return ewmaAnswer(testCase)
    if (testCase.chart === 'cusum') return cusumAnswer(testCase)
    return shewhartAnswer(testCase)
  },
}

function isOneWhole({ input }: Case): boolean {
  return new Set(input.denominator).size === 1
}
