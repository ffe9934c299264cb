import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a file that only its owner may read, whole or not at all: whatever cuts the program short, the file that is
 * there afterwards is the old one or the new one.
 */
export function writeSecret(file: string, text: string): void {
  const fresh = `${file}.new`
  // One that a program left half written may be somebody else's to read: it does not keep its rights.
  rmSync(fresh, { force: true })
  const descriptor = openSync(fresh, 'wx', 0o600)
  try {
    writeFileSync(descriptor, text)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
  renameSync(fresh, file)
  syncFolder(dirname(file))
}

/** A new name in a folder is on disk only once the folder is. */
export function syncFolder(folder: string): void {
  // Windows opens no folders, and needs no such thing.
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
