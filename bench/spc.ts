/**
 * Limits, rules and verdicts of 10,000 series of 60 points on one core, for XmR, p and u charts, beside a bare loop that reads
 * and writes the same typed arrays once; of one point that is added to a long series; and of all series of a trust from packed
 * arrays to packed verdicts. Everything is measured in turns and in slices, each slice at its best: the figure is what the
 * code can do, not what else the machine was doing.
 */
import { type ChartTypeId, judge, judgeAppended, type SeriesInput, workspace } from '@golden-thread/spc'

const SERIES = 10_000
const POINTS = 60
const ROUNDS = 12
const SLICE = 100
/** The bare loop is so short that one pass is beside the clock's grain. */
const PASSES = 20
/** A series that has been added to each hour for more than a year, with limits from its first 60 hours. */
const LONG = 10_000
const BASELINE = 60
const ADDED = 1_000
const TRUST_SERIES = 6_000
const CHARTS: readonly ChartTypeId[] = ['xmr', 'p', 'u']

const used = workspace(POINTS)
let special = 0
for (const chart of CHARTS) kernel(chart)
appended()
trust()
if (special === 0) throw new Error('No series is special: nothing was measured')

function kernel(chart: ChartTypeId): void {
  const inputs = Array.from({ length: SERIES }, (_, series) => steadySeries(chart, series))
  const judging = best(SERIES / SLICE, (slice) => {
    for (let i = slice * SLICE; i < (slice + 1) * SLICE; i++) count(judge(inputs[i]!, used).variation)
  })
  const bare = best(SERIES / SLICE, (slice) => {
    for (let pass = 0; pass < PASSES; pass++) {
      for (let i = slice * SLICE; i < (slice + 1) * SLICE; i++) bareLoop(inputs[i]!.numerators)
    }
  })
  const rate = (SERIES * POINTS) / judging / 1e6
  console.log(
    `bench: spc-${chart}-rules ${rate.toFixed(1)} million points/s per core, 1/${Math.round(judging / (bare / PASSES))} of a bare loop over the same typed arrays`,
  )
}

function bareLoop(numerators: ArrayLike<number>): void {
  for (let i = 0; i < POINTS; i++) used.values[i] = numerators[i]! * 2
}

/** One point more, in a workspace that holds what came before it. */
function appended(): void {
  const numerators = Float64Array.from({ length: LONG }, (_, point) => steady(point))
  const phases = [{ start: 0, baseline: BASELINE }]
  const upTo = (length: number): SeriesInput => ({
    chart: 'xmr',
    numerators: numerators.subarray(0, length),
    direction: 'higher',
    target: 52,
    phases,
  })
  const inputs = Array.from({ length: ADDED }, (_, i) => upTo(LONG - ADDED + i + 1))
  const grown = workspace(LONG)
  const first = judge(upTo(LONG - ADDED), grown)
  let before = first
  const adding = best(ADDED / SLICE, (slice) => {
    if (slice === 0) before = first
    for (let i = slice * SLICE; i < (slice + 1) * SLICE; i++) before = judgeAppended(inputs[i]!, grown, before)
    count(before.variation)
  })
  const anew = best(1, () => count(judge(inputs[0]!, grown).variation))
  const microseconds = (adding / ADDED) * 1e6
  console.log(
    `bench: spc-appended ${microseconds.toFixed(2)} µs a point added to ${LONG.toLocaleString('en-GB')}, 1/${Math.round((anew * 1e6) / microseconds)} of judging them all anew`,
  )
}

/** Numerators and denominators of all series end to end, and so their verdicts: as they are stored. */
function trust(): void {
  const inputs = Array.from({ length: TRUST_SERIES }, (_, i) => steadySeries(CHARTS[i % CHARTS.length]!, i))
  const numerators = new Float64Array(TRUST_SERIES * POINTS)
  const denominators = new Float64Array(TRUST_SERIES * POINTS)
  inputs.forEach((input, i) => {
    numerators.set(input.numerators as Float64Array, i * POINTS)
    if (input.denominators) denominators.set(input.denominators as Float64Array, i * POINTS)
  })
  const verdicts = new Uint8Array(TRUST_SERIES * POINTS)
  const latest = new Int32Array(TRUST_SERIES)
  const whole = best(TRUST_SERIES / SLICE, (slice) => {
    for (let i = slice * SLICE; i < (slice + 1) * SLICE; i++) {
      const [from, to] = [i * POINTS, (i + 1) * POINTS]
      const { chart, direction } = inputs[i]!
      const judgement = judge(
        {
          chart,
          direction,
          numerators: numerators.subarray(from, to),
          ...(chart === 'xmr' ? {} : { denominators: denominators.subarray(from, to) }),
        },
        used,
      )
      verdicts.set(used.verdicts, from)
      latest[i] = judgement.latest
      count(judgement.variation)
    }
  })
  console.log(
    `bench: spc-trust ${(whole * 1000).toFixed(1)} ms for ${TRUST_SERIES.toLocaleString('en-GB')} series of ${POINTS} points, from packed figures to packed verdicts`,
  )
}

function count(variation: string): void {
  if (variation !== 'commonCause') special++
}

/** Seconds for all slices, each at its best of several rounds. */
function best(slices: number, work: (slice: number) => void): number {
  const each = new Float64Array(slices).fill(Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round++) {
    for (let slice = 0; slice < slices; slice++) {
      const start = performance.now()
      work(slice)
      each[slice] = Math.min(each[slice]!, (performance.now() - start) / 1000)
    }
  }
  return each.reduce((sum, seconds) => sum + seconds, 0)
}

/** A process that does not change, as a chart of its kind supposes it: its spread is that of chance. */
function steadySeries(chart: ChartTypeId, series: number): SeriesInput {
  const scores = Float64Array.from({ length: POINTS }, (_, point) => steady(series * POINTS + point))
  if (chart === 'xmr') return { chart, numerators: scores, direction: 'higher', target: 52 }
  const denominators = scores.map((_, point) => 190 + ((series + 7 * point) % 20))
  const share = chart === 'p' ? 0.5 : 0.25
  const variance = chart === 'p' ? share * (1 - share) : share
  const numerators = denominators.map((whole, point) =>
    Math.round(share * whole + ((scores[point]! - 50) / 5) * Math.sqrt(variance * whole)),
  )
  return { chart, numerators, denominators, direction: 'higher', target: share }
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
