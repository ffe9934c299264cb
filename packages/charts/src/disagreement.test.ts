import { describe, expect, test } from 'vitest'
import { controlChartSvg } from './controlChart.ts'
import { bothNames, disagreements } from './disagreement.ts'
import { galleryChart, steady } from './gallery/figures.ts'
import { legendOf, pointShapeSvg } from './legend.ts'
import { tableOf } from './table.ts'

/** Eight high months, the last of them also the first of seven that fall. */
const falling = galleryChart({
  id: 'a',
  input: { numerators: [...steady(3, 16, 50, 4), 53, 54, 53, 54, 53, 54, 55, 56, 54.6, 53.2, 51.8, 50.4, 49, 47.6] },
})

describe('a point that is improving by one rule and concerning by another', () => {
  const both = disagreements(falling)
  const [index] = [...both.keys()]

  test('is found, with both verdicts in the same order whichever is its own', () => {
    expect(both.size).toBeGreaterThan(0)
    for (const verdicts of both.values()) expect(verdicts).toEqual(['improving', 'concerning'])
    expect(bothNames(both.get(index!)!)).toBe('Improving and concerning')
  })

  test('says both in the table, its own verdict first, with the letters of both signals', () => {
    expect(tableOf(falling)[index!]!.verdict).toMatch(
      /^(Improving and concerning|Concerning and improving) \([A-Z]+, [A-Z]+/,
    )
  })

  test.each(['desk', 'phone', 'wall', 'print'] as const)('is half a square and half a diamond on a %s', (size) => {
    const svg = controlChartSvg(falling, size)
    const halves = svg.match(/<g[^>]*><path d="[^"]*" fill="[^"]*"\/><path d="[^"]*" fill="[^"]*"\/><\/g>/g)
    expect(halves).toHaveLength(both.size)
  })

  test('stands in the legend once, with a shape of its own', () => {
    const entry = legendOf(falling).filter(({ name }) => name === 'improving and concerning')
    expect(entry).toHaveLength(1)
    expect(pointShapeSvg(entry[0]!).match(/<path/g)).toHaveLength(2)
  })

  test('is one of few: most charts have none', () => {
    expect(disagreements(galleryChart({ id: 'a', input: { numerators: steady(3, 30, 50, 4) } })).size).toBe(0)
  })
})
