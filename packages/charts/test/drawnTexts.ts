import type { Span } from '../src/markup.ts'
import { spansWidth } from '../src/textWidth.ts'

/** One text of a drawing: where it stands, and what it covers. */
export interface DrawnText {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly x0: number
  readonly x1: number
  readonly y0: number
  readonly y1: number
}

/** The drawing's own grid, in px. */
export function frameSize(svg: string): { readonly width: number; readonly height: number } {
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg)!
  return { width: Number(width), height: Number(height) }
}

/** Every text that is drawn; those of a group with its anchor and size. */
export function textsOf(svg: string): readonly DrawnText[] {
  const label = Number(/font-size="([\d.]+)"/.exec(svg)![1])
  const grouped = svg.replace(/<g ([^>]*)>((?:<text [^>]*>[^<]*<\/text>)*)<\/g>/g, (_, style: string, inner: string) =>
    inner.replaceAll('<text ', `<text ${style} `),
  )
  return [...grouped.matchAll(/<text ([^>]*)>(.*?)<\/text>/g)].map(([, style, inner]) =>
    drawnText(style!, inner!, label),
  )
}

function drawnText(style: string, inner: string, label: number): DrawnText {
  const of = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`).exec(style)?.[1]
  const x = Number(of('x'))
  const y = Number(of('y'))
  const size = Number(of('font-size') ?? label)
  const width = spansWidth(spansOf(inner, of('font-weight') !== undefined), size)
  const anchor = of('text-anchor') ?? 'start'
  const x0 = x - (anchor === 'end' ? width : anchor === 'middle' ? width / 2 : 0)
  const text = inner.replace(/<[^>]+>/g, '')
  return { text, x, y, x0, x1: x0 + width, y0: y - size * 0.75, y1: y + size * 0.2 }
}

function spansOf(inner: string, bold: boolean): readonly Span[] {
  return [...inner.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>|([^<]+)/g)].map(([, heavy, plain]) => ({
    text: (heavy ?? plain!).replace(/&\w+;/g, '&'),
    bold: bold || heavy !== undefined,
  }))
}
