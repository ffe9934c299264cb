import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import type { Fault, LeftOut } from '#understand/intake/table.ts'

/** More than a person reads; the rest is counted. */
const LISTED = 2_000
const SHOWN_CHARACTERS = 120
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
        place: { sheet: withheld(sheet), line, column: withheld(column) },
        value: shortened(value),
        reason: reasonWithout(reason),
        remedy,
      })
  }

  leaveOut(sheet: string, line: number, why: LeftOut['why'], text: string): void {
    this.leftOutCount++
    if (this.leftOut.length < LISTED) this.leftOut.push({ sheet: withheld(sheet), line, why, text: shortened(text) })
  }
}

/** As a person needs it to find the place. What identifies a patient is told by its kind only. */
export function shortened(text: string): string {
  const safe = withheld(text)
  return safe.length > SHOWN_CHARACTERS ? `${safe.slice(0, SHOWN_CHARACTERS - 1)}…` : safe
}

/** The text, or in its place the kind of what identifies a patient in it. */
export function withheld(text: string): string {
  const kind = personalIn(text)
  return kind ? `(${ONE_OF[kind]}, not repeated)` : text
}

/** A reason that would repeat it says what it is instead. */
function reasonWithout(reason: string): string {
  const kind = personalIn(reason)
  return kind ? `This is ${ONE_OF[kind]}, and no figure` : reason
}
