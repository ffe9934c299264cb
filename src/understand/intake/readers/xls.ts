import { readFileSync } from 'node:fs'
import type { Reader } from '#understand/intake/readers/reader.ts'
import { isCompoundFile } from '#understand/intake/readers/signatures.ts'
import { openSpreadsheet } from '#understand/intake/readers/spreadsheet.ts'

/** Excel before 2007 (BIFF), which national bodies still publish. */
export const xls: Reader = {
  id: 'xls',
  label: 'Excel 97–2003',
  recognises: ({ head }) => isCompoundFile(head),
  open: async (file) => openSpreadsheet(readFileSync(file.path)),
}
