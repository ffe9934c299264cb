import { analyse, CHART_TYPES, type ChartTypeId, type Direction, signals } from '@golden-thread/spc'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameSize, textsOf } from '../test/drawnTexts.ts'
import type { ChartSize, ControlChart } from './chart.ts'
import { controlChartSvg } from './controlChart.ts'
import { beforeNoon } from './gallery/beforeNoon.ts'
import { galleryChart, months, steady } from './gallery/figures.ts'

const SIZES: readonly ChartSize[] = ['desk', 'phone', 'wall', 'print']

/** Rows of the table that the points carry, in the order drawn. */
function rowsOf(svg: string): string[] {
  return [...svg.matchAll(/data-row="([^"]*)"/g)].map(([, row]) => row!)
}

/** What stands beside the value axis. */
function stepsOf(svg: string): string[] {
  return textsOf(svg)
    .filter(({ x1 }) => x1 < 50)
    .map(({ text }) => text)
    .filter((text) => /^-?\d+%$/.test(text))
}

/** Where each point's path begins. */
function placesOf(svg: string): number[] {
  return [...svg.matchAll(/class="gt-point"[^>]* d="M(-?[\d.]+) /g)].map(([, x]) => Number(x))
}

/** Elements are closed in order, and attributes are quoted: enough of XML's rules to catch any text that escaped its place. */
function isWellFormed(svg: string): boolean {
  const open: string[] = []
  for (const [tag, closing, name, self] of svg.matchAll(/<(\/?)([a-zA-Z]+)(?:\s[\w:-]+="[^"<]*")*\s*(\/?)>|</g)) {
    if (tag === '<') return false
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!self) open.push(name!)
  }
  return open.length === 0
}

describe('a control chart', () => {
  test.each(SIZES)('on a %s is an image with title and description, and needs no style sheet', (size) => {
    const svg = controlChartSvg(beforeNoon('c1'), size)
    expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="c1-\w+-t" aria-describedby="c1-\w+-d"/)
    expect(svg).toContain('-t">Patients discharged before noon</title>')
    expect(svg).toContain('Improving, but not enough to reach the target.')
    expect(svg).not.toMatch(/\sstyle=|<style|<script|\son\w+=/)
    expect(isWellFormed(svg)).toBe(true)
  })

  test('carries its points in order of time, each with its row of the table', () => {
    const svg = controlChartSvg(beforeNoon('c1'), 'desk')
    const rows = rowsOf(svg)
    expect(rows).toHaveLength(35)
    expect(rows[0]).toMatch(/^July 2023: 17.2%\. No special change/)
    expect(rows[6]).toMatch(/^January 2024: 10.4%\. Concerning \(A\)\. Limits .*norovirus, five wards closed$/)
    expect(rows.at(-1)).toMatch(
      /^June 2026: 27.3%, provisional\. Improving \(B\)\. Limits 20.3% to 29.8%, mean 25.0%, target 33%$/,
    )
    const places = placesOf(svg)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('keeps the place of a missing month, breaks the line there and names it', () => {
    const values = steady(3, 20, 50, 4)
    const whole = placesOf(controlChartSvg(galleryChart({ id: 'a', input: { numerators: values } }), 'desk'))
    const missing = values.with(8, Number.NaN)
    const svg = controlChartSvg(galleryChart({ id: 'a', input: { numerators: missing } }), 'desk')
    expect(placesOf(svg)).toEqual(whole.toSpliced(8, 1))
    expect(textsOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['No data', 'Mar 2024']))
    const line = /<path d="([^"]*)" fill="none" stroke="#66717F"/.exec(svg)![1]!
    expect(line.match(/M/g)).toHaveLength(2)
  })

  test('names each line at the right, at least one and a half lines apart', () => {
    for (const target of [49, 50, 50.2, 53]) {
      const chart = galleryChart({ id: 'a', input: { numerators: steady(3, 20, 50, 2), target } })
      const labels = textsOf(controlChartSvg(chart, 'desk')).filter(({ x }) => x > 830)
      expect(labels.map(({ text }) => text.split(' ')[0]).toSorted()).toEqual([
        'February',
        'Lower',
        'Mean',
        'Target',
        'Upper',
      ])
      const heights = labels.map(({ y }) => y).toSorted((a, b) => a - b)
      for (let i = 1; i < heights.length; i++)
        expect(heights[i]! - heights[i - 1]!).toBeGreaterThanOrEqual(13.5 * 1.5 - 0.02)
    }
  })

  test('draws neither limits nor verdicts before the thirteenth value, and says how many are to come', () => {
    const svg = controlChartSvg(galleryChart({ id: 'a', input: { numerators: [1, 2, 3, 4, 5, 6, 7, 8, 90] } }), 'desk')
    expect(svg).toContain('4 to come')
    expect(svg).not.toContain('Upper limit')
    expect(svg).not.toContain('#EAEFF4')
    expect(svg).not.toMatch(/#0068B3|#C65100/)
  })

  test('calls the early limits of a later phase early', () => {
    const chart = galleryChart({ id: 'a', input: { numerators: steady(3, 24, 50, 4), phases: [{ start: 16 }] } })
    expect(controlChartSvg(chart, 'desk')).toMatch(/Upper limit [\d.]+%, early/)
  })

  test('names a target far away instead of drawing it', () => {
    const svg = controlChartSvg(
      galleryChart({ id: 'a', input: { numerators: steady(3, 20, 12, 1), target: 95 } }),
      'desk',
    )
    expect(svg).toContain('<tspan font-weight="700">95%</tspan>, above this axis')
    expect(svg).not.toContain('stroke-dasharray="12 5"')
  })

  test('ends the axis where no value can be, and names a limit that lies beyond', () => {
    const numerators = [2, 0, 4, 1, 5, 0, 3, 1, 4, 0, 2, 41, 0, 3]
    const chart = galleryChart({ id: 'a', input: { numerators, direction: 'lower' }, floor: 0, ceiling: 100 })
    expect(chart.analysis.lower[0]).toBeLessThan(0)
    const svg = controlChartSvg(chart, 'desk')
    expect(svg).toContain('Lower limit below 0%')
    expect(stepsOf(svg)).toEqual(['0%', '10%', '20%', '30%', '40%'])
    expect(svg.match(/stroke-dasharray="5 4"/g)).toHaveLength(1)
    const below = { ...chart, analysis: { ...chart.analysis, values: Float64Array.from([-3, ...numerators.slice(1)]) } }
    expect(stepsOf(controlChartSvg(below, 'desk'))).toContain('-10%')
  })

  test('on a phone shows the latest 24 of a long series and says so, unless all are asked for', () => {
    const chart = galleryChart({ id: 'a', input: { numerators: steady(3, 66, 50, 4) }, time: months(0, 66) })
    const svg = controlChartSvg(chart, 'phone')
    expect(rowsOf(svg)).toHaveLength(24)
    expect(svg).toContain('Latest 24 of 66 months')
    expect(rowsOf(controlChartSvg({ ...chart, showAll: true }, 'phone'))).toHaveLength(66)
  })

  test('names signals by the letters of the list, also where only the latest are shown', () => {
    const values = Array.from({ length: 60 }, (_, index) => 50 + (index % 2) * 4)
      .with(5, 90)
      .with(55, 90)
    const chart = galleryChart({ id: 'a', input: { numerators: values }, time: months(0, 60) })
    expect(chart.signals.map(({ from }) => from)).toEqual([5, 55])
    const texts = textsOf(controlChartSvg(chart, 'phone')).map(({ text }) => text)
    expect(texts).toContain('B')
    expect(texts).not.toContain('A')
  })

  test('as a file of its own has title, legend and stamp to see', () => {
    const texts = textsOf(controlChartSvg(beforeNoon('a'), 'desk', { standalone: true })).map(({ text }) => text)
    expect(texts[0]).toBe('Patients discharged before noon')
    expect(texts).toEqual(expect.arrayContaining(['improving', 'concerning', 'outside the limits', 'provisional']))
    expect(texts.at(-1)).toMatch(/^Data as at 8 July 2026/)
  })

  test('prints without any colour', () => {
    const colours = new Set(controlChartSvg(beforeNoon('a'), 'print').match(/#[0-9A-Fa-f]{3,6}/g))
    for (const colour of colours) expect(colour).toMatch(/^#(?:([0-9A-F])\1\1|([0-9A-F]{2})\2\2)$/i)
  })

  test('two on one page share no id', () => {
    const idsOf = (id: string, size: ChartSize) =>
      [...controlChartSvg(beforeNoon(id), size).matchAll(/ id="([^"]+)"/g)].map(([, found]) => found)
    const all = [...idsOf('a', 'desk'), ...idsOf('a', 'phone'), ...idsOf('b', 'desk')]
    expect(new Set(all).size).toBe(all.length)
  })

  test('anything that people typed stays text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.constantFrom(...SIZES), (text, size) => {
        const svg = controlChartSvg(
          beforeNoon(`x${text}`, {
            title: text,
            description: text,
            stamp: text,
            notes: [{ index: 20, text, detail: text }],
            phaseNotes: [{ index: 0, title: text, detail: text }],
            format: () => text,
            axisFormat: () => text,
            targetLabel: text,
          }),
          size,
          { standalone: true },
        )
        expect(isWellFormed(svg)).toBe(true)
        expect([...svg].filter((letter) => letter < ' ' && !'\t\n\r'.includes(letter))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})

const figure = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 10_000 }).map((tenths) => tenths / 10) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 3 }) },
  { weight: 1, arbitrary: fc.constant(Number.NaN) },
)
const anyChart: fc.Arbitrary<ControlChart> = fc
  .record({
    chart: fc.constantFrom<ChartTypeId>(...CHART_TYPES.map(({ id }) => id)),
    direction: fc.constantFrom<Direction>('higher', 'lower', 'neither'),
    numerators: fc.array(figure, { maxLength: 70 }),
    target: fc.option(fc.integer({ min: -100, max: 2000 }), { nil: undefined }),
    phase: fc.nat(60),
    open: fc.nat(3),
  })
  .map(({ numerators, target, phase, open, ...kind }) => {
    const analysis = analyse({
      ...kind,
      numerators,
      denominators: numerators.map((value) => (value % 7 === 0 ? 0 : 1000 + value)),
      ...(target === undefined ? {} : { target }),
      ...(phase > 0 && phase < numerators.length ? { phases: [{ start: phase }] } : {}),
    })
    const { notes, phaseNotes } = beforeNoon('x')
    return {
      ...galleryChart({ id: 'x', input: { numerators: [] } }),
      analysis,
      signals: signals(analysis),
      time: months(0, numerators.length),
      provisional: numerators.map((_, index) => index >= numerators.length - open),
      notes,
      phaseNotes,
    }
  })

describe('whatever the figures', () => {
  test('a chart holds only finite numbers, inside its frame, and every value has its point', () => {
    fc.assert(
      fc.property(anyChart, fc.constantFrom(...SIZES), (chart, size) => {
        const svg = controlChartSvg({ ...chart, showAll: true }, size)
        expect(svg).not.toMatch(/NaN|Infinity|undefined|\de[+-]?\d/)
        expect(isWellFormed(svg)).toBe(true)
        const { width, height } = frameSize(svg)
        for (const { text, x0, x1, y0, y1 } of textsOf(svg)) {
          expect({ text, inside: x0 >= -2 && x1 <= width + 2 && y0 >= -2 && y1 <= height + 3 }).toEqual({
            text,
            inside: true,
          })
        }
        if (size === 'desk' || size === 'phone') {
          expect(rowsOf(svg)).toHaveLength(chart.analysis.values.filter(Number.isFinite).length)
        }
      }),
    )
  })

  test('even an analysis with the largest and smallest numbers there are', () => {
    const extreme = fc.oneof(fc.double(), fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0, -0))
    const plain = galleryChart({ id: 'x', input: { numerators: steady(3, 20, 50, 4) } })
    const lines = fc.array(extreme, { minLength: 20, maxLength: 20 }).map((figures) => Float64Array.from(figures))
    fc.assert(
      fc.property(
        fc.record({ values: lines, upper: lines, lower: lines, centre: lines, targets: lines }),
        fc.constantFrom(...SIZES),
        (drawn, size) => {
          const chart = {
            ...plain,
            format: () => '1',
            axisFormat: () => '1',
            analysis: { ...plain.analysis, ...drawn },
          }
          expect(controlChartSvg(chart, size)).not.toMatch(/NaN|Infinity|undefined/)
        },
      ),
    )
  })
})
