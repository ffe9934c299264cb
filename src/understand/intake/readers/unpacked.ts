import { type UnzipFileInfo, unzipSync, zipSync } from 'fflate'
import { LIMITS } from '#understand/intake/readers/reader.ts'
import { broken, tooLarge } from '#understand/intake/readers/refusals.ts'
import { refuseRepeats } from '#understand/intake/readers/repeats.ts'

const MOST_ENTRIES = 2_000
/** Pictures, programs, links to other files, printer settings: nothing of a table. */
const NOT_NEEDED =
  /(?:^|\/)(?:media|drawings|embeddings|externalLinks|printerSettings|Pictures|Thumbnails|Configurations2|customXml|activeX|ctrlProps|queryTables|pivotCache|pivotTables)\/|\.(?:bin|png|jpe?g|emf|wmf|vml)$/i

/**
 * Unpacks a zipped spreadsheet within bounds and packs it again without compression, so that what the spreadsheet library
 * then reads is what was counted here, whatever the file says of itself. No entry can grow beyond the size it declares.
 *
 * @throws Problem too-large for one that would unpack to more than the limit (a zip bomb); invalid for a broken one
 */
export function unpacked(bytes: Uint8Array): Uint8Array {
  let total = 0
  let entries = 0
  const filter = (entry: UnzipFileInfo): boolean => {
    if (++entries > MOST_ENTRIES) throw tooLarge('The spreadsheet has too many parts.')
    if (NOT_NEEDED.test(entry.name)) return false
    total += Math.max(entry.originalSize, entry.size)
    if (total > LIMITS.unpackedBytes)
      throw tooLarge('The spreadsheet unpacks to far more than a table of figures needs.')
    return true
  }
  const parts = unzipped(bytes, filter)
  const content = parts['content.xml']
  if (content) refuseRepeats(content)
  return zipSync(parts, { level: 0 })
}

function unzipped(bytes: Uint8Array, filter: (entry: UnzipFileInfo) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter })
  } catch (error) {
    if (error instanceof Error && error.name === 'Problem') throw error
    throw broken('The spreadsheet is broken: it cannot be unpacked.')
  }
}
