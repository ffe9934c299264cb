import type { Assurance, Variation } from '@golden-thread/spc'
import { assuranceIconSvg } from '../icons/assuranceIcon.ts'
import { markSvg } from '../icons/mark.ts'
import { type VariationRow, variationIconSvg, variationRowIconSvg } from '../icons/variationIcon.ts'
import { ONE_INK, SCREEN_INK } from '../ink.ts'
import { pointShapeSvg } from '../legend.ts'

const VARIATIONS: readonly Variation[] = [
  'improvingHigh',
  'improvingLow',
  'concerningHigh',
  'concerningLow',
  'commonCause',
  'neutralHigh',
  'neutralLow',
]
const ASSURANCES: readonly Assurance[] = ['meets', 'hitOrMiss', 'misses', 'none']
const ROWS: readonly VariationRow[] = ['improving', 'commonCause', 'concerning', 'changed']
const FORMS = ['commonCause', 'improving', 'concerning', 'neutralHigh', 'neutralLow', 'leftOut'] as const
const SIZES = [16, 24, 28, 40, 48, 96]
const CELL = 104

/** All icons at all sizes, in colour and in one ink, on one sheet. */
export function iconSheetSvg(): string {
  const icons = [
    ...VARIATIONS.map((variation) => (size: number, oneInk: boolean) => variationIconSvg(variation, size, { oneInk })),
    ...ASSURANCES.map((assurance) => (size: number, oneInk: boolean) => assuranceIconSvg(assurance, size, { oneInk })),
  ]
  const drawn = icons.flatMap((icon, row) => {
    let x = 12
    return [false, true].flatMap((oneInk) =>
      SIZES.map((size) => {
        const placed = at(x, 12 + row * CELL + (CELL - size) / 2, icon(size, oneInk))
        x += size + 24
        return placed
      }),
    )
  })
  const heads = ROWS.map((row, place) => at(12 + place * 64, 12 + icons.length * CELL, variationRowIconSvg(row)))
  const shapes = FORMS.flatMap((form, place) =>
    [{}, { ring: true }, { hollow: true }].flatMap((how, row) =>
      [SCREEN_INK, ONE_INK].map((ink, side) =>
        at(
          330 + place * 36 + side * 240,
          8 + icons.length * CELL + row * 30,
          pointShapeSvg({ form, name: '', ...how }, ink),
        ),
      ),
    ),
  )
  const mark = at(270, 20 + icons.length * CELL, markSvg())
  const height = (icons.length + 1) * CELL + 24
  return `<svg xmlns="http://www.w3.org/2000/svg" width="830" height="${height}" viewBox="0 0 830 ${height}"><rect width="830" height="${height}" fill="#fff"/>${[...drawn, ...heads, ...shapes, mark].join('')}</svg>`
}

function at(x: number, y: number, svg: string): string {
  return svg.replace('<svg ', `<svg x="${x}" y="${y}" `)
}
