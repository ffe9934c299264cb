import { analyse, ruleSet } from '@golden-thread/spc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FALLEN, RISEN, STEADY } from '#test/support/figures.ts'
import { compare } from '#understand/comparison.ts'

const judged = (numerators: readonly number[], set = 'nhs') => ({
  analysis: analyse({ chart: 'xmr', numerators, direction: 'lower', ruleSet: set }),
  rules: ruleSet(set),
})

test.each([
  ['steady, then risen', STEADY, RISEN, { appear: true, vanish: false, saysOtherwise: true }],
  ['risen, then steady', RISEN, STEADY, { appear: false, vanish: true, saysOtherwise: true }],
  ['risen, then fallen', RISEN, FALLEN, { appear: true, vanish: true, saysOtherwise: true }],
  [
    'too few points for signals',
    RISEN.slice(8, 13),
    FALLEN.slice(8, 13),
    { appear: false, vanish: false, saysOtherwise: false },
  ],
])('%s', (_, before, after, expected) => {
  const { appear, vanish, saysOtherwise } = compare(judged(before), judged(after))
  expect({ appear: appear.length > 0, vanish: vanish.length > 0, saysOtherwise }).toEqual(expected)
})

test('one and the same run stays, whichever rule set finds it', () => {
  expect(compare(judged(RISEN, 'nhs'), judged(RISEN, 'nelson'))).toMatchObject({ saysOtherwise: false, vanish: [] })
})

test('nothing differs from itself, and what appears one way vanishes the other', () => {
  const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 40 })
  const sets = fc.constantFrom('nhs', 'nelson', 'ihi', 'anhoej')
  fc.assert(
    fc.property(values, sets, sets, (series, one, other) => {
      const [a, b] = [judged(series, one), judged(series, other)]
      expect(compare(a, a)).toEqual({ saysOtherwise: false, appear: [], vanish: [] })
      expect(compare(a, b).appear).toEqual(compare(b, a).vanish)
    }),
  )
})
