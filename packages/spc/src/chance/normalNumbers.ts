import { uniformNumbers } from './uniformNumbers.ts'

/**
 * Random numbers of a normal distribution (mean 0, standard deviation 1), the same for the same seed on every machine:
 * Marsaglia's polar method. Enough for shares and means to three digits, and for nothing that must be secret.
 */
export function normalNumbers(seed: number): () => number {
  const uniform = uniformNumbers(seed)
  return () => {
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }
}
