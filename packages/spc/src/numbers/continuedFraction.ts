/** Stands for 0 where a denominator would be. */
const TINY = 1e-300

/** More steps than any fraction here needs. */
const MOST_STEPS = 100_000

/**
 * first + above(1) ÷ (below(1) + above(2) ÷ (below(2) + …)), from its front until a step changes nothing.
 *
 * @see Lentz 1976, Applied Optics 15:668; Thompson & Barnett 1986
 */
export function continuedFraction(first: number, above: (n: number) => number, below: (n: number) => number): number {
  let value = first || TINY
  let c = value
  let d = 0
  for (let n = 1; n < MOST_STEPS; n++) {
    d = 1 / (below(n) + above(n) * d || TINY)
    c = below(n) + above(n) / c || TINY
    const change = c * d
    value *= change
    if (Math.abs(change - 1) < Number.EPSILON) break
  }
  return value
}
