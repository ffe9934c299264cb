const HALF_ROOT_PI = Math.sqrt(Math.PI) / 2

/** Beyond this the series loses digits and the continued fraction has them. */
const SERIES_TO = 2.5

/**
 * Share of a standard normal distribution that lies below x, exact to about 15 digits in both tails.
 *
 * @see Abramowitz & Stegun 1964, 7.1.6 (series) and 7.1.14 (continued fraction)
 */
export function normalBelow(x: number): number {
  const scaled = Math.abs(x) / Math.SQRT2
  const tail = scaled < SERIES_TO ? (1 - errorSeries(scaled)) / 2 : errorTail(scaled) / 2
  return x < 0 ? tail : 1 - tail
}

/** Density of the standard normal distribution. */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
}

/**
 * The x below which this share of a standard normal distribution lies: halved until nothing is left to halve.
 * Minus infinity for a share of 0, infinity for 1.
 */
export function normalQuantile(share: number): number {
  if (share > 0.5) return -normalQuantile(1 - share)
  if (share === 0) return Number.NEGATIVE_INFINITY
  return whereReached(normalBelow, share, -40, 0)
}

/** Where a rising function reaches a value between two places. */
export function whereReached(rising: (x: number) => number, value: number, from: number, to: number): number {
  let [low, high] = [from, to]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return middle
    if (rising(middle) < value) low = middle
    else high = middle
  }
}

function errorSeries(x: number): number {
  let term = x
  let sum = x
  for (let n = 1; Math.abs(term) > Number.EPSILON * sum; n++) {
    term *= (2 * x * x) / (2 * n + 1)
    sum += term
  }
  return (sum * Math.exp(-x * x)) / HALF_ROOT_PI
}

function errorTail(x: number): number {
  let fraction = x
  for (let n = 60; n > 0; n--) fraction = x + n / 2 / fraction
  return Math.exp(-x * x) / (2 * HALF_ROOT_PI * fraction)
}
