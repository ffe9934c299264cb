import type { PointVerdict } from '@golden-thread/spc'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Sparkline } from './chart.ts'
import { sparklineSvg } from './sparkline.ts'

function aSpark(given: Partial<Sparkline> = {}): Sparkline {
  const values = given.values ?? Array.from({ length: 24 }, (_, index) => 50 + (index % 5))
  const fill = (figure: number) => values.map(() => figure)
  return {
    values,
    centre: fill(52),
    lower: fill(46),
    upper: fill(58),
    verdicts: values.map(() => 'commonCause'),
    provisional: values.map(() => false),
    target: 60,
    ...given,
  }
}

test('a sparkline is compact: a page draws two hundred', () => {
  expect(sparklineSvg(aSpark()).length).toBeLessThan(950)
})

test('with a label it is an image of that name, without it is hidden from screen readers', () => {
  expect(sparklineSvg(aSpark(), 'Falls & "near falls"')).toContain(
    'role="img" aria-label="Falls &amp; &quot;near falls&quot;"',
  )
  expect(sparklineSvg(aSpark())).toContain('aria-hidden="true"')
})

test('the last point is always marked, hollow while it is provisional', () => {
  expect(sparklineSvg(aSpark()).match(/#66717F/g)).toHaveLength(2)
  const provisional = aSpark().values.map((_, index) => index === 23)
  expect(sparklineSvg(aSpark({ provisional }))).toContain('fill="#fff" stroke="#66717F"')
})

test('signals of one verdict are one path in its colour', () => {
  const verdicts = aSpark().values.map((_, index): PointVerdict => (index > 15 ? 'improving' : 'commonCause'))
  const paths = sparklineSvg(aSpark({ verdicts })).match(/<path[^>]*fill="#0068B3"[^>]*>/g)
  expect(paths).toHaveLength(2)
  expect(paths![0]!.match(/M/g)).toHaveLength(7)
})

test('a gap breaks the line', () => {
  const values = aSpark().values.with(10, null)
  const line = /stroke="#66717F"[^>]* d="([^"]*)"/.exec(sparklineSvg(aSpark({ values })))![1]!
  expect(line.match(/M/g)).toHaveLength(2)
})

test('only the latest 24 are drawn, a shorter series at the right', () => {
  const long = Array.from({ length: 40 }, (_, index) => index)
  expect(sparklineSvg(aSpark({ values: long, target: null }))).toMatch(/d="M6 /)
  const short = sparklineSvg(aSpark({ values: [1, 2, 3], target: null }))
  expect(short).toMatch(/d="M174 [\d.]+ 182 [\d.]+ 190 /)
})

test('whatever the figures, every number in it is finite and inside', () => {
  const figure = fc.oneof(fc.double(), fc.constant(null))
  const line = fc.array(figure, { maxLength: 30 })
  fc.assert(
    fc.property(
      line,
      line,
      line,
      line,
      fc.oneof(fc.double(), fc.constant(null)),
      (values, centre, lower, upper, target) => {
        const svg = sparklineSvg(aSpark({ values, centre, lower, upper, target }))
        expect(svg).not.toMatch(/NaN|Infinity|undefined|null/)
        for (const [, y] of svg.matchAll(/M-?[\d.]+ (-?[\d.]+)/g)) {
          expect(Number(y)).toBeGreaterThanOrEqual(-10)
          expect(Number(y)).toBeLessThanOrEqual(48)
        }
      },
    ),
  )
})
