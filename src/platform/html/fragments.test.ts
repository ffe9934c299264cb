import { expect, test } from 'vitest'
import { Fragments } from '#platform/html/fragments.ts'

test('what is kept is found again, and the least lately used goes when there is no more room', () => {
  const fragments = new Fragments(2)
  fragments.keep('a', 'A')
  fragments.keep('b', 'B')
  expect(fragments.find('a')).toBe('A')
  fragments.keep('c', 'C')
  expect(['a', 'b', 'c'].map((key) => fragments.find(key))).toEqual(['A', undefined, 'C'])
})
