import { bernoulliCusum } from '@golden-thread/spc'
import { type Case, knownOptions, listOf, numberOption, numbers } from '../case.ts'

/** A sum past its limit is recorded as 0 by the peer, and as it is by ours; one exactly on the limit by both. */
export function bernoulliAnswer(testCase: Case): Readonly<Record<string, unknown>> {
  knownOptions(testCase, ['target', 'oddsRatio', 'limit'])
  const target = numberOption(testCase, 'target')
  const oddsRatio = numberOption(testCase, 'oddsRatio')
  const limit = numberOption(testCase, 'limit')
  const made = bernoulliCusum(numbers(testCase, 'value'), {
    ...(target === null ? {} : { target }),
    ...(oddsRatio === null ? {} : { oddsRatio }),
    ...(limit === null ? {} : { limit }),
  })
  const shown = (sum: number) => (Math.abs(sum) > made.limit ? 0 : sum)
  return {
    points: {
      scoreUp: listOf(made.up.scores),
      cusumUp: listOf(made.up.sums.map(shown)),
      signalUp: made.up.signals,
      scoreDown: listOf(made.down.scores),
      cusumDown: listOf(made.down.sums.map(shown)),
      signalDown: made.down.signals,
    },
    p0: made.target,
    p1: made.higher,
    p2: made.lower,
    limitUp: made.limit,
    limitDown: -made.limit,
  }
}
