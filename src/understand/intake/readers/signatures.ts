/** The first bytes that tell file types apart. */

export function isZip(head: Uint8Array): boolean {
  return startsWith(head, [0x50, 0x4b, 0x03, 0x04])
}

const ENTRY_NAME_AT = 30
const PARTS_OF_OPEN_DOCUMENT = ['mimetype', 'META-INF/', 'content.xml', 'styles.xml']

/** A zip with one of the parts that OpenDocument has and Excel has not, in whichever order they were packed. */
export function isOpenDocument(head: Uint8Array): boolean {
  if (!isZip(head)) return false
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
  const entry = bytes.subarray(0, 4)
  for (let at = 0; at >= 0; at = bytes.indexOf(entry, at + 1)) {
    const name = bytes.toString('latin1', at + ENTRY_NAME_AT, at + ENTRY_NAME_AT + 12)
    if (PARTS_OF_OPEN_DOCUMENT.some((part) => name.startsWith(part))) return true
  }
  return false
}

export function isCompoundFile(head: Uint8Array): boolean {
  return startsWith(head, [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
}

/** Files that people bring in place of a table, with what to do about it. */
export function otherKind(head: Uint8Array): string | null {
  const start = Buffer.from(head.subarray(0, 400))
    .toString('latin1')
    .replace(/^[\xef\xbb\xbf\s]+/, '')
  if (start.startsWith('%PDF'))
    return 'This is a PDF. Ask for the table that it was made from, or copy it into a spreadsheet.'
  if (/^(?:<!doctype html|<html|<table|<head|<meta)/i.test(start))
    return 'This is a web page, whatever it is called. Open it in a spreadsheet, save it as XLSX or CSV, and bring that.'
  if (start.startsWith('<?xml'))
    return 'This is an XML file. Open it in a spreadsheet, save it as XLSX or CSV, and bring that.'
  if (startsWith(head, [0x89, 0x50, 0x4e, 0x47]) || startsWith(head, [0xff, 0xd8, 0xff]) || start.startsWith('GIF8'))
    return 'This is a picture. Bring the table that it shows.'
  if (startsWith(head, [0x1f, 0x8b]) || start.startsWith('7z\xbc\xaf') || start.startsWith('Rar!'))
    return 'This is a packed archive. Unpack it, and bring the table in it.'
  if (start.startsWith('PAR1')) return 'This is a Parquet file. Save it as CSV, and bring that.'
  return null
}

function startsWith(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte)
}
