import type { Adapter, Case } from '../case.ts'
import { chartAnswer } from './qicharts2.answer.ts'
import { bernoulliAnswer } from './qicharts2.bernoulli.ts'
import { qicharts2Excuses } from './qicharts2.excuses.ts'

/** qicharts2: values, lines, points outside them, and the runs of each part; Bernoulli CUSUM. */
export const qicharts2: Adapter = {
  peer: 'qicharts2',
  excuses: qicharts2Excuses(answer),
  answer,
}

function answer(testCase: Case): Readonly<Record<string, unknown>> {
  return testCase.chart === 'bernoulli_cusum' ? bernoulliAnswer(testCase) : chartAnswer(testCase)
}
