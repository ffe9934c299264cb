import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Fragments, fragmentOf } from '#platform/html/fragments.ts'

/** Room for two: each a key of one letter, which counts 2 bytes, and 18 bytes. */
const ROOM = 40
const eighteen = (letter: string) => fragmentOf([letter.repeat(18)])

test('what is kept is found again, and the least lately used goes when there is no more room', () => {
  const fragments = new Fragments(ROOM)
  fragments.keep('a', eighteen('A'))
  fragments.keep('b', eighteen('B'))
  expect(fragments.find('a')).toEqual(eighteen('A'))
  fragments.keep('c', eighteen('C'))
  expect(['a', 'b', 'c'].map((key) => fragments.find(key))).toEqual([eighteen('A'), undefined, eighteen('C')])
})

test('what is larger than all the room is not kept, and sends nothing else away', () => {
  const fragments = new Fragments(ROOM)
  fragments.keep('a', eighteen('A'))
  const large = fragmentOf(['L'.repeat(39)])
  expect(fragments.keep('large', large)).toBe(large)
  expect(fragments.find('large')).toBeUndefined()
  expect(fragments.find('a')).toEqual(eighteen('A'))
})

test('however often and however large: all stay within the room, and what is found is what was kept last', () => {
  const texts = fc.array(
    fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.string({ unit: 'grapheme', maxLength: 60 })),
  )
  fc.assert(
    fc.property(texts, fc.integer({ min: 0, max: 300 }), (kept, room) => {
      const fragments = new Fragments(room)
      const last = new Map(kept.map(([key, text]) => [key, fragmentOf([text])]))
      for (const [key, text] of kept) {
        const fragment = fragmentOf([text])
        fragments.keep(key, fragment)
        const fits = 2 * key.length + fragment.byteLength <= room
        expect(fragments.find(key)).toEqual(fits ? fragment : undefined)
      }
      const found = [...last.keys()].filter((key) => fragments.find(key) !== undefined)
      for (const key of found) expect(fragments.find(key)).toEqual(last.get(key))
      expect(found.reduce((sum, key) => sum + 2 * key.length + last.get(key)!.byteLength, 0)).toBeLessThanOrEqual(room)
    }),
  )
})

test('pieces stand one after another, in whichever script', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      expect(new TextDecoder().decode(fragmentOf(pieces))).toBe(pieces.join(''))
    }),
  )
})
