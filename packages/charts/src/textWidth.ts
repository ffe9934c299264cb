import type { Span } from './markup.ts'

/** Advance widths of Open Sans, characters 32 to 126, in hundredths of the font's size. */
const REGULAR = widths(
  '26 26 40 65 57 83 73 22 29 29 55 57 26 32 26 37 57 57 57 57 57 57 57 57 57 57 26 26 57 57 57 43 90 63 65 63 73 56 52 73 74 28 27 61 52 90 75 78 60 78 62 55 55 73 60 92 58 56 57 33 37 33 57 44 28 56 61 48 61 56 34 54 61 25 25 53 25 93 61 60 61 61 41 48 36 61 50 77 52 50 47 38 55 38 57',
)
const BOLD = widths(
  '26 29 47 65 57 90 75 27 34 34 54 57 29 32 29 41 57 57 57 57 57 57 57 57 57 57 29 29 57 57 57 48 90 69 67 64 74 56 55 72 77 33 33 66 56 94 81 80 63 80 66 55 58 76 65 97 67 62 58 33 41 33 57 41 36 60 63 51 63 59 39 56 66 31 31 62 31 98 66 62 63 63 45 50 43 66 57 86 58 57 49 39 55 39 57',
)
/** For letters outside that range; CJK would be wider, accents are about this. */
const OTHER = 62
const EN_SPACE = 0x2002

function widths(list: string): Uint8Array {
  return Uint8Array.from(list.split(' '), Number)
}

/** How wide a line of text will be, in px. The browser may set it in another font, so callers leave a little room. */
export function textWidth(text: string, size: number, bold = false): number {
  const table = bold ? BOLD : REGULAR
  let sum = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    sum += table[code - 32] ?? (code === EN_SPACE ? 50 : OTHER)
  }
  return (sum * size) / 100
}

export function spansWidth(spans: readonly Span[], size: number): number {
  return spans.reduce((sum, { text, bold }) => sum + textWidth(text, size, bold), 0)
}

/** The text, or as much of it as fits with "…" behind; '' when not even that makes sense. */
export function fitText(text: string, room: number, size: number, bold = false): string {
  if (textWidth(text, size, bold) <= room) return text
  let end = Math.min(text.length, Math.floor(room / (size * 0.4)))
  while (end > 0 && textWidth(`${text.slice(0, end).trimEnd()}…`, size, bold) > room) end--
  return end < 4 ? '' : `${text.slice(0, end).trimEnd()}…`
}

/** Broken between words into lines of at most `room` px; the last of `most` lines ends in "…" when there is more. */
export function wrapText(text: string, room: number, size: number, most: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word
    if (line && textWidth(longer, size) > room) {
      lines.push(line)
      line = word
    } else line = longer
  }
  if (line) lines.push(line)
  if (lines.length <= most) return lines.map((each) => fitText(each, room * 1.15, size))
  return [...lines.slice(0, most - 1), fitText(lines.slice(most - 1).join(' '), room, size)]
}
