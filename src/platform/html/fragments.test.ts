import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fragments } from '#platform/html/fragments.ts'

/** Two entries of one letter for the key and nine for the text: 2 × 10 characters of 2 bytes. */
const ROOM = 40
const nine = (letter: string) => letter.repeat(9)

test('what is kept is found again, and the least lately used goes when there is no more room', () => {
  const fragments = new Fragments(ROOM)
  fragments.keep('a', nine('A'))
  fragments.keep('b', nine('B'))
  expect(fragments.find('a')).toBe(nine('A'))
  fragments.keep('c', nine('C'))
  expect(['a', 'b', 'c'].map((key) => fragments.find(key))).toEqual([nine('A'), undefined, nine('C')])
})

test('what is larger than all the room is not kept, and sends nothing else away', () => {
  const fragments = new Fragments(ROOM)
  fragments.keep('a', nine('A'))
  const large = 'L'.repeat(20)
  expect(fragments.keep('large', large)).toBe(large)
  expect(fragments.find('large')).toBeUndefined()
  expect(fragments.find('a')).toBe(nine('A'))
})

test('however often and however large: within the room, the latest that fits is there, and what is found is what was kept last', () => {
  const texts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.string({ maxLength: 60 })))
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 300 }), (kept, room) => {
      const fragments = new Fragments(room)
      const last = new Map<string, string>()
      for (const [key, html] of kept) {
        fragments.keep(key, html)
        last.set(key, html)
        const fits = 2 * (key.length + html.length) <= room
        expect(fragments.find(key)).toBe(fits ? html : undefined)
      }
      const found = [...last].filter(([key]) => fragments.find(key) !== undefined)
      for (const [key, html] of found) expect(fragments.find(key)).toBe(html)
      expect(2 * found.reduce((sum, [key, html]) => sum + key.length + html.length, 0)).toBeLessThanOrEqual(room)
    }),
  )
})
