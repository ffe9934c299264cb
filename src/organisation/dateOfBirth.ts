const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*'
const YEAR = "(?:(?:19|20)\\d\\d|'?\\d\\d)"
/** A whole day with its year, as people write it: 3/5/1962, 3.5.62, 1962-05-03, 3rd of May 1962, May 3, 1962, 03051962. */
const DAY = [
  `\\d{1,2} ?[/.-] ?\\d{1,2} ?[/.-] ?${YEAR}`,
  '(?:19|20)\\d\\d ?[/.-] ?\\d{1,2} ?[/.-] ?\\d{1,2}',
  `\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ -]?${MONTH}[ ,.-]*${YEAR}`,
  `${MONTH}[ .]*\\d{1,2}(?:st|nd|rd|th)?[ ,]+${YEAR}`,
  '\\d{8}',
].join('|')
const DATE = new RegExp(`(?<![\\d/.])(?:${DAY})(?!\\w)`, 'gi')
const SAYS_BIRTH = /(?<![a-z])(?:date of birth|birth ?date|birthday|d\.? ?o\.? ?b\.?|born)(?![a-z])/gi
/** A day after one of these begins or ends a time, such as that of "babies born since 1 April 2026": nobody's day of birth. */
const OF_A_TIME = /(?:since|from|after|before|until|till|to|by|between|and)\s*$/i
/** Further away, in characters, a date is about something else. */
const NEAR = 30

/** Does typed text say when somebody was born: "DOB", "d.o.b.", "date of birth" or "born" near a day? A day alone is fine, and so are the words. */
export function saysDateOfBirth(text: string): boolean {
  const words = [...text.matchAll(SAYS_BIRTH)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }))
  if (words.length === 0) return false
  const days = [...text.matchAll(DATE)]
    .filter((match) => !OF_A_TIME.test(text.slice(0, match.index)))
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
  return days.some((day) => words.some((word) => day.start - word.end <= NEAR && word.start - day.end <= NEAR))
}
