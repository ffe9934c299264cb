import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { ADAPTERS } from './index.ts'

/** Every option of these peers with the values that the README of the vectors names, beside the ones that no case has. */
const PEERS: readonly {
  readonly peer: string
  readonly charts: readonly string[]
  readonly options: Readonly<Record<string, readonly unknown[]>>
}[] = [
  {
    peer: 'PowerBI-SPC',
    charts: ['run', 'i', 'i_m', 'i_mm', 'mr', 'p', 'pp', 'u', 'up', 'c', 'g', 't', 'xbar', 's'],
    options: {
      screenMovingRanges: [true, false],
      improvementDirection: ['increase', 'decrease', 'neutral'],
      shiftN: [2, 5, 6, 7, 8, 12],
      trendN: [2, 3, 5, 6, 7, 12],
      twoInThreeHighlightSeries: [true, false],
      astronomicalLimit: ['1 Sigma', '2 Sigma', '3 Sigma', 'Specification'],
      twoInThreeLimit: ['1 Sigma', '2 Sigma', '3 Sigma', 'Specification'],
      processFlagType: ['both', 'improvement', 'deterioration'],
      flagOnlyLastPoint: [true, false],
      altTarget: [null, 0, 7],
      subsetPoints: [null, 1, 5, 12, 100],
      subsetFrom: [null, 'Start', 'End'],
    },
  },
  {
    peer: 'qcc',
    charts: ['xbar.one'],
    options: {
      stdDevMethod: [null, 'auto', 'MR', 'SD'],
      nSigmas: [1, 2, 2.7, 3],
      runLength: [null, 2, 5, 7, 9],
      calibrationPoints: [null, 5, 12],
    },
  },
  {
    peer: 'qcc',
    charts: ['c', 'g', 'p', 'u', 'np'],
    options: {
      runLength: [null, 2, 5, 7, 9],
      calibrationPoints: [null, 5, 12],
      confidenceLevel: [null, 0.9, 0.99, 0.998],
    },
  },
  {
    peer: 'qcc',
    charts: ['ewma'],
    options: {
      lambda: [null, 0.1, 0.2, 1],
      nSigmas: [null, 2, 3],
      stdDevMethod: [null, 'MR', 'SD'],
      calibrationPoints: [null, 12],
    },
  },
  {
    peer: 'qcc',
    charts: ['cusum'],
    options: {
      decisionInterval: [null, 4, 5],
      seShift: [null, 0.5, 2],
      headStart: [null, 2.5],
      stdDevMethod: [null, 'MR', 'SD'],
      calibrationPoints: [null, 12],
    },
  },
  {
    peer: 'qicharts2',
    charts: ['run', 'i', 'ip', 'mr', 'p', 'pp', 'u', 'up'],
    options: {
      screenedMR: [true, false],
      freeze: [null, 5, 12, 200],
      part: [null, [5], [5, 12]],
      exclude: [null, [1], [3, 5]],
      cl: [null, 0.5],
      target: [null, 7],
      multiply: [1, 100],
      runsMethod: ['anhoej', 'bestbox', 'cutbox'],
      aggFun: [null, 'mean', 'median', 'sum', 'sd'],
      yNeg: [null, true, false],
      categoricalX: [true, false],
    },
  },
  {
    peer: 'FunnelPlotR',
    charts: ['funnel_SR'],
    options: {
      dataType: ['SR'],
      overdispersionAdjusted: [true, false],
      srMethod: [null, 'SHMI', 'CQC'],
      trimBy: [0.01, 0.1, 0.3],
      limitUsedForOutliers: [95, 99],
      multiplier: [1, 1000],
      shmiRounding: [true, false],
    },
  },
]

for (const { peer, charts, options } of PEERS) {
  test(`each documented option of ${peer} (${charts.join(', ')}) can be compared, in all combinations`, () => {
    const chosen = fc.record(
      Object.fromEntries(Object.entries(options).map(([name, values]) => [name, fc.constantFrom(...values)])),
    )
    const figures = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 20 })), {
      minLength: 14,
      maxLength: 30,
    })
    fc.assert(
      fc.property(fc.constantFrom(...charts), chosen, figures, (chart, asked, rows) => {
        const testCase = ofRows(peer, chart, asked, rows)
        const { answer, excuses } = ADAPTERS.find((one) => one.peer === peer)!
        expect(answer(testCase)).toBeTypeOf('object')
        for (const { covers } of excuses) expect(covers(testCase, ['points', 'value', 0])).toBeTypeOf('boolean')
      }),
      { numRuns: 120 },
    )
  })
}

describe('what no recorded case asks', () => {
  test.each([2, 5, 8])('qcc flags a run from its %ith point on', (runLength) => {
    const side = [1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1, -1, -1, -1, 1, -1, -1, 1, -1]
    const value = side.map((one, i) => 50 + one * (2 + (i % 3) / 10))
    const testCase = aCaseOf('qcc', 'xbar.one', { stdDevMethod: 'MR', nSigmas: 3, runLength }, { value })
    const centre = value.reduce((sum, one) => sum + one, 0) / value.length
    const isAbove = value.map((one) => one > centre)
    const inRun = isAbove.map((_, i) =>
      isAbove
        .slice(0, i + 1)
        .reverse()
        .findIndex((one) => one !== isAbove[i]),
    )
    const violating = inRun.flatMap((length, i) => ((length < 0 ? i + 1 : length) >= runLength ? [i + 1] : []))
    expect(ADAPTERS.find(({ peer }) => peer === 'qcc')!.answer(testCase)).toMatchObject({ violatingRuns: violating })
  })

  test.each(['run', 'i', 'i_m', 'i_mm', 'mr'])(
    'PowerBI-SPC %s with a denominator of 0 leaves the point out',
    (chart) => {
      const options = Object.fromEntries(Object.entries(PEERS[0]!.options).map(([name, [first]]) => [name, first]))
      const rows = Array.from({ length: 16 }, (_, i): [number, number] => [5 + (i % 4), i === 7 ? 0 : 10])
      const testCase = ofRows('PowerBI-SPC', chart, options, rows)
      const { answer, excuses } = ADAPTERS.find(({ peer }) => peer === 'PowerBI-SPC')!
      const { points } = answer(testCase) as { points: { cl: readonly (number | null)[] } }
      expect(points.cl.every((centre) => centre !== null && Number.isFinite(centre))).toBe(true)
      expect(excuses.find((one) => one.covers(testCase, ['points', 'cl', 0]))?.reason).toContain('divided by nought')
    },
  )
})

function ofRows(
  peer: string,
  chart: string,
  options: Readonly<Record<string, unknown>>,
  rows: readonly (readonly [number, number])[],
): Case {
  const [numerator, denominator] = [rows.map(([one]) => one), rows.map(([, whole]) => whole)]
  const days = rows.map((_, i) => `2020-01-${String(i + 1).padStart(2, '0')}`)
  const isOfSamples = chart === 'xbar' || chart === 's'
  const inputs: Record<string, Case['input']> = {
    'PowerBI-SPC': {
      numerator,
      ...(['c', 'g', 't'].includes(chart) ? {} : { denominator }),
      ...(isOfSamples ? { sd: numerator.map((one) => one / 3) } : {}),
    },
    qcc: { value: numerator.map((one) => one + 1), numerator, denominator },
    qicharts2: { dates: days, numerator, denominator },
    FunnelPlotR: { numerator, denominator, group: days },
  }
  return aCaseOf(peer, chart, options, inputs[peer]!)
}

function aCaseOf(peer: string, chart: string, options: Case['options'], input: Case['input']): Case {
  return { id: 'ours', peer, chart, family: 'ours', options, input, expected: {} }
}
