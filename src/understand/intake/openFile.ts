import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { Problem } from '#platform/errors.ts'
import { READERS } from '#understand/intake/readers/index.ts'
import type { FileToRead, OpenFile } from '#understand/intake/readers/reader.ts'
import { otherKind } from '#understand/intake/readers/signatures.ts'

const HEAD_BYTES = 1 << 16

/**
 * Tells what type a file is and opens it for reading.
 *
 * @throws Problem for a file that is empty, of another kind, broken or too large
 */
export async function openFile(
  name: string,
  path: string,
): Promise<{ readonly type: string; readonly open: OpenFile }> {
  const file = firstLook(name, path)
  if (file.bytes === 0) throw new Problem('invalid', `“${name}” is empty. Choose a file with figures in it.`)
  const other = otherKind(file.head)
  if (other) throw new Problem('invalid', other)
  const reader = READERS.find((one) => one.recognises(file))!
  return { type: reader.id, open: await reader.open(file) }
}

function firstLook(name: string, path: string): FileToRead {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    const head = new Uint8Array(Math.min(size, HEAD_BYTES))
    readSync(file, head, 0, head.length, 0)
    return { name, path, bytes: size, head }
  } finally {
    closeSync(file)
  }
}
