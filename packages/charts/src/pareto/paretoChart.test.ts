import { pareto } from '@golden-thread/spc'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameSize, textsOf } from '../../test/drawnTexts.ts'
import type { ChartSize } from '../chart.ts'
import { PARETO_CASES } from '../gallery/paretos.ts'
import { type ParetoChart, paretoSvg } from './paretoChart.ts'
import { paretoTableOf } from './paretoTable.ts'

const SIZES: readonly ChartSize[] = ['desk', 'phone', 'wall', 'print']

function gallery(name: string): ParetoChart {
  return PARETO_CASES.find((each) => each.name === name)!.chart('p')
}

describe('a Pareto chart', () => {
  test.each(SIZES)('on a %s names every bar with its count, and the mark of the vital few', (size) => {
    const words = textsOf(paretoSvg(gallery('pareto'), size))
      .map(({ text }) => text)
      .join(' ')
    for (const { name, count } of paretoTableOf(gallery('pareto'))) {
      expect(words.replaceAll('\u2002', ' ')).toContain(name.split(' ')[0])
      expect(words).toContain(count)
    }
    expect(words).toContain('80% of all')
  })

  test('fills the vital few, and dashes what is gathered as other, which stands last', () => {
    const bars = paretoSvg(gallery('pareto'), 'desk').match(/<rect x="[^>]*>/g)!
    expect(bars.slice(0, 4).every((bar) => bar.includes('fill="#14213A"'))).toBe(true)
    expect(bars.at(-1)).toContain('stroke-dasharray')
    expect(bars).toHaveLength(9)
  })

  test('puts the smallest of very many together, and has them all in the table', () => {
    const svg = paretoSvg(gallery('pareto-many'), 'desk')
    expect(svg).toContain('21 more reasons')
    expect(paretoTableOf(gallery('pareto-many'))).toHaveLength(40)
  })

  test('reads each point of the line as its row', () => {
    const rows = [...paretoSvg(gallery('pareto'), 'phone').matchAll(/data-row="([^"]*)"/g)].map(([, row]) => row)
    expect(rows[1]).toBe(
      'Waiting for transport: 88 late discharges, 23.1% of all. With those before it 60.4%. One of the vital few',
    )
  })

  test('says so where nothing is counted', () => {
    for (const name of ['pareto-nothing', 'pareto-empty'])
      expect(paretoSvg(gallery(name), 'desk')).toContain('No late discharges counted yet')
  })

  test('whatever the counts, holds finite numbers and text inside its frame', () => {
    const category = fc.record({
      name: fc.string({ maxLength: 90 }),
      count: fc.oneof(fc.nat(50), fc.constant(0), fc.integer({ min: 0, max: 1e9 })),
    })
    fc.assert(
      fc.property(fc.array(category, { maxLength: 40 }), fc.constantFrom(...SIZES), (categories, size) => {
        const svg = paretoSvg({ ...gallery('pareto'), pareto: pareto(categories) }, size)
        expect(svg).not.toMatch(/NaN|Infinity|undefined/)
        const { width, height } = frameSize(svg)
        for (const { text, x0, x1, y0, y1 } of textsOf(svg).filter(({ text }) => /^[ -~]*$/.test(text)))
          expect({ text, inside: x0 >= -2 && x1 <= width + 2 && y0 >= -2 && y1 <= height + 3 }).toEqual({
            text,
            inside: true,
          })
      }),
      { numRuns: 60 },
    )
  })
})
