import type { SeriesInput } from '../src/analysis.ts'
import { aSeries, steadyValues } from './aSeries.ts'

/** Twenty steady months, then seven on one side of the mean: limits about 44 to 58, or 42 to 56. */
const UP = [...steadyValues(20), 53, 52.5, 53.5, 52, 53, 54, 53]
const DOWN = UP.map((value) => 100 - value)

const TARGETS = { above: 65, within: 50, below: 35 } as const

/** Every pair of variation and assurance that a series can have. */
export const PAIRS: Readonly<Record<string, SeriesInput>> = {
  'improving high, meets': aSeries(UP, { target: TARGETS.below }),
  'improving high, misses': aSeries(UP, { target: TARGETS.above }),
  'improving high, hit or miss': aSeries(UP, { target: TARGETS.within }),
  'improving high, no target': aSeries(UP),
  'improving low, meets': aSeries(DOWN, { direction: 'lower', target: TARGETS.above }),
  'improving low, misses': aSeries(DOWN, { direction: 'lower', target: TARGETS.below }),
  'improving low, hit or miss': aSeries(DOWN, { direction: 'lower', target: TARGETS.within }),
  'improving low, no target': aSeries(DOWN, { direction: 'lower' }),
  'concerning high, meets': aSeries(UP, { direction: 'lower', target: TARGETS.above }),
  'concerning high, misses': aSeries(UP, { direction: 'lower', target: TARGETS.below }),
  'concerning high, hit or miss': aSeries(UP, { direction: 'lower', target: TARGETS.within }),
  'concerning high, no target': aSeries(UP, { direction: 'lower' }),
  'concerning low, meets': aSeries(DOWN, { target: TARGETS.below }),
  'concerning low, misses': aSeries(DOWN, { target: TARGETS.above }),
  'concerning low, hit or miss': aSeries(DOWN, { target: TARGETS.within }),
  'concerning low, no target': aSeries(DOWN),
  'common cause, meets': aSeries(steadyValues(20), { target: TARGETS.below }),
  'common cause, misses': aSeries(steadyValues(20), { target: TARGETS.above }),
  'common cause, hit or miss': aSeries(steadyValues(20), { target: TARGETS.within }),
  'common cause, no target': aSeries(steadyValues(20)),
  'neutral high, a target is not judged': aSeries(UP, { direction: 'neither', target: TARGETS.below }),
  'neutral low': aSeries(DOWN, { direction: 'neither' }),
}

const GAP = Number.NaN
const later = steadyValues(8).map((value) => value + 30)

/** What is not an ordinary chart, and what made a verdict. */
export const EDGES: Readonly<Record<string, SeriesInput>> = {
  'no values': aSeries([GAP, GAP], { target: 95 }),
  'no periods': aSeries([]),
  'one value': aSeries([50], { target: 95 }),
  'too few points': aSeries([...steadyValues(8), GAP]),
  'early limits of a new phase': aSeries([...steadyValues(13), ...later], { phases: [{ start: 0 }, { start: 13 }] }),
  'a new phase of one value': aSeries([...steadyValues(13), 80], { phases: [{ start: 0 }, { start: 13 }], target: 95 }),
  'all equal, meets': aSeries(new Array(14).fill(100), { target: 95 }),
  'all equal, misses': aSeries(new Array(14).fill(0), { target: 95 }),
  'all equal, no target': aSeries(new Array(14).fill(100)),
  'all equal in the baseline, then not': aSeries([...new Array(13).fill(100), 94, 100], {
    target: 95,
    phases: [{ start: 0, baseline: 12 }],
  }),
  'equal but for one jump': aSeries([...new Array(14).fill(100), 90], { target: 95 }),
  'no two neighbours': aSeries(
    Array.from({ length: 27 }, (_, i) => (i % 2 === 0 ? 50 + (i % 4) : GAP)),
    { target: 95 },
  ),
  'every point left out of the limits': aSeries(steadyValues(14), {
    excluded: steadyValues(14).map((_, i) => i),
    phases: [{ start: 0 }, { start: 1 }],
  }),
  'latest point left out': aSeries([...steadyValues(20), 90], { excluded: [20] }),
  'run chart with a target': aSeries(steadyValues(20), { chart: 'run', target: 95 }),
  'run chart that shifted': aSeries(UP, { chart: 'run' }),
  'latest period missing': aSeries([...UP, GAP], { target: TARGETS.above }),
  'latest two periods missing': aSeries([...steadyValues(20), GAP, GAP]),
  'latest five periods missing': aSeries([...steadyValues(20), GAP, GAP, GAP, GAP, GAP]),
  'limits that follow the size': aSeries([20, 31, 22, 29, 25, 30, 21, 33, 24, 28, 26, 22, 31, 27], {
    chart: 'p',
    direction: 'lower',
    denominators: [200, 310, 230, 280, 260, 300, 220, 330, 230, 290, 260, 210, 300, 280],
    multiplier: 100,
    target: 5,
  }),
  'outside the limits': aSeries([...steadyValues(20), 62]),
  'three outside the limits': aSeries([...steadyValues(30), 36, 35, 34]),
  'a trend': aSeries([...steadyValues(20), 47, 48, 49, 50, 51, 52, 53, 54]),
  'two of three near a limit': aSeries([...steadyValues(30), 56, 51, 56.5]),
  'a special change some time ago': aSeries([...steadyValues(10), 62, ...steadyValues(10)]),
  'target a hair above the limit': aSeries(steadyValues(20), { target: 56.87 }),
}

/** Twenty steady months, then a rise that is small beside the spread. */
const CREEP = [...steadyValues(20), 52.5, 53, 53.5, 52.5, 53.5, 53, 53.5, 53]
const SIZES = { sizes: new Array(14).fill(5), deviations: steadyValues(14).map((value) => value / 20) }
const COUNTS = [4, 2, 5, 3, 6, 2, 4, 3, 5, 4, 2, 6, 3, 4]

/** Each further kind of chart, steady and special: its points are said as what they are. */
export const KINDS: Readonly<Record<string, SeriesInput>> = {
  'counts, none below 0': aSeries(COUNTS, { chart: 'c', direction: 'lower' }),
  'counts, many': aSeries(
    COUNTS.map((count) => 10 * count),
    { chart: 'c', direction: 'lower', target: 20 },
  ),
  'counts out of wholes': aSeries(
    COUNTS.map((count) => 10 + count),
    {
      chart: 'np',
      direction: 'lower',
      denominators: COUNTS.map((_, i) => 90 + i),
    },
  ),
  'values that cannot be below 0': aSeries([1, 9, 2, 8, 1, 7, 3, 9, 2, 8, 1, 9, 2, 8], {
    chart: 'u',
    denominators: new Array(14).fill(1),
  }),
  'cases between events': aSeries([12, 30, 4, 55, 21, 8, 40, 17, 3, 26, 33, 9, 14, 20], { chart: 'g' }),
  'time between events': aSeries([12, 30, 4, 55, 21, 8, 40, 17, 3, 26, 33, 9, 14, 20], { chart: 't' }),
  'means of samples': aSeries(steadyValues(14), { chart: 'xbar', samples: SIZES }),
  'deviations of samples': aSeries(SIZES.deviations, { chart: 's', direction: 'lower', samples: SIZES }),
  'ranges of samples, one far out': aSeries([...SIZES.deviations.slice(1), 12], {
    chart: 'r',
    direction: 'lower',
    samples: { sizes: SIZES.sizes, ranges: [...SIZES.deviations.slice(1), 12] },
  }),
  'moving ranges': aSeries(steadyValues(14), { chart: 'mr', direction: 'lower' }),
  'XmR about the median': aSeries(UP, { chart: 'xmrMedian' }),
  'XmR about the median with median ranges': aSeries(steadyValues(20), { chart: 'xmrMedianRange' }),
  'weighted average, steady': aSeries(steadyValues(20), { chart: 'ewma', target: 55 }),
  'weighted average, creeping up': aSeries(CREEP, { chart: 'ewma', phases: [{ start: 0, baseline: 20 }] }),
  'moving average, creeping up': aSeries(CREEP, { chart: 'movingAverage', phases: [{ start: 0, baseline: 20 }] }),
  'cumulative sums, steady': aSeries(steadyValues(20), { chart: 'cusum' }),
  'cumulative sums, creeping up': aSeries(CREEP, {
    chart: 'cusum',
    direction: 'lower',
    phases: [{ start: 0, baseline: 20 }],
  }),
  'a table of constants that ends too early': aSeries(steadyValues(14), {
    chart: 'xbar',
    samples: { sizes: new Array(14).fill(5), ranges: new Array(14).fill(3) },
    method: { sampleSpread: 'meanRange', rangeConstants: { d2: [], d3: [] } },
  }),
  'too few weighted averages': aSeries(steadyValues(8), { chart: 'ewma' }),
  ...Object.fromEntries(
    Object.entries(TARGETS).map(([place, target]) => [
      `improving by one rule and concerning by another, target ${place}`,
      aSeries([...steadyValues(24), 55.5, 55.2, 54.9, 54.6, 54.3, 54, 53.7], {
        target,
        phases: [{ start: 0, baseline: 24 }],
      }),
    ]),
  ),
  'the same where lower is better, without a target': aSeries(
    [...steadyValues(24), 55.5, 55.2, 54.9, 54.6, 54.3, 54, 53.7],
    { direction: 'lower', phases: [{ start: 0, baseline: 24 }] },
  ),
}
