import { bernoulliCusum } from '@golden-thread/spc'
import { describe, expect, test } from 'vitest'
import { textsOf } from '../test/drawnTexts.ts'
import { bernoulliParts } from './bernoulli.ts'
import type { ControlChart } from './chart.ts'
import { controlChartSvg } from './controlChart.ts'
import { FURTHER_KINDS } from './gallery/kinds.ts'
import { legendOf } from './legend.ts'
import { tableOf } from './table.ts'

function gallery(name: string): ControlChart {
  return FURTHER_KINDS.find((each) => each.name === name)!.chart('k')
}

function wordsOf(name: string): string[] {
  return textsOf(controlChartSvg(gallery(name), 'desk')).map(({ text }) => text)
}

describe('cumulative sums', () => {
  test('are two lines with both their figures, between decision limits', () => {
    const svg = controlChartSvg(gallery('cusum'), 'desk')
    expect(svg.match(/fill="none" stroke="#66717F" stroke-width="1.75"/g)).toHaveLength(2)
    expect(wordsOf('cusum').filter((text) => /^(Sum (up|down)wards|Decision limit)/.test(text))).toHaveLength(4)
  })

  test('that lie beyond both limits at once say each its own side', () => {
    const svg = controlChartSvg(gallery('cusum-both'), 'desk')
    expect(svg).toContain('fill="#0068B3"')
    expect(svg).toContain('fill="#C65100"')
  })

  test('are both in the row of their period', () => {
    expect(tableOf(gallery('cusum')).at(-1)!.behind).toMatch(/^sum upwards .* days, sum downwards −.* days$/)
  })

  test('of single cases mark the case that reaches the limit, and no other', () => {
    const cusum = bernoulliCusum([...Array<number>(30).fill(0), ...Array<number>(8).fill(1)], { target: 0.1 })
    const { analysis, signals } = bernoulliParts(cusum, 'lower')
    const reached = cusum.up.signals.flatMap((found, at) => (found ? [at] : []))
    expect(signals.filter(({ side }) => side === 'high').flatMap(({ points }) => points)).toEqual(reached)
    expect(analysis.verdicts[reached[0]!]).toBe('concerning')
    expect(analysis.upper[0]).toBe(-analysis.lower[0]!)
  })
})

describe('averages of past points', () => {
  test('have the single values behind them as dots, in legend and table too', () => {
    const chart = gallery('ewma')
    expect(controlChartSvg(chart, 'desk')).toMatch(/<path d="(M[^M]*){30}" fill="#5F6B7A"\/>/)
    expect(legendOf(chart).map(({ name }) => name)).toContain('single values')
    expect(tableOf(chart)[0]!.behind).toMatch(/^single value /)
  })
})

describe('re-based medians', () => {
  test('say where each begins and ends, and have their figures on their lines', () => {
    const texts = wordsOf('rebased-run')
    expect(texts).toEqual(
      expect.arrayContaining(['Jul 2023', 'to Jul 2024', '6.4 days', '5.6 days', 'Median 5.1 days']),
    )
  })

  test('are drawn heavier over the values that they are of', () => {
    const heavy = /<path d="([^"]*)" fill="none" stroke="#14213A" stroke-width="3.5"/.exec(
      controlChartSvg(gallery('rebased-run'), 'desk'),
    )![1]!
    expect(heavy.match(/M/g)).toHaveLength(3)
  })

  test('are called medians on a phone too', () => {
    const svg = controlChartSvg(gallery('rebased-run'), 'phone')
    expect(svg).toContain('New median')
    expect(svg).not.toContain('New limits')
  })
})
