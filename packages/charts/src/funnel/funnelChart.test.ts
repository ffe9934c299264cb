import { funnel } from '@golden-thread/spc'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameSize, textsOf } from '../../test/drawnTexts.ts'
import type { ChartSize } from '../chart.ts'
import { FUNNEL_CASES } from '../gallery/funnels.ts'
import { type FunnelChart, funnelLegendOf, funnelSvg } from './funnelChart.ts'
import { funnelTableOf } from './funnelTable.ts'

const SIZES: readonly ChartSize[] = ['desk', 'phone', 'wall', 'print']

function gallery(name: string): FunnelChart {
  return FUNNEL_CASES.find((each) => each.name === name)!.chart('f')
}

function rowsOf(svg: string): { at: number; row: string }[] {
  return [...svg.matchAll(/data-at="(\d+)" data-row="([^"]*)"/g)].map(([, at, row]) => ({ at: Number(at), row: row! }))
}

describe('a funnel plot', () => {
  test('has a point a unit with a value, to be walked from the smallest to the largest', () => {
    const chart = gallery('funnel-share')
    const rows = rowsOf(funnelSvg(chart, 'desk')).toSorted((a, b) => a.at - b.at)
    const sizes = chart.analysis.points.toSorted((a, b) => a.denominator! - b.denominator!)
    expect(rows.map(({ row }) => row.split(/ \(ours\)|:/)[0])).toEqual(sizes.map(({ unit }) => unit))
    expect(rows.find(({ row }) => row.startsWith('Penhurst:'))!.row).toMatch(
      /^Penhurst: 19\.\d%, \d+ of [\d,]+\. Below the 99\.8% limits, on the worse side\. Limits at this size: 95% .* to .*, 99\.8% .* to /,
    )
  })

  test.each(SIZES)('always names ours on a %s, in bold', (size) => {
    for (const { name } of FUNNEL_CASES) {
      const chart = gallery(name)
      const svg = funnelSvg(chart, size)
      for (const own of chart.own) expect(svg).toContain(`<tspan font-weight="700">${own.split(' ')[0]}`)
    }
  })

  test('says how many of those outside are named where there are too many for names', () => {
    const chart = gallery('funnel-many')
    const svg = funnelSvg(chart, 'desk')
    const [, named, outside] = /(\d+) of (\d+) outside are named/.exec(svg)!
    expect(Number(outside)).toBe(
      chart.analysis.points.filter(({ unit, outside }) => !chart.own.includes(unit) && outside.some(Boolean)).length,
    )
    expect(Number(named)).toBeLessThanOrEqual(12)
  })

  test('tells the side by shape, and by colour only where one side is better', () => {
    expect(funnelLegendOf(gallery('funnel-share')).map(({ form }) => form)).toEqual([
      'commonCause',
      'improving',
      'concerning',
      'improving',
      'own',
    ])
    const neither = funnelSvg(gallery('funnel-ratio'), 'desk')
    expect(neither).not.toMatch(/#0068B3|#C65100/)
    expect(neither).toContain('#6B2FA5')
  })

  test('leaves a unit without a value to the table, which says why', () => {
    const chart = gallery('funnel-no-denominator')
    expect(rowsOf(funnelSvg(chart, 'desk'))).toHaveLength(6)
    expect(funnelTableOf(chart).map(({ value }) => value)).toEqual(
      expect.arrayContaining(['Denominator 0', 'No figures', '25.0%']),
    )
  })

  test('marks the limits of units that are all of one size', () => {
    const dashed = funnelSvg(gallery('funnel-same-size'), 'desk').match(
      /<path d="[^"]*" fill="none"[^>]*stroke-dasharray/g,
    )!
    for (const path of dashed) expect(path).toMatch(/^<path d="(M[\d.]+ ([\d.]+)L[\d.]+ \2)+" /)
  })

  test('prints without any colour', () => {
    const colours = new Set(funnelSvg(gallery('funnel-share'), 'print').match(/#[0-9A-Fa-f]{3,6}/g))
    for (const colour of colours) expect(colour).toMatch(/^#(?:([0-9A-F])\1\1|([0-9A-F]{2})\2\2)$/i)
  })

  test('whatever the units, holds finite numbers, text inside its frame, and names that stand over no other', () => {
    const unit = fc.record({
      n: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 1e7 })),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        fc.array(unit, { maxLength: 60 }),
        fc.constantFrom(...SIZES),
        fc.boolean(),
        (units, size, widened) => {
          const chart: FunnelChart = {
            ...gallery('funnel-share'),
            analysis: funnel({
              kind: 'proportion',
              multiplier: 100,
              numerators: units.map(({ n, share }) => Math.floor(n * share)),
              denominators: units.map(({ n }) => n),
              method: { adjust: widened ? 'whenPhiAboveOne' : 'never' },
            }),
            own: ['unit 1'],
          }
          const svg = funnelSvg(chart, size)
          expect(svg).not.toMatch(/NaN|Infinity|undefined|\de[+-]?\d/)
          const { width, height } = frameSize(svg)
          const texts = textsOf(svg)
          for (const { text, x0, x1, y0, y1 } of texts)
            expect({ text, inside: x0 >= -2 && x1 <= width + 2 && y0 >= -2 && y1 <= height + 3 }).toEqual({
              text,
              inside: true,
            })
        },
      ),
      { numRuns: 60 },
    )
  })
})
