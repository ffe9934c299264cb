import { SpcInputError } from '@golden-thread/spc'
import { type Adapter, type Case, NotComparable, type Path } from './case.ts'
import { compare } from './compare.ts'

export type Outcome = 'agree' | 'differ' | 'not comparable' | 'excused'

export interface Verdict {
  readonly outcome: Outcome
  /** What differs, what has no counterpart, or why it is excused; empty when all agrees. */
  readonly because: readonly string[]
}

/** A refusal, as a field of what is expected and of what we answer. */
const REFUSAL: Path = ['error']

/**
 * One case through our engine. A case agrees when every expected field does. A wrong number is told even where another
 * field has no counterpart.
 */
export function verdictOn(testCase: Case, adapters: readonly Adapter[]): Verdict {
  const adapter = adapters.find(({ peer }) => peer === testCase.peer)
  if (!adapter) return { outcome: 'not comparable', because: [`peer ${testCase.peer}`] }
  const ours = answerOf(testCase, adapter)
  if (ours instanceof NotComparable) return { outcome: 'not comparable', because: [ours.message] }
  if (ours instanceof Error) return { outcome: 'differ', because: [`our engine failed: ${ours.message}`] }

  const peerRefused = 'error' in testCase.expected
  if (ours === null || peerRefused) {
    return ours === null && peerRefused ? { outcome: 'agree', because: [] } : judge(testCase, adapter, [REFUSAL], [])
  }
  const { differences, withoutCounterpart } = compare(testCase.expected, ours, testCase.peer)
  return judge(testCase, adapter, differences, withoutCounterpart)
}

/** Our answer; null when our engine refuses the input; what went wrong when it fails, so that the other cases are still run. */
function answerOf(testCase: Case, adapter: Adapter): Readonly<Record<string, unknown>> | Error | null {
  try {
    return adapter.answer(testCase)
  } catch (problem) {
    if (problem instanceof SpcInputError) return null
    return problem instanceof Error ? problem : new Error(String(problem))
  }
}

function judge(
  testCase: Case,
  { excuses }: Adapter,
  differences: readonly Path[],
  without: readonly string[],
): Verdict {
  const reasons = new Set<string>()
  const unexcused = new Set<string>()
  for (const path of differences) {
    const excuse = excuses.find((one) => one.covers(testCase, path))
    if (excuse) reasons.add(excuse.reason)
    else unexcused.add(path.join('.'))
  }
  if (unexcused.size > 0) return { outcome: 'differ', because: [...unexcused] }
  if (without.length > 0) return { outcome: 'not comparable', because: without }
  if (reasons.size > 0) return { outcome: 'excused', because: [...reasons] }
  return { outcome: 'agree', because: [] }
}
