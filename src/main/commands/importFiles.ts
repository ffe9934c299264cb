import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AS_OPTION, actorNamed } from '#main/commands/actingAs.ts'
import type { Command, Doors } from '#main/commands/command.ts'
import { faultLines, previewLines } from '#main/commands/importWords.ts'
import type { Database } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationId } from '#platform/ids.ts'
import { acceptImport, previewImport } from '#understand/acceptance.store.ts'
import { faultCount, intakeContext, sha256Of, summaryOfReading } from '#understand/imports.reading.ts'
import { changeDraft, rememberedMapping, rememberMapping, startImport } from '#understand/imports.store.ts'
import { parseMapping } from '#understand/intake/mapping.ts'
import { refuseFileName } from '#understand/intake/personal.ts'
import { type ReadFile, readFacts } from '#understand/intake/reading.ts'
import { understood } from '#understand/intake/understood.ts'

const TAKES = 'FILE... [--preview] [--new] [--without-faults] [--overturn] [--withdraw] [--as EMAIL]'

export const importFiles: Command = {
  name: 'import',
  takes: TAKES,
  does: 'takes files in, each whole or not at all; --preview only says what would change, --new also makes the measures, units and peers that a file names, --without-faults leaves faulty rows out, --overturn lets most figures of a series become quite other ones, --withdraw takes out what the file marks as hidden or missing; --as says who does it (or GOLDEN_THREAD_AS), and --without-faults asks for it',
  async run(words, doors) {
    const { files, options } = choicesOf(words)
    if (options['without-faults'] && options.as === '') {
      throw new Problem('invalid', 'To leave faulty rows out is somebody’s decision: say whose with --as EMAIL')
    }
    await doors.withOrganisation(async (database, organisation) => {
      // Known before anything is read.
      await database.as(organisation, (db) => actorNamed(db, options.as))
      for (const file of files) await importFile(database, organisation, file, options, doors.print)
    })
  },
}

interface Choices {
  readonly preview: boolean
  readonly new: boolean
  readonly 'without-faults': boolean
  readonly overturn: boolean
  readonly withdraw: boolean
  /** The address of who does it; empty for nobody. */
  readonly as: string
}

function choicesOf(words: readonly string[]): { readonly files: readonly string[]; readonly options: Choices } {
  const flag = { type: 'boolean', default: false } as const
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { preview: flag, new: flag, 'without-faults': flag, overturn: flag, withdraw: flag, ...AS_OPTION },
    })
    if (positionals.length > 0) return { files: positionals, options: values }
  } catch {
    // Said below, with what it takes.
  }
  throw new Problem('invalid', `Say which files: golden-thread import ${TAKES}`)
}

async function importFile(
  database: Database,
  organisation: OrganisationId,
  path: string,
  options: Choices,
  print: Doors['print'],
): Promise<void> {
  const name = basename(path)
  refuseFileName(name)
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) throw new Problem('not-found', `There is no file ${path}`)
  const read = await readByShape(database, organisation, { name, path: resolve(path) })
  print(
    `${name}\n${understood(read.mapping)
      .map((sentence) => `  ${sentence}`)
      .join('\n')}`,
  )

  const faults = faultCount(read.facts)
  if (faults > 0) print(faultLines(read.facts.faults, faults))
  const preview = await database.as(organisation, (db) => previewImport(db, read.facts))
  print(previewLines(preview))
  if (options.preview) return

  if (faults > 0 && !options['without-faults']) {
    throw new Problem(
      'invalid',
      `${name} was not taken in. Mend the faults, or leave these rows out with --without-faults`,
    )
  }
  if (preview.newMeasures.length + preview.newUnits.length + preview.newPeers.length > 0 && !options.new) {
    throw new Problem(
      'invalid',
      `${name} was not taken in: it names what is not there. Make it with --new, or correct the mapping on the page Imports`,
    )
  }
  if (preview.overturned.figures > 0 && !options.overturn) {
    throw new Problem(
      'invalid',
      `${name} was not taken in: it looks like another measure’s figures. Give its measure another code on the page Imports, or say with --overturn that they are right`,
    )
  }
  if (preview.added + preview.restated + (options.withdraw ? preview.hidden.figures : 0) === 0) {
    print('  Nothing of it is new, so nothing changes.')
    return
  }
  await takeIn(database, organisation, path, read, options)
  print('  Taken in.')
}

function readByShape(
  database: Database,
  organisation: OrganisationId,
  file: { name: string; path: string },
): Promise<ReadFile> {
  const recall = async (shape: string) =>
    parseMapping(await database.as(organisation, (db) => rememberedMapping(db, shape)))
  return database.as(organisation, intakeContext).then((context) => readFacts(file, null, context, { recall }))
}

async function takeIn(
  database: Database,
  organisation: OrganisationId,
  path: string,
  read: ReadFile,
  { overturn, withdraw, as }: Choices,
): Promise<void> {
  const [sha256, { size }] = [await sha256Of(path), statSync(path)]
  await database.as(organisation, async (db) => {
    const by = await actorNamed(db, as)
    const arrival = { door: 'command', fileName: basename(path), fileBytes: size, by } as const
    const importId = await startImport(db, arrival)
    const said = { placements: {}, by, overturns: overturn, withdraws: withdraw }
    const accepted = await acceptImport(db, { importId, facts: read.facts, ...said })
    await changeDraft(db, importId, ['reading'], {
      state: 'accepted',
      summary: { ...summaryOfReading(read.facts), ...accepted },
      acceptedFaults: read.facts.faults,
      acceptedBy: by,
      ...{ fileType: read.fileType, shape: read.shape, mapping: read.mapping, sha256 },
    })
    await rememberMapping(db, read.shape, read.mapping, by)
  })
}
