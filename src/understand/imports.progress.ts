/** How far something long has come. `of` is null while nobody knows how long it is. */
export interface Progress {
  readonly done: number
  readonly of: number | null
  /** It has not begun: others are before it. */
  readonly waits?: boolean
}

/** Too early to say how long it will take: the first moments are not like the rest. */
const SAY_NOTHING_BEFORE_MS = 1_500

/** How many seconds are left at the speed so far; null while that cannot be said. */
export function secondsLeft({ done, of }: Progress, elapsedMs: number): number | null {
  if (of === null || of <= 0 || done <= 0 || elapsedMs < SAY_NOTHING_BEFORE_MS) return null
  return Math.max(0, ((of - done) * elapsedMs) / done / 1000)
}

/** "About 20 seconds left": rounded up to what a person would say, so that it does not flicker. */
export function timeLeft(progress: Progress, elapsedMs: number): string {
  const seconds = secondsLeft(progress, elapsedMs)
  if (seconds === null) return ''
  if (seconds <= 5) return 'A few seconds left.'
  if (seconds < 55) return `About ${Math.ceil(seconds / 10) * 10} seconds left.`
  const minutes = Math.ceil(seconds / 60)
  return minutes === 1 ? 'About a minute left.' : `About ${minutes} minutes left.`
}

/** Whole percents, never 100 before it is done and never more. */
export function percentDone({ done, of }: Progress): number | null {
  if (of === null || of <= 0) return null
  return Math.min(done >= of ? 100 : 99, Math.floor((done / of) * 100))
}
