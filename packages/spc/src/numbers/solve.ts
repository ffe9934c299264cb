/** Newton's steps gain digits so fast that more than this are never needed; halving takes over before. */
const MOST_STEPS = 200

/**
 * Where a rising function reaches a value between two places: by Newton's steps, and by halving wherever a step would leave
 * the stretch in which the answer must lie.
 *
 * @param slope of the function, above 0
 */
export function solveRising(
  rising: (x: number) => number,
  slope: (x: number) => number,
  value: number,
  { from, to, start }: { readonly from: number; readonly to: number; readonly start: number },
): number {
  let [low, high] = [from, to]
  let x = start > from && start < to ? start : (from + to) / 2
  for (let step = 0; step < MOST_STEPS; step++) {
    const miss = rising(x) - value
    if (miss === 0) return x
    if (miss < 0) low = x
    else high = x
    const newton = x - miss / slope(x)
    const next = newton > low && newton < high ? newton : (low + high) / 2
    if (Math.abs(next - x) <= Number.EPSILON * Math.abs(x) || next <= low || next >= high) return next
    x = next
  }
  return x
}
