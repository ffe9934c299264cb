import type { Signal } from '@golden-thread/spc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DrawnText, frameSize, textsOf } from '../test/drawnTexts.ts'
import type { ChartSize, ControlChart } from './chart.ts'
import { controlChartSvg } from './controlChart.ts'
import { galleryChart, steady } from './gallery/figures.ts'

const RULES = ['shift', 'trend', 'twoInThree', 'outside']

/** A chart whose signals are these windows, whatever its figures would give. */
function chartOf(
  figures: readonly number[],
  windows: readonly Window[],
  rest: Partial<ControlChart> = {},
): ControlChart {
  const plain = galleryChart({ id: 'a', input: { numerators: figures, target: 52 }, ...rest })
  return { ...plain, signals: windows.map((window) => signalOf(window, figures.length)).toSorted(inTime) }
}

interface Window {
  readonly start: number
  readonly length: number
  readonly side: 'high' | 'low'
  readonly rule: string
}

function signalOf({ start, length, side, rule }: Window, periods: number): Signal {
  const from = Math.min(start, periods - 1)
  const to = Math.min(periods - 1, from + length - 1)
  const points = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  return { rule, side, verdict: side === 'high' ? 'improving' : 'concerning', from, to, points, phase: 1 }
}

function inTime(a: Signal, b: Signal): number {
  return a.from - b.from || a.to - b.to
}

/** Each bracket's line: its ends and height. */
function bracketsOf(svg: string) {
  return [...svg.matchAll(/d="M([\d.]+) [\d.-]+v(-?[\d.]+)H([\d.]+)v-?[\d.]+"/g)].map(([, x0, leg, x1]) => ({
    x0: Number(x0),
    x1: Number(x1),
    side: Number(leg) < 0 ? 'high' : 'low',
  }))
}

function lettersOf(svg: string): readonly string[] {
  return [...svg.matchAll(/<tspan font-weight="700">([A-Z]+(?: [A-Z]+)*)<\/tspan>/g)].flatMap(([, text]) =>
    text!.split(' '),
  )
}

function overlap(a: DrawnText, b: DrawnText): boolean {
  return a.x0 < b.x1 - 0.5 && b.x0 < a.x1 - 0.5 && a.y0 < b.y1 - 0.5 && b.y0 < a.y1 - 0.5
}

const nested: readonly Window[] = [
  { start: 12, length: 18, side: 'low', rule: 'shift' },
  { start: 14, length: 9, side: 'low', rule: 'trend' },
  { start: 16, length: 2, side: 'low', rule: 'outside' },
]

test('a shorter run stands inside a longer one, both with their words', () => {
  const svg = controlChartSvg(chartOf(steady(3, 36, 50, 4), nested.toSpliced(1, 1)), 'desk')
  const words = textsOf(svg).filter(({ text }) => /below/.test(text))
  expect(words.map(({ text }) => text)).toEqual(['B\u20022 months below the limit', 'A\u200218 months below the mean'])
  expect(words[0]!.y1).toBeLessThan(words[1]!.y0)
})

test('runs for which no lane is left share one bracket, which names them by their letters', () => {
  const svg = controlChartSvg(chartOf(steady(3, 36, 50, 4), nested), 'phone')
  expect(bracketsOf(svg)).toHaveLength(2)
  expect(textsOf(svg).map(({ text }) => text)).toEqual(expect.arrayContaining(['C', 'A B']))
})

test('more than four under one bracket are named in part and counted', () => {
  const deep = Array.from(
    { length: 8 },
    (_, at) => ({ start: 4 + at, length: 28 - 2 * at, side: 'high', rule: 'shift' }) as const,
  )
  const texts = textsOf(controlChartSvg(chartOf(steady(3, 36, 50, 4), deep), 'desk')).map(({ text }) => text)
  expect(texts).toEqual(expect.arrayContaining(['H', 'G', 'A B C and 3 more']))
})

const aWindow: fc.Arbitrary<Window> = fc.record({
  start: fc.nat(59),
  length: fc.oneof(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 2, max: 30 })),
  side: fc.constantFrom('high' as const, 'low' as const),
  rule: fc.constantFrom(...RULES),
})
const aChart = fc
  .record({
    seed: fc.nat(1000),
    periods: fc.integer({ min: 13, max: 60 }),
    level: fc.constantFrom(2, 50, 97),
    windows: fc.array(aWindow, { maxLength: 14 }),
    notes: fc.array(
      fc.record({ index: fc.nat(12), text: fc.constantFrom('New ward', 'Ten beds closed for repairs') }),
      {
        maxLength: 2,
      },
    ),
    showAll: fc.boolean(),
  })
  .map(({ seed, periods, level, windows, notes, showAll }) =>
    chartOf(
      steady(seed, periods, level, 4).map((value) => Math.max(0, Math.min(100, value))),
      windows,
      {
        notes,
        showAll,
        floor: 0,
        ceiling: 100,
      },
    ),
  )

test.each<ChartSize>(['desk', 'phone', 'print', 'wall'])(
  'whatever the runs, on a %s no two texts overlap and none leaves the frame',
  (size) => {
    fc.assert(
      fc.property(aChart, (chart) => {
        const svg = controlChartSvg(chart, size)
        const texts = textsOf(svg)
        const { width, height } = frameSize(svg)
        for (const [place, text] of texts.entries()) {
          expect(text.x0 >= -1 && text.x1 <= width + 1 && text.y0 >= -1 && text.y1 <= height + 1, text.text).toBe(true)
          for (const other of texts.slice(place + 1))
            expect(overlap(text, other), `${text.text} / ${other.text}`).toBe(false)
        }
      }),
    )
  },
)

test('no letter stands twice, and none that no signal has', () => {
  fc.assert(
    fc.property(aChart, (chart) => {
      const letters = lettersOf(controlChartSvg(chart, 'desk'))
      expect(new Set(letters).size).toBe(letters.length)
      for (const letter of letters) expect(letter.charCodeAt(0) - 65).toBeLessThan(chart.signals.length)
    }),
  )
})
