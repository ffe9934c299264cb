import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { compare } from '../compare.ts'
import { qicharts2 } from './qicharts2.ts'

/**
 * The peer's lines worked out a second time, plainly, from the rules as `README.md` of the vectors words them: combinations
 * of options that no recorded case has.
 */
interface Points {
  readonly y: readonly number[]
  readonly n: readonly number[]
  readonly base: readonly boolean[]
}

type Line = readonly [centre: number, sigma: readonly number[]]

const known = (values: readonly number[]) => values.filter((value) => !Number.isNaN(value))
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const mean = (values: readonly number[]) => sum(known(values)) / known(values).length
const median = (values: readonly number[]) => {
  const sorted = known(values).sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}
const differences = (values: readonly number[]) =>
  values.slice(1).map((value, before) => Math.abs(value - values[before]!))
const screened = (ranges: readonly number[], screen: boolean, times = 3.267) =>
  screen ? mean(ranges.filter((range) => range < times * mean(ranges))) : mean(ranges)
const inBase = (values: readonly number[], { base }: Points) => values.filter((_, at) => base[at])

const CHARTS: Record<string, (points: Points, screen: boolean, given: number | null) => Line> = {
  run: (points, _, given) => [given ?? median(inBase(points.y, points)), points.y.map(() => Number.NaN)],
  i: (points, screen, given) => {
    const y = inBase(points.y, points)
    return [given ?? mean(y), points.y.map(() => screened(differences(y), screen) / 1.128)]
  },
  ip: (points, screen, given) => {
    const { y, n } = points
    const spreads = differences(y).map(
      (apart, at) => (Math.sqrt(Math.PI / 2) * apart) / Math.sqrt(1 / n[at]! + 1 / n[at + 1]!),
    )
    const sigma = screened(spreads, screen, 3.2665)
    return [given ?? pooled(points), n.map((size) => sigma / Math.sqrt(size))]
  },
  p: (points, _, given) => {
    const centre = given ?? pooled(points)
    return [centre, points.n.map((size) => Math.sqrt((centre * (1 - centre)) / size))]
  },
  u: (points, _, given) => {
    const centre = given ?? pooled(points)
    return [centre, points.n.map((size) => Math.sqrt(centre / size))]
  },
  pp: (points, screen, given) => widened(points, CHARTS.p!(points, screen, given), screen),
  up: (points, screen, given) => widened(points, CHARTS.u!(points, screen, given), screen),
}

function pooled(points: Points): number {
  const { y, n } = points
  const events = y.map((value, at) => value * n[at]!)
  return sum(inBase(events, points)) / sum(inBase(n, points))
}

function widened(points: Points, [centre, sigma]: Line, screen: boolean): Line {
  const scores = points.y.map((value, at) => (value - centre) / sigma[at]!)
  const by = screened(differences(inBase(scores, points)), screen) / 1.128
  return [centre, sigma.map((one) => one * by)]
}

interface Options {
  readonly screenedMR: boolean
  readonly freeze: number | null
  readonly part: readonly number[] | null
  readonly exclude: readonly number[] | null
  readonly cl: number | null
  readonly multiply: number
  readonly yNeg: boolean | null
}

function plainly(chart: string, numerators: readonly number[], denominators: readonly number[], options: Options) {
  const { part, freeze, exclude, cl, multiply, yNeg } = options
  const proportion = chart === 'p' || chart === 'pp'
  const clipped = proportion || chart === 'u' || chart === 'up' || yNeg === false
  const starts = [0, ...(part ?? [])]
  const lines = starts.map((start, at) => {
    const end = starts[at + 1] ?? numerators.length
    const points = Array.from({ length: end - start }, (_, i) => start + i)
    const phase: Points = {
      y: points.map((i) => numerators[i]! / denominators[i]!),
      n: points.map((i) => denominators[i]!),
      base: points.map((i) => (part !== null || freeze === null || i < freeze) && !exclude?.includes(i + 1)),
    }
    const [centre, sigma] = CHARTS[chart]!(phase, options.screenedMR, cl)
    const line = (times: number) =>
      sigma.map((one) => {
        const low = clipped ? Math.max(0, centre + times * one) : centre + times * one
        return multiply * (proportion ? Math.min(1, low) : low)
      })
    return {
      cl: sigma.map(() => multiply * centre),
      lcl: line(-3),
      ucl: line(3),
      lcl95: line(-2),
      ucl95: line(2),
    }
  })
  const names = ['cl', 'lcl', 'ucl', 'lcl95', 'ucl95'] as const
  return Object.fromEntries(
    names.map((name) => [name, lines.flatMap((of) => of[name]).map((at) => (Number.isNaN(at) ? null : at))]),
  )
}

const LENGTH = 30

/** Rows that vary enough for a spread in every part, and a share of them that is neither nothing nor all. */
const rows = fc.array(fc.tuple(fc.integer({ min: 100, max: 900 }), fc.double({ min: 0.2, max: 0.8, noNaN: true })), {
  minLength: LENGTH,
  maxLength: LENGTH,
})

const options = fc.record<Options>({
  screenedMR: fc.boolean(),
  freeze: fc.constantFrom(null, 12, 25, 40),
  part: fc.constantFrom(null, [15], [10, 22]),
  exclude: fc.constantFrom(null, [5], [3, 17], [16, 30]),
  cl: fc.constantFrom(null, 0.45),
  multiply: fc.constantFrom(1, 100),
  yNeg: fc.constantFrom(null, false),
})

test.each(Object.keys(CHARTS))('%s: lines are what the rules say, whatever the options', (chart) => {
  fc.assert(
    fc.property(rows, options, (made, asked) => {
      const denominator = made.map(([size]) => size)
      const numerator = made.map(([size, share]) => Math.round(size * share))
      const testCase: Case = {
        id: 'ours',
        peer: 'qicharts2',
        chart,
        family: 'ours',
        options: { ...asked },
        input: { dates: made.map((_, at) => String(at + 100)), numerator, denominator },
        expected: { points: plainly(chart, numerator, denominator, asked) },
      }
      expect(compare(testCase.expected, qicharts2.answer(testCase), 'qicharts2').differences).toEqual([])
    }),
  )
})
