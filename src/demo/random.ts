/** A stream of random numbers that is the same on every machine for the same seed. */
export interface Random {
  /** From 0 up to, never including, 1. */
  readonly next: () => number
  /** Normal, mean 0, standard deviation 1. */
  readonly normal: () => number
  /** Waiting time of events that come at random, mean 1. */
  readonly exponential: () => number
}

const TWO_TO_32 = 2 ** 32

/**
 * sfc32: three words and a counter mixed by shifts and sums of 32 bits; a period above 2^64 whatever the seed.
 *
 * @see Doty-Humphrey, PractRand, "sfc" (small fast chaotic), public domain
 */
export function randomFrom(seed: string): Random {
  let a = hash(seed, 1)
  let b = hash(seed, 2)
  let c = hash(seed, 3)
  let counter = 1
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return (sum >>> 0) / TWO_TO_32
  }
  // The first numbers still look like the seed.
  for (let i = 0; i < 12; i++) next()
  return {
    next,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    exponential: () => -Math.log(1 - next()),
  }
}

/** How many of `size` happen when each does so with `chance`: exact for small sizes, normal for large ones. */
export function binomial(random: Random, size: number, chance: number): number {
  const spread = Math.sqrt(size * chance * (1 - chance))
  if (spread > 5) return Math.min(size, Math.max(0, Math.round(size * chance + spread * random.normal())))
  let count = 0
  for (let i = 0; i < size; i++) if (random.next() < chance) count++
  return count
}

/** How many events come when `mean` are expected: exact for few, normal for many. */
export function poisson(random: Random, mean: number): number {
  if (mean > 50) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()))
  let count = -1
  for (let passed = 0; passed < mean; count++) passed += random.exponential()
  return Math.max(0, count)
}

/** FNV-1a, begun at another place for each word of the generator. */
function hash(text: string, word: number): number {
  let value = 2_166_136_261 ^ (word * 0x9e37_79b9)
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 16_777_619)
  return value | 0
}
