import { judge, type SeriesInput, workspace } from '@golden-thread/spc'

/** A steady process of this length is what the share is given for: three years of months. */
const POINTS = 36
const SERIES = 20_000
const SEED = 20_260_714

let known: number | undefined

/**
 * Share of steady series whose latest point the rules would flag although nothing changed: simulated, not typed.
 * 20,000 series of 36 normal points, XmR, with the default rules; the same every time. Takes about a fifth of a second, once.
 */
export function chanceOfSignal(): number {
  known ??= simulate()
  return known
}

function simulate(): number {
  const random = normalNumbers(SEED)
  const into = workspace(POINTS)
  const numerators = new Float64Array(POINTS)
  const input: SeriesInput = { chart: 'xmr', numerators, direction: 'neither' }
  let flagged = 0
  for (let series = 0; series < SERIES; series++) {
    for (let i = 0; i < POINTS; i++) numerators[i] = random()
    if (judge(input, into).variation !== 'commonCause') flagged++
  }
  return flagged / SERIES
}

/** mulberry32 and the polar method of Marsaglia: enough for a share to three digits. */
function normalNumbers(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  return () => {
    for (;;) {
      const x = 2 * uniform() - 1
      const y = 2 * uniform() - 1
      const square = x * x + y * y
      if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square)
    }
  }
}
