import { type Case, labels } from '../case.ts'

/** The case of each facet, in the order of their names; the case itself where it has none. Options count within a facet. */
export function facetsOf(testCase: Case): readonly (readonly [name: string | null, part: Case])[] {
  if (!testCase.input.facet) return [[null, testCase]]
  const names = labels(testCase, 'facet')
  return [...new Set(names)].sort().map((name) => {
    const columns = Object.entries(testCase.input).map(([column, list]) => [
      column,
      list.filter((_, row) => names[row] === name),
    ])
    return [name, { ...testCase, input: Object.fromEntries(columns) }]
  })
}

type Answer = Readonly<Record<'points' | 'parts', object>>

/** Answers of several facets as the peer gives them: one list after the other, with the facet's name at every entry. */
export function joined(answers: readonly (readonly [name: string | null, answer: Answer])[]): Answer {
  const [first] = answers
  if (!first || first[0] === null) return first?.[1] ?? { points: {}, parts: [] }
  const lists = answers.map(([name, { points }]) =>
    withName(name, points as Readonly<Record<string, readonly unknown[]>>),
  )
  const columns = Object.keys(lists[0]!)
  return {
    points: Object.fromEntries(columns.map((column) => [column, lists.flatMap((list) => list[column]!)])),
    parts: answers.flatMap(([name, { parts }]) =>
      (parts as readonly object[]).map((part) => ({ facet: name, facet1: name, ...part })),
    ),
  }
}

function withName(
  name: string | null,
  points: Readonly<Record<string, readonly unknown[]>>,
): Readonly<Record<string, readonly unknown[]>> {
  const names = points.x!.map(() => name)
  return { ...points, facet: names, facet1: names }
}
