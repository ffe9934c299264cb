const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
/** What XML 1.0 cannot hold: control characters but tab and line ends, and halves of surrogate pairs. */
const NOT_XML = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
/** Letters, figures and marks that are safe as they are: nearly every text is of these alone. */
const PLAIN = /^[ !#-%'-;=?-~]*$/

/** Anyone's text, made safe in content and in attributes between double quotes; what XML cannot hold becomes �. */
export function escapeText(text: string): string {
  if (PLAIN.test(text)) return text
  return text.replace(/[&<>"]/g, (mark) => ESCAPES[mark]!).replace(NOT_XML, '\uFFFD')
}

/** What follows the point for each hundredth: "", ".01", … ".1", … ".99". */
const HUNDREDTHS = Array.from({ length: 100 }, (_, hundredths) => String(hundredths / 100).slice(1))
/** Beyond this, hundredths are no longer counted in whole numbers of 31 bits. */
const FAR = 10_000_000

/**
 * A coordinate to two decimals, without a trailing ".00". Whole numbers and a list of endings, since to write a number that
 * has decimals costs several times as much, and a chart has thousands.
 */
export function px(value: number): string {
  const hundredths = Math.round(value * 100)
  const size = Math.abs(hundredths)
  if (!(size < FAR * 100)) return String(hundredths / 100)
  const whole = Math.floor(size / 100)
  return (hundredths < 0 ? '-' : '') + whole + HUNDREDTHS[size - whole * 100]!
}

export interface TextStyle {
  readonly anchor?: 'middle' | 'end'
  readonly size?: number
  readonly weight?: 600 | 700
  readonly fill?: string
  /** White edge of 4 px, so that lines beneath do not run into the letters. */
  readonly halo?: string
}

/** A run of words in one weight. */
export interface Span {
  readonly text: string
  readonly bold?: boolean
}

/** One line of text with its baseline at y. */
export function textAt(x: number, y: number, content: string | readonly Span[], style: TextStyle = {}): string {
  const inner = typeof content === 'string' ? escapeText(content) : content.map(spanText).join('')
  return `<text x="${px(x)}" y="${px(y)}"${attributes(style)}>${inner}</text>`
}

function spanText({ text, bold }: Span): string {
  return bold ? `<tspan font-weight="700">${escapeText(text)}</tspan>` : escapeText(text)
}

function attributes({ anchor, size, weight, fill, halo }: TextStyle): string {
  let written = ''
  if (anchor) written += ` text-anchor="${anchor}"`
  if (size) written += ` font-size="${size}"`
  if (weight) written += ` font-weight="${weight}"`
  if (fill) written += ` fill="${fill}"`
  if (halo) written += ` stroke="${halo}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`
  return written
}

/** A straight line. `more` are further attributes. */
export function lineAt(x1: number, y1: number, x2: number, y2: number, more = ''): string {
  return `<path d="M${px(x1)} ${px(y1)}${pathTo(x1, y1, x2, y2)}"${more}/>`
}

function pathTo(x1: number, y1: number, x2: number, y2: number): string {
  if (px(y1) === px(y2)) return `H${px(x2)}`
  return px(x1) === px(x2) ? `V${px(y2)}` : `L${px(x2)} ${px(y2)}`
}
