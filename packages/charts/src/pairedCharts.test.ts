import { describe, expect, test } from 'vitest'
import { frameSize, textsOf } from '../test/drawnTexts.ts'
import type { ChartSize } from './chart.ts'
import { PAIR_CASES } from './gallery/kinds.ts'
import { type PairedCharts, pairedChartsSvg, pairedLegendOf, pairedTableOf } from './pairedCharts.ts'

const SIZES: readonly ChartSize[] = ['desk', 'phone', 'wall', 'print']

function gallery(name: string): PairedCharts {
  return PAIR_CASES.find((each) => each.name === name)!.pair('pair')
}

describe('two charts on one time axis', () => {
  test('have points of one period under each other', () => {
    const svg = pairedChartsSvg(gallery('xbar-with-s'), 'desk')
    const places = (part: string) =>
      [...svg.matchAll(new RegExp(`data-row="${part}, ([^:]*): [^"]*"`, 'g'))].map(([, period]) => period)
    expect(places('Mean of each month')).toEqual(places('Standard deviation within each month'))
    const lines = [...svg.matchAll(/<path d="M([\d.]+) [\d.]+H([\d.]+)" stroke="#5F6B7A"\/>/g)]
    const axes = lines.filter(([, x0]) => Number(x0) < 100).map(([, x0, x1]) => `${x0} to ${x1}`)
    expect(axes).toEqual([axes[0], axes[0]])
  })

  test('name periods once, and each its own kind', () => {
    const texts = textsOf(pairedChartsSvg(gallery('xmr-with-ranges'), 'desk')).map(({ text }) => text)
    expect(texts.filter((text) => text === '2024')).toHaveLength(1)
    expect(texts).toEqual(expect.arrayContaining(['Share of patients', 'Moving range']))
  })

  test('give no letter twice: those of the lower chart go on from the upper', () => {
    const rows = pairedTableOf(gallery('xmr-with-ranges'))
    const letters = (part: 'upper' | 'lower') => new Set(rows.flatMap((row) => row[part].letters))
    expect([...letters('upper')].toSorted()).toEqual(['A', 'B', 'C', 'D'])
    expect([...letters('lower')].toSorted()).toEqual(['E', 'F', 'G'])
  })

  test('have one legend', () => {
    const names = pairedLegendOf(gallery('xmr-with-ranges')).map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    expect(names).toEqual(expect.arrayContaining(['improving', 'changed, high']))
  })

  test.each(SIZES)('are one image on a %s, with finite numbers', (size) => {
    for (const { pair } of PAIR_CASES) {
      const svg = pairedChartsSvg(pair('x'), size, { standalone: true })
      expect(svg.match(/<svg /g)).toHaveLength(1)
      expect(svg.match(/<title /g)).toHaveLength(1)
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(frameSize(svg).height).toBeGreaterThan(300)
    }
  })
})
