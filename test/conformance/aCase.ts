import { ADAPTERS } from './adapters/index.ts'
import type { Case } from './case.ts'

/** A month a value, from January 2020. */
function months(count: number): string[] {
  return Array.from(
    { length: count },
    (_, i) => `${2020 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`,
  )
}

/**
 * A case as NHSRplotthedots would have recorded it, made of our own engine's answer: enough to see what an altered number,
 * option or flag does to its verdict.
 */
export function aCase(value: readonly (number | null)[], overrides: Partial<Case> = {}): Case {
  const asked: Case = {
    id: 'ours:xmr',
    peer: 'NHSRplotthedots',
    chart: 'xmr',
    family: 'ours',
    options: {
      improvementDirection: 'increase',
      screenOutliers: true,
      target: null,
      fixAfterNPoints: null,
      rebaseDates: null,
    },
    input: { dates: months(value.length), value },
    expected: {},
    ...overrides,
  }
  if (overrides.expected) return asked
  const answer = ADAPTERS.find(({ peer }) => peer === asked.peer)!.answer(asked)
  return { ...asked, expected: JSON.parse(JSON.stringify(answer)) as Case['expected'] }
}
