import type { Wording } from '../analysis.ts'

/** Days and events are dates; other periods are stretches of time. */
const DATED = ['day', 'event']

/** "in May 2026", "in the week ending 17 May 2026", "in Q1 2026/27", "on 15 May 2026". */
export function when({ noun, period }: Wording, at: number): string {
  return `${DATED.includes(noun) ? 'on' : 'in'} ${period(at)}`
}
