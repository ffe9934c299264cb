import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chosenFrom, questionOf } from '#understand/overview.ts'

const SAME = [
  {
    name: 'what stands in no form of ours is left out',
    query: { area: 'Safety', utm_source: 'x' },
    is: { area: 'Safety' },
  },
  {
    name: 'a form sent without a choice asks for everything',
    query: { unit: '', area: '', holder: 'own', search: ' ' },
    is: {},
  },
  { name: 'the usual order is not said', query: { sort: 'variation' }, is: {} },
  { name: 'its reverse is', query: { sort: '-variation' }, is: { sort: '-variation' } },
  {
    name: '“our own” is said beside a peer, since that alone means peers',
    query: { peer: 'RXZ', holder: 'own' },
    is: { peer: 'RXZ', holder: 'own' },
  },
  { name: 'spaces around a value are not part of it', query: { search: ' falls ' }, is: { search: 'falls' } },
  { name: 'a longer text is cut', query: { search: 'x'.repeat(500) }, is: { search: 'x'.repeat(120) } },
]

for (const { name, query, is } of SAME) {
  test(name, () => expect(questionOf(query)).toEqual(is))
}

const value = fc.constantFrom(
  '',
  ' ',
  'own',
  'peers',
  'variation',
  '-variation',
  '-value',
  'only',
  'improving',
  'x',
  ' x ',
)
const query = fc.dictionary(
  fc.constantFrom(
    'unit',
    'area',
    'measure',
    'peer',
    'search',
    'variation',
    'assurance',
    'holder',
    'sort',
    'icons',
    'page',
  ),
  value,
)

test('a question chooses what its address chooses, is its own question, and does not depend on the order of its parts', () => {
  fc.assert(
    fc.property(query, (address) => {
      const question = questionOf(address)
      const trimmed = Object.fromEntries(Object.entries(address).map(([name, text]) => [name, text.trim()]))
      expect(chosenFrom(question)).toEqual(chosenFrom(trimmed))
      expect(JSON.stringify(questionOf(question))).toBe(JSON.stringify(question))
      const turned = Object.fromEntries(Object.entries(address).toReversed())
      expect(JSON.stringify(questionOf(turned))).toBe(JSON.stringify(question))
    }),
  )
})
