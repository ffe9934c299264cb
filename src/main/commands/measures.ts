import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from '#main/commands/command.ts'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import { refuseFileName } from '#understand/intake/personal.ts'
import { faultsAgainstFigures, listMeasures } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { type LineOf, type PackFault, readPack, writePack } from '#understand/measurePack.ts'

export const exportMeasures: Command = {
  name: 'measures export',
  takes: '',
  does: 'prints every measure as a YAML pack, for version control',
  async run(_words, { print, withOrganisation }) {
    await withOrganisation(async (database, organisation) => {
      const measures = await database.as(organisation, listMeasures)
      print(writePack(measures.map((measure) => measure.definition)).trimEnd())
    })
  },
}

export const applyMeasures: Command = {
  name: 'measures apply',
  takes: 'FILE...',
  does: 'makes and changes measures as packs say; with a fault anywhere nothing changes',
  async run(files, { print, withOrganisation }) {
    if (files.length === 0) throw new Problem('invalid', 'Say which packs: golden-thread measures apply FILE...')
    for (const file of files) refuseFileName(basename(file))
    const packs = files.map((file) => ({ file, name: basename(file), ...readPack(readFileSync(file, 'utf8'), file) }))
    refuse(packs.flatMap((pack) => ('faults' in pack ? pack.faults : [])))
    const sound = packs.flatMap((pack) => ('definitions' in pack ? pack : []))
    await withOrganisation((database, organisation) =>
      database.as(organisation, async (db) => {
        const faults: PackFault[] = []
        for (const pack of sound) faults.push(...(await faultsOfPack(db, pack)))
        refuse(faults)
        for (const { name, definitions } of sound) {
          for (const definition of definitions)
            await changeMeasure(db, definition, { by: null, reason: `Applied from ${name}` })
          print(`${name}: ${definitions.length} measures as it says`)
        }
      }),
    )
  },
}

interface SoundPack {
  readonly file: string
  readonly definitions: readonly MeasureDefinition[]
  readonly lineOf: LineOf
}

/** What the pack would read otherwise in figures that stand. */
async function faultsOfPack(db: OrganisationDb, { file, definitions, lineOf }: SoundPack): Promise<PackFault[]> {
  const faults: PackFault[] = []
  for (const definition of definitions) {
    for (const { field, message } of await faultsAgainstFigures(db, definition))
      faults.push({ file, line: lineOf(definition.code, field), field, message })
  }
  return faults
}

/** @throws Problem that lists every fault on a line of its own: file, line, field, what to change */
function refuse(faults: readonly PackFault[]): void {
  if (faults.length === 0) return
  const lines = faults.map(
    ({ file, line, field, message }) => `${file}:${line}: ${field ? `${field}: ` : ''}${message}`,
  )
  throw new Problem('invalid', lines.join('\n'))
}
