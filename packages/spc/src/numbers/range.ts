import { normalBelow, normalDensity, whereReached } from './normal.ts'

/** How the range of n standard normal values is spread. */
interface RangeMoments {
  /** d2: its mean. */
  readonly mean: number
  /** d3: its standard deviation. */
  readonly deviation: number
}

/** Normal values beyond this have a chance of 10⁻¹⁸. */
const EDGE = 9
/** Step of the inner sum. Sums of such smooth bells converge so fast that a finer one changes no digit. */
const STEP = 1 / 8
/** No range of any sample is larger. */
const WIDEST = 14
/** The outer sum is taken over stretches of this width. */
const STRETCH = 1

/** Places and weights of Gauss and Legendre's sum with ten points on [−1, 1], one half; the other mirrors it. */
const GAUSS: readonly (readonly [place: number, weight: number])[] = [
  [0.14887433898163122, 0.29552422471475287],
  [0.4333953941292472, 0.26926671930999635],
  [0.6794095682990244, 0.21908636251598204],
  [0.8650633666889845, 0.1494513491505806],
  [0.9739065285171717, 0.06667134430868814],
]

/** Where the inner sum is taken, with density and share below of each place. */
const GRID = Array.from({ length: (2 * EDGE) / STEP + 1 }, (_, i) => {
  const x = -EDGE + i * STEP
  return { x, density: normalDensity(x), below: normalBelow(x) }
})

const known = new Map<number, RangeMoments>()

/** Mean range of samples of n normal values, in sigma. NaN for fewer than two values. @see rangeMoments */
export function d2(size: number): number {
  return rangeMoments(size).mean
}

/** Standard deviation of the range of samples of n normal values, in sigma. NaN for fewer than two. @see rangeMoments */
export function d3(size: number): number {
  return rangeMoments(size).deviation
}

/**
 * Chance that the range of n standard normal values is at most `width`: n ∫ φ(x) (Φ(x + width) − Φ(x))ⁿ⁻¹ dx.
 *
 * @see Tippett 1925, Biometrika 17:364
 */
export function rangeBelow(width: number, size: number): number {
  let sum = 0
  for (const { x, density, below } of GRID) {
    const reached = x + width > EDGE ? 1 : normalBelow(x + width)
    sum += density * (reached - below) ** (size - 1)
  }
  return Math.min(1, size * sum * STEP)
}

/** The range, in sigma, that this share of samples of n values keeps below. */
export function rangeQuantile(share: number, size: number): number {
  return whereReached((width) => rangeBelow(width, size), share, 0, WIDEST)
}

/** d2 = ∫ (1 − F) dw and d3² = 2 ∫ w (1 − F) dw − d2², to about 12 digits; each size is worked out once. */
function rangeMoments(size: number): RangeMoments {
  if (!(Number.isInteger(size) && size >= 2)) return { mean: Number.NaN, deviation: Number.NaN }
  const found = known.get(size) ?? integrate(size)
  known.set(size, found)
  return found
}

function integrate(size: number): RangeMoments {
  let mean = 0
  let square = 0
  for (let middle = STRETCH / 2; middle < WIDEST; middle += STRETCH) {
    for (const [place, weight] of GAUSS) {
      for (const width of [middle - (place * STRETCH) / 2, middle + (place * STRETCH) / 2]) {
        const beyond = (weight * STRETCH * (1 - rangeBelow(width, size))) / 2
        mean += beyond
        square += 2 * width * beyond
      }
    }
  }
  return { mean, deviation: Math.sqrt(square - mean ** 2) }
}
