type CsvCell = string | number | null

/** Comma-separated values as spreadsheets read them: UTF-8 with its mark, quotes where needed, lines ended as RFC 4180 says. */
export function csv(rows: readonly (readonly CsvCell[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`
}

/** A text that begins like a formula would be run by a spreadsheet: an apostrophe keeps it a text. */
function cellText(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : ''
  const safe = /^[=+\-@\t\r]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function isNumber(text: string): boolean {
  return /^-\d+(\.\d+)?%?$/.test(text)
}
