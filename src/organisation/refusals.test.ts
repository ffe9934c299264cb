import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isNhsNumber, PersonalWatch, personalHeading, refusePersonal } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'

/** The range that is never given to a person. */
const TEST_NUMBER = '9990000018'
const WEIGHTS = [10, 9, 8, 7, 6, 5, 4, 3, 2]

/** Numbers of the 999 range with the right last digit, written together. */
const testNumbers = fc
  .integer({ min: 0, max: 999_999 })
  .map((middle) => `999${String(middle).padStart(6, '0')}`)
  .map((nine) => ({
    nine,
    check: (11 - (WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(nine[i]), 0) % 11)) % 11,
  }))
  .filter(({ check }) => check < 10)
  .map(({ nine, check }) => `${nine}${check}`)

describe('an NHS number is ten digits of which the last follows from the others', () => {
  const cases = [
    { name: 'together', text: TEST_NUMBER, is: true },
    { name: 'in groups', text: '999 000 0018', is: true },
    { name: 'with hyphens', text: '999-000-0018', is: true },
    { name: 'with the space that word processors put', text: '999\u00a0000\u00a00018', is: true },
    { name: 'not with another last digit', text: '9990000019', is: false },
    { name: 'not with a digit more', text: '99900000180', is: false },
    { name: 'not with a digit less', text: '999000001', is: false },
    { name: 'not within a sentence', text: `No. ${TEST_NUMBER}`, is: false },
    { name: 'not nothing', text: '', is: false },
  ]
  for (const { name, text, is } of cases) test(name, () => expect(isNhsNumber(text)).toBe(is))

  test('one digit changed is always noticed', () => {
    fc.assert(
      fc.property(testNumbers, fc.nat(9), fc.integer({ min: 1, max: 9 }), (number, place, by) => {
        const changed = `${number.slice(0, place)}${(Number(number[place]) + by) % 10}${number.slice(place + 1)}`
        expect(isNhsNumber(number)).toBe(true)
        expect(isNhsNumber(changed)).toBe(false)
      }),
    )
  })
})

describe('typed text with an NHS number is refused', () => {
  test('wherever it stands, and the message says the field and not the number', () => {
    fc.assert(
      fc.property(testNumbers, fc.constantFrom('', ' ', '-'), (number, by) => {
        const written = [number.slice(0, 3), number.slice(3, 6), number.slice(6)].join(by)
        const refused = refusalOf(() => refusePersonal(`Ward round moved for ${written}, back in May.`, 'reason'))
        expect(refused.code).toBe('invalid')
        expect(Object.keys(refused.fields)).toEqual(['reason'])
        const said = `${refused.message} ${Object.values(refused.fields).join(' ')}`.replace(/[ -]/g, '')
        expect(said).not.toContain(number)
      }),
    )
  })

  const harmless = [
    { name: 'plain words', text: 'New triage desk from 3 June 2024' },
    { name: 'ten digits that are no NHS number', text: 'Order 9990000019' },
    { name: 'ten digits within a longer number', text: '199900000182' },
    { name: 'the digits of a decimal fraction', text: '0.9990000018' },
  ]
  for (const { name, text } of harmless) {
    test(`${name}: goes through`, () => expect(() => refusePersonal(text, 'reason')).not.toThrow())
  }
})

describe('a heading that says who the patient is', () => {
  const cases = [
    { heading: 'NHS Number', is: 'NHS numbers' },
    { heading: 'nhs_no', is: 'NHS numbers' },
    { heading: 'NHSNumber', is: 'NHS numbers' },
    { heading: 'Date of Birth', is: 'dates of birth' },
    { heading: 'patient_dob', is: 'dates of birth' },
    { heading: 'DOB', is: 'dates of birth' },
    { heading: 'NHS Trust', is: null },
    { heading: 'Number of births', is: null },
    { heading: 'Date of admission', is: null },
  ]
  for (const { heading, is } of cases)
    test(`“${heading}”: ${is ?? 'no'}`, () => expect(personalHeading(heading)).toBe(is))
})

describe('a column is refused', () => {
  const WRONG = '9990000019'
  const cases = [
    {
      name: 'when most of its cells are NHS numbers',
      heading: 'Reference',
      cells: [TEST_NUMBER, TEST_NUMBER, 'none'],
      is: 'NHS numbers',
    },
    { name: 'not when half of them are', heading: 'Reference', cells: [TEST_NUMBER, 'none'], is: null },
    {
      name: 'whatever empty cells are between them',
      heading: 'Reference',
      cells: [TEST_NUMBER, '', null, '', null],
      is: 'NHS numbers',
    },
    { name: 'also without any heading', heading: null, cells: [TEST_NUMBER, TEST_NUMBER], is: 'NHS numbers' },
    {
      name: 'also where the spreadsheet has numbers',
      heading: 'Reference',
      cells: [Number(TEST_NUMBER)],
      is: 'NHS numbers',
    },
    {
      name: 'when its heading says so and one passes',
      heading: 'NHS number',
      cells: [TEST_NUMBER, WRONG, WRONG, WRONG],
      is: 'NHS numbers',
    },
    { name: 'not when its heading says so and none passes', heading: 'NHS number', cells: [WRONG, WRONG], is: null },
    {
      name: 'when its heading says date of birth',
      heading: 'Date of birth',
      cells: ['1950-01-01'],
      is: 'dates of birth',
    },
    { name: 'not for codes, names and figures', heading: 'Provider', cells: ['RWE', 'R1H', 123_456], is: null },
  ]
  for (const { name, heading, cells, is } of cases) {
    test(name, () => {
      const watch = new PersonalWatch()
      const column = 3
      if (heading !== null) watch.cell(column, heading, true)
      for (const cell of cells) watch.cell(column, cell, false)
      expect(watch.refused()).toEqual(is === null ? null : { column, kind: is })
    })
  }
})

function refusalOf(act: () => void): Problem {
  try {
    act()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('Nothing was refused')
}
