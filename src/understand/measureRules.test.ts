import { RULE_SETS } from '@golden-thread/spc'
import { expect, test } from 'vitest'
import { isSameRules, ruleSetOf, rulesFault } from '#understand/measureRules.ts'

const OURS = {
  id: 'ours',
  label: 'Our rules',
  citation: 'Quality committee',
  version: '2',
  rules: [{ rule: 'outside' as const }, { rule: 'shift' as const, length: 6 }],
}

test.each(RULE_SETS.map(({ id }) => id))('%s can be named', (id) => {
  expect(rulesFault(id)).toBeNull()
  expect(ruleSetOf({ rules: id }).id).toBe(id)
})

test('a set of one’s own can be described', () => {
  expect(rulesFault(OURS)).toBeNull()
  expect(ruleSetOf({ rules: OURS })).toMatchObject({ id: 'ours', version: '2' })
})

test.each([
  ['a name that nobody has', 'mine', 'Choose one of nhs, '],
  ['nothing', null, 'must be an object'],
  ['a run of no length', { ...OURS, rules: [{ rule: 'shift', length: 0 }] }, 'rules[0].length: 0 must be'],
  ['an NHS number', { ...OURS, label: '999 000 0018' }, 'They hold an NHS number'],
])('%s is a fault that says what to write', (_, written, says) => {
  expect(rulesFault(written)).toContain(says)
  expect(rulesFault(written)).not.toContain('999 000 0018')
})

test('the order of keys is no difference, the order of rules is one', () => {
  const { id, ...rest } = OURS
  expect(isSameRules(OURS, { ...rest, id })).toBe(true)
  expect(isSameRules(OURS, { ...OURS, rules: OURS.rules.toReversed() })).toBe(false)
  expect(isSameRules('nhs', OURS)).toBe(false)
})
