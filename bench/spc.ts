/**
 * Limits, rules and verdicts of 10,000 XmR series of 60 points on one core, beside a bare loop that reads and writes the
 * same typed arrays once. Both are measured in turns, and each counts at its best: the figure is what the code can do, not
 * what else the machine was doing.
 */
import { judge, type SeriesInput, workspace } from '@golden-thread/spc'

const SERIES = 10_000
const POINTS = 60
const ROUNDS = 12
/** The bare loop is so short that one pass is beside the clock's grain. */
const PASSES = 20

const inputs: readonly SeriesInput[] = Array.from({ length: SERIES }, (_, series) => ({
  chart: 'xmr',
  numerators: Float64Array.from({ length: POINTS }, (_, point) => steady(series * POINTS + point)),
  direction: 'higher',
  target: 52,
}))

const used = workspace(POINTS)
let special = 0
let best = Number.POSITIVE_INFINITY
let bestBare = Number.POSITIVE_INFINITY
for (let round = 0; round < ROUNDS; round++) {
  best = Math.min(best, seconds(judgeAll))
  bestBare = Math.min(bestBare, seconds(bareLoops) / PASSES)
}
if (special === 0) throw new Error('No series is special: nothing was measured')

const rate = (SERIES * POINTS) / best / 1e6
console.log(
  `bench: spc-xmr-rules ${rate.toFixed(1)} million points/s per core, 1/${Math.round(best / bestBare)} of a bare loop over the same typed arrays`,
)

function judgeAll(): void {
  for (const input of inputs) if (judge(input, used).variation !== 'commonCause') special++
}

function bareLoops(): void {
  for (let pass = 0; pass < PASSES; pass++) {
    for (const { numerators } of inputs) {
      for (let i = 0; i < POINTS; i++) used.values[i] = numerators[i]! * 2
    }
  }
}

function seconds(work: () => void): number {
  const start = performance.now()
  work()
  return (performance.now() - start) / 1000
}

/** About normal with mean 50 and deviation 5, the same at every run: a sum of fractions of a sine. */
function steady(seed: number): number {
  let sum = 0
  for (let k = 1; k <= 12; k++) {
    const wave = Math.sin(seed * 12.9898 + k * 78.233) * 43758.5453
    sum += wave - Math.floor(wave)
  }
  return 50 + 5 * (sum - 6)
}
