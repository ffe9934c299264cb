import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { findOrganisation } from '#organisation/organisation.store.ts'
import { listUnits } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { type ImportSummary, NOTHING } from '#understand/imports.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { listMeasures } from '#understand/measure.store.ts'

/** The first so many faults and rows left out stand in the record of an import; the rest are counted. */
const LISTED = 200

/** What is known before a file is read: whose file it is, and what would be recognised in it. */
export async function intakeContext(db: OrganisationDb): Promise<IntakeContext> {
  const { code } = await findOrganisation(db)
  const knownMeasures = (await listMeasures(db)).map(({ definition }) => definition)
  const knownUnits = (await listUnits(db)).map((unit) => ({ code: unit.code, name: unit.name }))
  return { organisationCode: code, knownMeasures, knownUnits }
}

/** The record of what was read, before anything of it is taken in. */
export function summaryOfReading(facts: FileFacts): ImportSummary {
  return {
    ...NOTHING,
    rows: facts.rows,
    leftOut: facts.leftOut.slice(0, LISTED),
    leftOutCount: facts.leftOutCount ?? facts.leftOut.length,
    faults: facts.faults.slice(0, LISTED),
    faultCount: faultCount(facts),
  }
}

export function faultCount(facts: FileFacts): number {
  return facts.faultCount ?? facts.faults.length
}

/** A file's fingerprint: says that two files are the same without keeping either. */
export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
