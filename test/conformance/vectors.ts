import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from './case.ts'

/** Names of the files of vectors in a folder, in order. */
export function vectorFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
}

/** @throws Error naming the file and the place of what is not a case */
export function readVectors(folder: string, file: string): readonly Case[] {
  const cases: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  if (!Array.isArray(cases)) throw new Error(`${file} is not a list of cases`)
  return cases.map((one: unknown, place) => {
    if (!isCase(one))
      throw new Error(`${file}: entry ${place + 1} is not a case (id, peer, chart, family, options, input, expected)`)
    return one
  })
}

function isCase(value: unknown): value is Case {
  if (typeof value !== 'object' || value === null) return false
  const fields = value as Record<string, unknown>
  return (
    ['id', 'peer', 'chart', 'family'].every((name) => typeof fields[name] === 'string') &&
    ['options', 'input', 'expected'].every((name) => typeof fields[name] === 'object' && fields[name] !== null)
  )
}
