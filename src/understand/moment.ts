import { longDate, today } from '#understand/period.ts'

/** When something was done, where the program runs: "14 July 2026, 08:00". */
export function moment(at: Date): string {
  return `${longDate(today(() => at))}, ${at.toTimeString().slice(0, 5)}`
}
