import { resolve } from 'node:path'

/**
 * The folder of the program itself, from wherever it was started: two above this file, and two above what is built of
 * it (dist/server).
 */
export const PROGRAM_FOLDER = resolve(import.meta.dirname, '../..')
