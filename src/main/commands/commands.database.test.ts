import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { runCommand } from '#main/commandLine.ts'
import type { Doors } from '#main/commands/command.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { doorsTo } from '#test/support/doors.ts'
import { listImports } from '#understand/imports.store.ts'
import { listMeasures } from '#understand/measure.store.ts'
import { listSummaries } from '#understand/series.store.ts'

let clone: TestDatabase
let folder: string
let printed: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-commands-'))
})

afterAll(async () => {
  await clone.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(async () => {
  await clone?.close()
  clone = await testDatabase()
})

/** Types a command; what it printed. */
async function golden(...words: string[]): Promise<string> {
  printed = ''
  const print = (line: string) => {
    printed += `${line}\n`
  }
  const withOrganisation: Doors['withOrganisation'] = (work) => work(clone.database, clone.organisation)
  await runCommand(words, COMMANDS, doorsTo(print, { withOrganisation }))
  return printed
}

function file(name: string, ...lines: readonly string[]): string {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const falls = (...rows: readonly string[]) => file('falls.csv', 'org_code,month,falls', ...rows)
const inside = <Result>(work: Parameters<typeof clone.database.as<Result>>[1]) =>
  clone.database.as(clone.organisation, work)

test('a file that names what is not there is shown, and taken in only with --new', async () => {
  const path = falls('TST,2024-01,12', 'TST,2024-02,9', 'RXZ,2024-01,4')
  await expect(golden('import', path)).rejects.toThrow('--new')
  expect(printed).toMatch(/3 new values[\s\S]*New measures: Falls[\s\S]*New peers: RXZ/)
  expect(await inside(listImports)).toEqual([])

  expect(await golden('import', '--new', path)).toContain('Taken in')
  expect(await inside((db) => listSummaries(db, { holder: 'all' }))).toHaveLength(2)
  expect(await inside(listImports)).toMatchObject([{ door: 'command', state: 'accepted', fileName: 'falls.csv' }])
})

test('a preview changes nothing', async () => {
  expect(await golden('import', '--preview', falls('TST,2024-01,12'))).toContain('1 new value,')
  expect(await inside(listImports)).toEqual([])
})

test('the same file again is no import', async () => {
  const path = falls('TST,2024-01,12', 'TST,2024-02,9')
  await golden('import', '--new', path)
  expect(await golden('import', path)).toContain('nothing changes')
  expect(await inside(listImports)).toHaveLength(1)
})

test('a faulty row keeps the file out, with its place, unless it is left out on purpose', async () => {
  const path = falls('TST,2024-01,12', 'TST,2024-02,9', 'TST,2024-03,11', 'TST,2024-04,7', 'TST,2024-05,about nine')
  await expect(golden('import', '--new', path)).rejects.toThrow('--without-faults')
  expect(printed).toMatch(/row 6.*“about nine”/)
  await expect(golden('import', '--new', '--without-faults', path)).rejects.toThrow('--as EMAIL')
  await expect(golden('import', '--new', '--as', 'nobody@example.org', path)).rejects.toThrow('Nobody here')
  await inside(async (db) =>
    addPerson(db, { name: 'Ada Placeholder', email: 'ada@example.org', job: '', unit: await rootUnit(db) }),
  )
  await golden('import', '--new', '--without-faults', '--as', 'Ada@example.org', path)
  expect(await inside(listImports)).toMatchObject([
    { startedBy: 'Ada Placeholder', acceptedBy: 'Ada Placeholder', acceptedFaults: [{ value: 'about nine' }] },
  ])
})

test('a file that is not there, or no file, is said', async () => {
  await expect(golden('import', join(folder, 'none.csv'))).rejects.toThrow('There is no file')
  await expect(golden('import')).rejects.toThrow('Say which files')
  await expect(golden('import', '--fast', 'x.csv')).rejects.toThrow('Say which files')
})

test('what was exported applies again as the same measures', async () => {
  await golden('import', '--new', falls('TST,2024-01,12'))
  const before = await inside(listMeasures)
  await golden('measures', 'apply', file('pack.yaml', await golden('measures', 'export')))
  expect(await inside(listMeasures)).toEqual(before)
})

test('a pack with a fault changes nothing, and the fault has its file and line', async () => {
  const good = '  - { code: pressure-ulcers, name: Pressure ulcers, kind: count, period: month }'
  const bad = '  - { code: falls, name: Falls, kind: guess, period: month }'
  const pack = file('faulty.yaml', 'measures:', good, bad)
  await expect(golden('measures', 'apply', pack)).rejects.toThrow(/faulty\.yaml:3: kind: /)
  expect(await inside(listMeasures)).toEqual([])
})

test('a pack that would read figures otherwise changes nothing, and each fault has its file, line and field', async () => {
  await golden('import', '--new', falls('TST,2024-01,12'))
  const before = await inside(listMeasures)
  const pack = file(
    'otherwise.yaml',
    ...['measures:', '  - { code: new-one, name: New one, kind: count, period: month }'],
    ...['  - code: falls', '    name: Falls', '    kind: proportion', '    denominator: all', '    period: week'],
  )
  await expect(golden('measures', 'apply', pack)).rejects.toThrow(
    /otherwise\.yaml:5: kind: “Falls” has figures by “Count”.*“Proportion”[\s\S]*otherwise\.yaml:7: period: .*“Month”/,
  )
  expect(await inside(listMeasures)).toEqual(before)
})
