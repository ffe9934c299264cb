import type { Wording } from '../analysis.ts'
import { messagesOf } from '../messages/index.ts'

/** Days and events are dates; other periods are stretches of time. */
const DATED = ['day', 'event']

/** "in May 2026", "in the week ending 17 May 2026", "in Q1 2026/27", "on 15 May 2026". */
export function when(wording: Wording, at: number): string {
  const { dated, other } = messagesOf(wording).when
  return (DATED.includes(wording.noun) ? dated : other)({ period: wording.period(at) })
}
