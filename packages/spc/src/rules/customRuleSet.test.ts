import { describe, expect, test } from 'vitest'
import { aSeries, aWording } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import { explain } from '../explain.ts'
import { signals } from '../signals.ts'
import { customRuleSet } from './customRuleSet.ts'
import type { RuleSetDescription } from './description.ts'

const DESCRIPTION: RuleSetDescription = {
  id: 'ours',
  label: 'Our own rules',
  citation: 'Quality committee, May 2026',
  version: '3',
  rules: [
    { rule: 'outside' },
    { rule: 'outside', id: 'far', sigmas: 2.5, label: 'a point far out' },
    { rule: 'shift', length: 6, onCentre: 'skip', flagged: 'completing' },
    { rule: 'trend', length: 5, ties: 'skip', acrossPhases: true },
    { rule: 'someBeyond', id: 'threeInFive', needed: 3, of: 5, sigmas: 1.5 },
    { rule: 'hugging', length: 12, sigmas: 1 },
    { rule: 'mixture', length: 6, sigmas: 1 },
    { rule: 'alternating', length: 10 },
    { rule: 'runsCount' },
  ],
}

test('a description that went through JSON is a rule set', () => {
  const set = customRuleSet(JSON.parse(JSON.stringify(DESCRIPTION)))
  expect(set).toMatchObject({
    id: 'ours',
    version: '3',
    citation: 'Quality committee, May 2026',
    precedence: 'firstRule',
  })
  expect(set.rules.map(({ id }) => id)).toEqual([
    'outside',
    'far',
    'shift',
    'trend',
    'threeInFive',
    'hugging',
    'mixture',
    'alternating',
    'runsCount',
  ])
  expect(set.lines).toEqual([1, 1.5, 2, 2.5, 3])
})

test('it judges a series, and its signals are found and explained', () => {
  const set = customRuleSet(DESCRIPTION)
  const quiet = [50, 52, 49, 51, 50, 48, 51, 50, 49, 52, 50, 51, 49]
  const analysis = analyse(aSeries([...quiet, 53, 54, 53, 55, 54, 53], { ruleSet: set }))
  expect(analysis.ruleSet).toBe('ours')
  const shifted = signals(analysis, set).find(({ rule, side }) => rule === 'shift' && side === 'high')!
  expect(shifted).toMatchObject({ side: 'high', to: 18 })
  expect(explain(shifted, analysis, aWording, set).title).toMatch(/^(Six|Seven|Eight) months in a row above the mean$/)
})

describe('is refused with place, value and remedy', () => {
  const [outside] = DESCRIPTION.rules
  test.each<[string, unknown, string]>([
    ['no object', null, 'it is null, and must be an object'],
    ['no name', { ...DESCRIPTION, label: '' }, 'label: "" must be words'],
    ['no version', { ...DESCRIPTION, version: undefined }, 'version is missing; give words'],
    ['the id of a set of ours', { ...DESCRIPTION, id: 'nhs' }, 'id: "nhs" is a set of ours; choose another'],
    ['no rules', { ...DESCRIPTION, rules: [] }, 'rules: [] must be a list of 1 to 16 rules'],
    [
      'more rules than marks have room for',
      { ...DESCRIPTION, rules: Array(17).fill(outside) },
      'a list of 1 to 16 rules',
    ],
    ['an unknown rule', withRule({ rule: 'horoscope' }), 'rules[0].rule: "horoscope" must be one of outside, shift,'],
    ['a name every object has', withRule({ rule: 'constructor' }), 'rules[0].rule: "constructor" must be one of'],
    [
      'a length that is none',
      withRule({ rule: 'shift', length: 6.5 }),
      'rules[0].length: 6.5 must be a whole number from 2',
    ],
    ['no length', withRule({ rule: 'trend' }), 'rules[0].length is missing; give a whole number from 2 to 100'],
    ['a line on the centre', withRule({ rule: 'outside', sigmas: 0 }), 'rules[0].sigmas: 0 must be a number above 0'],
    ['an unknown option', withRule({ rule: 'outside', ties: 'skip' }), 'rules[0].ties is not known; leave it out'],
    [
      'a choice that is none',
      withRule({ rule: 'shift', length: 7, onCentre: 'ignore' }),
      'rules[0].onCentre: "ignore" must be one of break, skip, count',
    ],
    [
      'more than there are',
      withRule({ rule: 'someBeyond', needed: 4, of: 3, sigmas: 2 }),
      'rules[0].needed: 4 of 3 can never be; it must be 3 or fewer',
    ],
    ['one id twice', { ...DESCRIPTION, rules: [outside, outside] }, 'several are called “outside”; give each an id'],
  ])('%s', (_, description, fault) => {
    expect(() => customRuleSet(description as RuleSetDescription)).toThrow(fault)
  })

  test('every fault is named at once', () => {
    const description = { ...withRule({ rule: 'shift', length: 0 }), label: 7 }
    expect(() => customRuleSet(description as unknown as RuleSetDescription)).toThrow(
      /label: 7 must.*rules\[0\]\.length: 0/,
    )
  })
})

function withRule(rule: object): object {
  return { ...DESCRIPTION, rules: [rule] }
}
