import { describe, expect, test } from 'vitest'
import type { Case } from '../case.ts'
import { verdictOn } from '../verdict.ts'
import { funnelplotr } from './funnelplotr.ts'
import { powerbiFunnels } from './powerbiFunnels.ts'

function aCase(peer: string, type: string, numerator: number[], denominator: number[], options: object = {}): Case {
  const group = numerator.map((_, i) => `O${String(i + 1).padStart(3, '0')}`)
  return {
    id: `ours:${type}`,
    peer,
    chart: `funnel_${type}`,
    family: 'ours',
    options: {
      dataType: type,
      ...(peer === 'FunnelPlotR' ? { ...FUNNELPLOTR, ...options } : { odAdjust: 'no', ...options }),
    },
    input: { group, numerator, denominator },
    expected: {},
  }
}

const FUNNELPLOTR = {
  overdispersionAdjusted: true,
  srMethod: null,
  trimBy: 0.1,
  limitUsedForOutliers: 99,
  multiplier: 1,
  shmiRounding: null,
}
const SHMI = { srMethod: 'SHMI', shmiRounding: true }

type Answer = ReturnType<typeof funnelplotr.answer> & { points: Record<string, (number | string | null)[]> }
const answerOf = (adapter: typeof funnelplotr, testCase: Case) => adapter.answer(testCase) as Answer

describe('FunnelPlotR', () => {
  const few = aCase('FunnelPlotR', 'SR', [0, 9, 12, 14], [10, 10, 10, 10], SHMI)

  test('a unit without events that truncation keeps makes the peer’s φ infinite, which is excused', () => {
    const ours = answerOf(funnelplotr, few)
    expect(ours.points.zScore![0]).toBe('-Infinity')
    const expected = { ...ours, phi: 'Infinity', tau2: 'Infinity' }
    expect(verdictOn({ ...few, expected }, [funnelplotr]).outcome).toBe('excused')
    expect(verdictOn({ ...few, expected: { ...ours, target: 2 } }, [funnelplotr]).outcome).toBe('differ')
  })

  test('one that truncation leaves out is not', () => {
    const many = aCase(
      'FunnelPlotR',
      'SR',
      Array.from({ length: 12 }, (_, i) => (i === 0 ? 0 : 7 + i)),
      Array(12).fill(10),
      SHMI,
    )
    const ours = answerOf(funnelplotr, many)
    expect(Number.isFinite(ours.phi)).toBe(true)
    expect(verdictOn({ ...many, expected: { ...ours, phi: 'Infinity' } }, [funnelplotr]).outcome).toBe('differ')
  })

  test('more events than cases are refused, and excused', () => {
    const impossible = aCase('FunnelPlotR', 'PR', [11, 3], [10, 10])
    expect(verdictOn({ ...impossible, expected: { phi: 1 } }, [funnelplotr]).outcome).toBe('excused')
  })

  test('a limit that turns back or not by the last bits of a plotting denominator is excused, and only there', () => {
    // The peer's plotting denominators up to 66 lie 7 ÷ 111 apart: one is 52 but for the last bits, none is near 50.
    const units = aCase('FunnelPlotR', 'PR', [5, 5, 6], [50, 52, 66])
    const ours = answerOf(funnelplotr, units)
    const outcomes = [0, 1, 2].map((place) => {
      const expected = { ...ours, points: { ...ours.points, lcl998: ours.points.lcl998!.with(place, 0.5) } }
      return verdictOn({ ...units, expected }, [funnelplotr]).outcome
    })
    expect(outcomes).toEqual(['differ', 'excused', 'differ'])
  })

  test('limits by square root stay roots, as far below 1 as above', () => {
    const points = answerOf(
      funnelplotr,
      aCase('FunnelPlotR', 'SR', [3, 40, 20, 4], [10, 12, 14, 16], { srMethod: 'CQC' }),
    ).points
    for (const [i, lower] of points.odLcl998!.entries()) {
      expect(Number(lower) + Number(points.odUcl998![i])).toBeCloseTo(2, 12)
    }
  })

  test('the largest unit keeps a lower limit that no larger one is there to compare with', () => {
    const points = answerOf(
      funnelplotr,
      aCase('FunnelPlotR', 'PR', [0, 1, 0], [20, 30, 40], { overdispersionAdjusted: false }),
    ).points
    expect(points.lcl998!.slice(0, 2)).toEqual([0, 0])
    expect(points.lcl998![2]).toBeGreaterThan(0)
  })
})

describe('PowerBI-Funnels', () => {
  test('a limit that turns back is left out, at the largest unit too', () => {
    const points = answerOf(powerbiFunnels, aCase('PowerBI-Funnels', 'PR', [0, 1, 0], [20, 30, 40])).points
    expect(points.ll99).toEqual([null, null, null])
    expect(points.ul68!.every((limit) => typeof limit === 'number')).toBe(true)
  })

  test('rows that cannot be plotted are taken out first', () => {
    const points = answerOf(powerbiFunnels, aCase('PowerBI-Funnels', 'PR', [3, 25, -1, 4], [20, 20, 20, 20])).points
    expect(points.group).toEqual(['O001', 'O004'])
  })
})
