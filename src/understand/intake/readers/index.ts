import { delimited } from '#understand/intake/readers/delimited.ts'
import { json } from '#understand/intake/readers/json.ts'
import { ods } from '#understand/intake/readers/ods.ts'
import type { Reader } from '#understand/intake/readers/reader.ts'
import { xls } from '#understand/intake/readers/xls.ts'
import { xlsx } from '#understand/intake/readers/xlsx.ts'

/** Every file type, in the order in which they are asked; the last takes any text. Another type is one more line. */
export const READERS: readonly Reader[] = [xlsx, ods, xls, json, delimited]
