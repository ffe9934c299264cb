import fc from 'fast-check'
import { expect, test } from 'vitest'
import { saysDateOfBirth } from '#organisation/dateOfBirth.ts'

const cases: readonly [text: string, says: boolean][] = [
  ['DOB 12/03/1950', true],
  ['d.o.b. 12.3.50', true],
  ['Date of birth: 12th of March 1950', true],
  ['12 March 1950 is her date of birth', true],
  ['(born 1950-03-12)', true],
  ['Mr Example, born in Leeds on March 12, 1950, fell twice', true],
  ['dob:12031950', true],
  ['dob12/03/1950@example.org', true],
  ['D O B 12-Mar-1950', true],
  ['New triage desk from 12/03/2024', false],
  ['12 March 1950', false],
  ['We no longer ask for the date of birth', false],
  ['Babies born since 1 April 2026 are counted', false],
  ['Born before 37 weeks, from 1 April 2026 to 31 March 2027', false],
  ['Stubborn delays on 12/03/2024', false],
  ['Babies born in April 2026', false],
  ['Babies born are counted by ward and shift; the ward opened on 12/03/2024', false],
  ['Born again: 10/12/2024', true],
  ['', false],
]

test.each(cases)('“%s”', (text, says) => expect(saysDateOfBirth(text)).toBe(says))

const day = fc.date({ min: new Date('1900-01-01'), max: new Date('2026-12-31'), noInvalidDate: true })
const written = fc.tuple(day, fc.constantFrom('en-GB', 'en-US', 'sv-SE', 'de-DE')).map(([date, place]) => {
  return date.toLocaleDateString(place, { timeZone: 'UTC' })
})
const long = day.map((date) => date.toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' }))

test('whatever day it is and however it is written, with the word it is refused and alone it is not', () => {
  const word = fc.constantFrom('DOB', 'dob', 'D.O.B.', 'date of birth', 'Date Of Birth', 'born', 'birthday')
  fc.assert(
    fc.property(word, fc.oneof(written, long), fc.constantFrom(' ', ': ', ' on ', ' – '), (said, date, between) => {
      expect(saysDateOfBirth(`A fall, ${said}${between}${date}, ward 4`)).toBe(true)
      expect(saysDateOfBirth(`A fall, ward 4, ${date}`)).toBe(false)
    }),
  )
})
