import type { ChartSize, DrawOptions } from './chart.ts'
import { type LegendEntry, legendRows } from './legend.ts'
import { escapeText, px, textAt } from './markup.ts'
import type { SizeRules } from './sizes.ts'
import { wrapText } from './textWidth.ts'

/** Quotes of the names are left out, since they stand in an attribute. */
const FONTS = 'Open Sans Variable,Open Sans,Arial,sans-serif'
/** px of a printed line: 96 to the inch. */
const MM_PER_PX = 25.4 / 96

/** What any chart is to the page around it. */
interface Surrounded {
  readonly id: string
  readonly title: string
  readonly description: string
  readonly stamp?: string
}

/** The svg element: its size, its accessible name, its white ground, and what stands above and below the plot. */
export function withSurround(
  chart: Surrounded,
  size: ChartSize,
  rules: Pick<SizeRules, 'width' | 'height' | 'ink' | 'label'>,
  legend: () => readonly LegendEntry[],
  drawing: string,
  { standalone = false }: DrawOptions,
): string {
  const { ink, width, height } = rules
  const foot = size === 'print' || standalone ? wrapText(chart.stamp ?? '', width - 8, 12, 4) : []
  const head = standalone ? wrapText(chart.title, width - 8, 18, 2) : []
  const key = standalone ? legendRows(legend(), rules) : { svg: '', height: 0 }
  const above = head.length ? head.length * 26 + 10 : 0
  const below = key.height + (foot.length ? foot.length * 17 + 6 : 0)
  const whole = height + above + below
  const id = escapeText(`${chart.id}-${size}`)
  const inPrint =
    size === 'print'
      ? ` width="${px(width * MM_PER_PX)}mm" height="${px(whole * MM_PER_PX)}mm"`
      : ` width="${width}" height="${whole}"`
  const heading = head
    .map((line, row) => textAt(4, 20 + row * 26, line, { size: 18, weight: 700, fill: ink.ink }))
    .join('')
  const stamp = foot
    .map((line, row) => textAt(4, height + above + key.height + 12 + row * 17, line, { size: 12 }))
    .join('')
  const body = above ? `<g transform="translate(0 ${above})">${drawing}${key.svg}</g>` : drawing + key.svg
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" class="gt-chart gt-chart-${size}" viewBox="0 0 ${width} ${whole}"${inPrint} role="img" aria-labelledby="${id}-t" aria-describedby="${id}-d"` +
    ` font-family="${FONTS}" font-size="${rules.label}" fill="${ink.slate}">` +
    `<title id="${id}-t">${escapeText(chart.title)}</title><desc id="${id}-d">${escapeText(chart.description)}</desc>` +
    `<rect width="${width}" height="${whole}" fill="${ink.ground}"/>${heading}${body}${stamp}</svg>`
  )
}
