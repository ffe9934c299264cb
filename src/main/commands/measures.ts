import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { Command } from '#main/commands/command.ts'
import { Problem } from '#platform/errors.ts'
import { listMeasures } from '#understand/measure.store.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { readPack, writePack } from '#understand/measurePack.ts'

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
    const packs = files.map((file) => ({ name: basename(file), ...readPack(readFileSync(file, 'utf8'), file) }))
    const faults = packs.flatMap((pack) => ('faults' in pack ? pack.faults : []))
    if (faults.length > 0) {
      throw new Problem(
        'invalid',
        faults
          .map(({ file, line, field, message }) => `${file}:${line}: ${field ? `${field}: ` : ''}${message}`)
          .join('\n'),
      )
    }
    await withOrganisation((database, organisation) =>
      database.as(organisation, async (db) => {
        for (const pack of packs) {
          if (!('definitions' in pack)) continue
          for (const definition of pack.definitions)
            await changeMeasure(db, definition, { by: null, reason: `Applied from ${pack.name}` })
          print(`${pack.name}: ${pack.definitions.length} measures as it says`)
        }
      }),
    )
  },
}
