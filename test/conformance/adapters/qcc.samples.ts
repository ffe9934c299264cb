import { type Subgroups, subgroups } from '@golden-thread/spc'
import { type Case, labels, numbers } from '../case.ts'

/** The samples behind an x̄, R or S chart: rows of one date or group, in order of their names. */
export function samplesOf(testCase: Case): Subgroups {
  const values = numbers(testCase, 'value')
  const groups = testCase.input.groupId
    ? Array.from(numbers(testCase, 'groupId'))
    : labels(testCase, 'dates').map((date) => date)
  return subgroups(groups.map((x, row) => ({ x, numerator: values[row]! })))
}
