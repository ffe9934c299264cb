import { autocorrelation } from '../shape.ts'
import { plain, type QualityCheck } from './check.ts'

/** One value says something of the next, which limits and rules take for granted that it does not. */
export const autocorrelated: QualityCheck = {
  id: 'autocorrelation',
  label: 'Values that follow each other',
  measures: 'autocorrelation at lag 1, which 99 of 100 steady series keep within ±2.576 ÷ √pairs',
  citation: 'Bartlett 1946, Supplement to the JRSS 8:27; Wheeler 1995, Advanced Topics in Statistical Process Control',
  look(examined, { noun }) {
    const measured = autocorrelation(examined)
    if (!measured) return null
    const { is, limit } = measured
    return {
      weight: 'caution',
      found: is,
      threshold: Math.sign(is) * limit,
      at: [],
      sentence:
        is > 0
          ? `A high ${noun} tends to be followed by a high one (correlation ${plain(is, 2)}, where ${plain(limit, 2)} would be chance): limits are too narrow, and long runs come without a change.`
          : `A high ${noun} tends to be followed by a low one (correlation ${plain(is, 2)}, where −${plain(limit, 2)} would be chance): limits are too wide, and changes hide. Look for figures that are put into the wrong ${noun}.`,
    }
  },
}
