import { holdsNhsNumber } from '#organisation/refusals.ts'
import type { Fault, LeftOut } from '#understand/intake/table.ts'

/** More than a person reads; the rest is counted. */
const LISTED = 2_000
const SHOWN_CHARACTERS = 120
/** In place of a reason that would repeat it. */
const NO_FIGURE = 'This is an NHS number, and no figure'
const WITHHELD = '(an NHS number, not repeated)'

/** What reading a file found wrong, and what it left out on purpose. */
export class Findings {
  readonly faults: Fault[] = []
  readonly leftOut: LeftOut[] = []
  faultCount = 0
  leftOutCount = 0

  fault(sheet: string, line: number, column: string, value: string, reason: string, remedy: string): void {
    this.faultCount++
    if (this.faults.length < LISTED)
      this.faults.push({
        place: { sheet, line, column },
        value: shortened(value),
        reason: holdsNhsNumber(reason) ? NO_FIGURE : reason,
        remedy,
      })
  }

  leaveOut(sheet: string, line: number, why: LeftOut['why'], text: string): void {
    this.leftOutCount++
    if (this.leftOut.length < LISTED) this.leftOut.push({ sheet, line, why, text: shortened(text) })
  }
}

/** As a person needs it to find the place. What identifies a patient is told by its kind only. */
export function shortened(text: string): string {
  if (holdsNhsNumber(text)) return WITHHELD
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text
}
