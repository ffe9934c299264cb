import { readFileSync } from 'node:fs'
import type { Reader } from '#understand/intake/readers/reader.ts'
import { isOpenDocument, isZip } from '#understand/intake/readers/signatures.ts'
import { openSpreadsheet } from '#understand/intake/readers/spreadsheet.ts'
import { unpacked } from '#understand/intake/readers/unpacked.ts'

/** Excel since 2007, and what other programs save as it. */
export const xlsx: Reader = {
  id: 'xlsx',
  label: 'Excel',
  recognises: ({ head }) => isZip(head) && !isOpenDocument(head),
  open: async (file) => openSpreadsheet(unpacked(readFileSync(file.path))),
}
