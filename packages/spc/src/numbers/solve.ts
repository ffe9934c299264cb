/** Never reached: halving alone needs no more even from the largest number to the smallest. */
const MOST_STEPS = 2200

/**
 * Where a rising function reaches a value between two places, to the last bits: by inverse quadratic interpolation where the
 * function is smooth enough for it, by halving where it is not, so that no slope and no good guess is needed.
 *
 * @see Chandrupatla 1997, Advances in Engineering Software 28:145
 */
export function solveRising(rising: (x: number) => number, value: number, from: number, to: number): number {
  const miss = (x: number) => rising(x) - value
  let [near, far, before] = [to, from, from]
  let [missNear, missFar, missBefore] = [miss(to), miss(from), miss(from)]
  let step = 0.5
  for (let n = 0; n < MOST_STEPS; n++) {
    const x = near + step * (far - near)
    const missHere = miss(x)
    if (missHere > 0 === missNear > 0) [before, missBefore] = [near, missNear]
    else [before, missBefore, far, missFar] = [far, missFar, near, missNear]
    ;[near, missNear] = [x, missHere]
    const best = Math.abs(missNear) < Math.abs(missFar) ? near : far
    const least = (2 * Number.EPSILON * Math.abs(best)) / Math.abs(far - near)
    if (missHere === 0) return near
    if (!(least < 0.5)) return best
    step = Math.min(1 - least, Math.max(least, interpolated()))
  }
  return near

  /** The share of the way from the nearer place to the farther one; a half where the parabola through all three would stray. */
  function interpolated(): number {
    const place = (near - far) / (before - far)
    const height = (missNear - missFar) / (missBefore - missFar)
    if (!(height ** 2 < place && (1 - height) ** 2 < 1 - place)) return 0.5
    return (
      (missNear / (missFar - missNear)) * (missBefore / (missFar - missBefore)) +
      (((before - near) / (far - near)) * missNear * missFar) / ((missBefore - missNear) * (missBefore - missFar))
    )
  }
}
