import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { AS_OPTION, actorNamed } from '#main/commands/actingAs.ts'
import type { Command } from '#main/commands/command.ts'
import { Problem } from '#platform/errors.ts'
import { refuseFileName } from '#understand/intake/personal.ts'
import { listMeasures } from '#understand/measure.store.ts'
import { applyPack, faultsOfPack } from '#understand/measurePack.store.ts'
import { faultLine, type PackFault, readPack, writePack } from '#understand/measurePack.ts'

const APPLY_TAKES = 'FILE... [--as EMAIL]'

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
  takes: APPLY_TAKES,
  does: 'makes and changes measures as packs say; with a fault anywhere nothing changes; --as says who does it (or GOLDEN_THREAD_AS)',
  async run(words, { print, withOrganisation }) {
    const { files, as } = choicesOf(words)
    for (const file of files) refuseFileName(basename(file))
    const packs = files.map((file) => ({ file, name: basename(file), ...readPack(readFileSync(file, 'utf8'), file) }))
    refuse(packs.flatMap((pack) => ('faults' in pack ? pack.faults : [])))
    const sound = packs.flatMap((pack) => ('definitions' in pack ? pack : []))
    await withOrganisation((database, organisation) =>
      database.as(organisation, async (db) => {
        const faults: PackFault[] = []
        for (const pack of sound) faults.push(...(await faultsOfPack(db, pack)))
        refuse(faults)
        const by = await actorNamed(db, as)
        for (const { name, definitions } of sound) {
          await applyPack(db, definitions, { by, reason: `Applied from ${name}` })
          print(`${name}: ${definitions.length} measures as it says`)
        }
      }),
    )
  },
}

function choicesOf(words: readonly string[]): { readonly files: readonly string[]; readonly as: string } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options: AS_OPTION })
    if (positionals.length > 0) return { files: positionals, as: values.as }
  } catch {
    // Said below, with what it takes.
  }
  throw new Problem('invalid', `Say which packs: golden-thread measures apply ${APPLY_TAKES}`)
}

/** @throws Problem that lists every fault on a line of its own: file, line, field, what to change */
function refuse(faults: readonly PackFault[]): void {
  if (faults.length === 0) return
  throw new Problem('invalid', faults.map(faultLine).join('\n'))
}
