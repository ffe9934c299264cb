import { CHART_TYPES, SAMPLE_CHART_TYPES } from '@golden-thread/spc'
import { expect, test } from 'vitest'
import { CHARTS_OF_ALL_KINDS, kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'

test.each(MEASURE_KINDS)(
  '%s offers charts that are there, each once, and none without the denominators that it needs',
  (id) => {
    const { charts, divides } = kindOf(id)
    const types = [...CHART_TYPES, ...SAMPLE_CHART_TYPES]
    expect(new Set(charts.map(({ chart }) => chart)).size).toBe(charts.length)
    for (const { chart, when } of charts) {
      expect(when).not.toBe('')
      expect(types.find((type) => type.id === chart)).toBeDefined()
      expect(divides || !types.find((type) => type.id === chart)!.needsDenominator).toBe(true)
    }
  },
)

test('charts that draw something else in the value’s place are no measure’s own', () => {
  for (const chart of ['mr', 's', 'r', 'ewma', 'cusum', 'movingAverage'] as const)
    expect(CHARTS_OF_ALL_KINDS).not.toContain(chart)
})
