import { readFileSync } from 'node:fs'
import type { Reader } from '#understand/intake/readers/reader.ts'
import { isOpenDocument } from '#understand/intake/readers/signatures.ts'
import { openSpreadsheet } from '#understand/intake/readers/spreadsheet.ts'
import { unpacked } from '#understand/intake/readers/unpacked.ts'

/** OpenDocument, as LibreOffice saves it. */
export const ods: Reader = {
  id: 'ods',
  label: 'OpenDocument',
  recognises: ({ head }) => isOpenDocument(head),
  open: async (file) => openSpreadsheet(unpacked(readFileSync(file.path))),
}
