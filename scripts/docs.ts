/**
 * `npm run docs`: writes docs/methods anew from the code. `npm run docs -- DIR` first runs every case of a folder of reference
 * vectors, and records which tools agree.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordAgreed } from './methods/agreed.ts'
import { methodPages } from './methods/pages.ts'

const FOLDER = new URL('../docs/methods/', import.meta.url)

const vectors = process.argv[2]
if (vectors) recordAgreed(vectors)
rmSync(FOLDER, { recursive: true, force: true })
for (const { path, text } of methodPages()) {
  const file = fileURLToPath(new URL(path, FOLDER))
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}
