import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCommand } from '#main/commandLine.ts'
import type { Doors } from '#main/commands/command.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { emptyDatabase, type TestDatabase, testDatabase } from '#test/support/database.ts'
import { doorsTo } from '#test/support/doors.ts'
import { aMeasure, STEADY, takeInFigures } from '#test/support/figures.ts'
import { columnsWith, columnsWithPatient, PERSONAL_TEXTS } from '#test/support/personalTexts.ts'
import { aVisitor, type Page, type Visitor } from '#test/support/visitor.ts'
import { fileOf, type Rows } from '#understand/intake/samples/written.ts'
import { listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor
let folder: string
let series: string
let unit: string
let by: PersonId
beforeAll(async () => {
  db = await testDatabase()
  folder = mkdtempSync(join(tmpdir(), 'golden-thread-doors-'))
  series = await inside(async (own) => {
    const root = await rootUnit(own)
    by = await addPerson(own, { name: 'Avery', email: 'a@example.org', job: 'analyst', unit: root })
    unit = root
    await takeInFigures(own, [aMeasure({ code: 'falls', name: 'Falls' })], [{ measure: 'falls', values: STEADY }], by)
    return (await listSummaries(own, { measure: 'falls' }))[0]!.id
  })
  visitor = await aVisitor(db.database)
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
  rmSync(folder, { recursive: true, force: true })
})

const inside = <Result>(work: Parameters<TestDatabase['database']['as']>[1]) =>
  db.database.as(db.organisation, work) as Promise<Result>

const PERSON = { name: 'Bo', job: 'nurse' }
const MEASURE = { name: 'Slips', kind: 'count', period: 'month', weekEnds: '0', decimals: '0', better: 'lower' }
const MEASURE_TEXTS = ['code', 'name', 'why', 'area', 'numerator', 'denominator', 'unit', 'owner', 'source']

const MONTHS = ['01', '02', '03', '04', '05', '06', '07', '08'].map((month) => `2025-${month}-01`)
const HEADINGS = ['Month', 'Ward code', 'Ward name', 'Ward type', 'Indicator', 'Slips']

let brought = 0

/** Eight sound rows, of which the first says something else in one column; in each file other figures. */
function rows(heading: string, cell: string): Rows {
  brought += 100
  return [
    HEADINGS,
    ...MONTHS.map((month, i) => {
      const sound = [month, `W${brought}${i % 2}`, `Ward ${i % 2}`, `Type ${i % 3}`, 'Slips seen', String(brought + i)]
      return i === 0 ? sound.map((one, at) => (HEADINGS[at] === heading ? cell : one)) : sound
    }),
  ]
}

/** Brings a file and goes with it as far as the program lets one. */
async function bring(name: string, bytes: Uint8Array): Promise<void> {
  let page = await untilOver(await visitor.post('/imports/new', { file: new File([bytes as BlobPart], name) }))
  if (page.path.endsWith('/mapping')) page = await untilOver(await visitor.post(page.path, fieldsOf(page)))
  if (page.html.includes('/accept"')) await untilOver(await visitor.post(`${page.path}/accept`, { without: '1' }))
  await visitor.post(`${page.path.replace(/\/mapping$/, '')}/stop`, {})
}

/** A sound file that waits for its mapping: one that is refused leaves it waiting, for the next. */
let waiting: { readonly at: string; readonly form: Record<string, string> } | null = null

async function soundFile() {
  const bytes = fileOf('xlsx', { Slips: rows('', ''), Notes: [['Nothing here']] })
  const page = await untilOver(
    await visitor.post('/imports/new', { file: new File([bytes as BlobPart], 'sound.xlsx') }),
  )
  const at = page.path.replace(/\/mapping$/, '')
  return { at, form: fieldsOf(await visitor.get(`${at}/mapping`)) }
}

/** Sends the mapping of a sound file with one field changed. */
async function correct(change: Record<string, string>, to = 'mapping'): Promise<Page> {
  waiting ??= await soundFile()
  const { at, form } = waiting
  const answer = await untilOver(await visitor.post(`${at}/${to}`, { ...form, ...change }))
  if (answer.status === 400) return answer
  waiting = null
  await untilOver(await visitor.post(`${at}/accept`, { without: '1' }))
  await visitor.post(`${at}/stop`, {})
  return answer
}

async function untilOver(page: Page): Promise<Page> {
  return page.html.includes('data-comes-again') ? untilOver(await visitor.get(page.path)) : page
}

/** What a browser would send of the mapping's form. */
function fieldsOf({ html }: Page): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const isChoice = of('type') === 'checkbox' || of('type') === 'radio'
    if (of('name') && (!isChoice || tag.includes(' checked'))) fields[of('name')!] = of('value') ?? ''
  }
  for (const [, name, inside] of html.matchAll(/<select[^>]* name="([^"]*)"[^>]*>([\s\S]*?)<\/select>/g)) {
    const options = [...inside!.matchAll(/<option([^>]*)>/g)].map((one) => one[1]!)
    const chosen = options.find((one) => one.includes('selected')) ?? options[0] ?? ''
    fields[name!] = / value="([^"]*)"/.exec(chosen)?.[1] ?? ''
  }
  return fields
}

async function command(...words: string[]): Promise<string> {
  let said = ''
  const print = (line: string) => {
    said += line
  }
  const withOrganisation: Doors['withOrganisation'] = (work) => work(db.database, db.organisation)
  await runCommand(words, COMMANDS, doorsTo(print, { withOrganisation })).catch((error: Error) => print(error.message))
  return said
}

function fileIn(name: string, written: string): string {
  writeFileSync(join(folder, name), written)
  return join(folder, name)
}

type Door = (text: string) => Promise<unknown>

const csv = (heading: string, cell: string) => fileOf('csv', { any: rows(heading, cell) })
const tidy = (text: string) => text.replaceAll('/', '.')

const typed: Readonly<Record<string, Door>> = {
  ...Object.fromEntries(
    ['name', 'email', 'job'].map((field) => [
      `the ${field} of a person`,
      (text: string) =>
        visitor.post('/people', {
          ...PERSON,
          email: `${field}@example.org`,
          unit,
          [field]: field === 'email' ? `${text.replace(/\s/g, '')}@x.org` : text,
        }),
    ]),
  ),
  'the name of a unit': (text) => visitor.post('/units', { name: text, code: 'W9', kind: 'ward', parent: unit }),
  'the code of a unit': (text) => visitor.post('/units', { name: 'Ward 9', code: text, kind: 'ward', parent: unit }),
  ...Object.fromEntries(
    MEASURE_TEXTS.map((field) => [
      `the ${field} of a measure`,
      (text: string) =>
        visitor.post('/measures/new', { ...MEASURE, name: `Slips, ${field}`, [field]: text.toLowerCase() }),
    ]),
  ),
  'the reason for a change': (text) =>
    visitor.post('/measures/falls/edit', { ...MEASURE, name: 'Falls', reason: text, confirmed: 'yes' }),
  'a pack of measures': (text) =>
    command(
      'measures',
      'apply',
      fileIn('pack.yaml', `measures: [{ code: p, name: "${text}", kind: count, period: month }]`),
    ),
  'the name of a pack': (text) =>
    command(
      'measures',
      'apply',
      fileIn(`${tidy(text)}.yaml`, 'measures: [{ code: p, name: P, kind: count, period: month }]'),
    ),
  'a note on a chart': (text) => visitor.post(`/series/${series}/notes`, { period: String(2025 * 12), text }),
  'the reason to keep limits': (text) => visitor.post(`/series/${series}/limits/keep`, { version: '2', reason: text }),
  'the reason for new limits': (text) =>
    visitor.post(`/series/${series}/limits`, { start: String(2025 * 12), baseline: '', reason: text }),
  'a typed figure': (text) => visitor.post(`/series/${series}/figure`, { period: String(2026 * 12), numerator: text }),
}

const files: Readonly<Record<string, Door>> = {
  'the name of a file': (text) => bring(`slips ${tidy(text)}.csv`, csv('', '')),
  'the name of a file, by command': (text) => {
    const path = fileIn(`slips ${tidy(text)}.csv`, new TextDecoder().decode(csv('', '')))
    return command('import', '--new', path)
  },
  // With a column of its own, so that no other file's mapping is remembered for it.
  'the name of a sheet': (text) => {
    const own = rows('', '').map((row, i) => [...row, i === 0 ? 'Remark' : `Seen ${i}`])
    return bring('sheet.xlsx', fileOf('xlsx', { [tidy(text)]: own, Notes: [['Nothing here']] }))
  },
  'the name of another sheet': (text) =>
    bring('sheets.xlsx', fileOf('xlsx', { Slips: rows('', ''), [tidy(text)]: [['x', 'y']] })),
  'a heading': (text) =>
    bring(
      'heading.csv',
      fileOf('csv', {
        any: [['Month', 'Ward code', text], ...MONTHS.map((month, i) => [month, 'W1', String(i + 20)])],
      }),
    ),
  ...Object.fromEntries(
    HEADINGS.map((heading) => [
      `a cell of “${heading}”`,
      (text: string) => bring('cells.csv', csv(heading, heading === 'Slips' ? `about ${text}` : text)),
    ]),
  ),
  'a cell, by command': (text) =>
    command(
      'import',
      '--new',
      '--without-faults',
      '--as',
      'a@example.org',
      fileIn('cell.csv', new TextDecoder().decode(csv('Ward type', text))),
    ),
  'a total that is left out': (text) =>
    bring(
      'total.csv',
      fileOf('csv', { any: [...rows('', ''), ['2025-01-01', 'Total', text, '', 'Slips seen', '99']] }),
    ),
  'a note under the figures': (text) =>
    bring('note.csv', fileOf('csv', { any: [...rows('', ''), [`Without ${text}`]] })),
  ...Object.fromEntries(
    ['period.text', 'holder.name', 'holder.code', 'totals', 'missing', 'nil', 'sheets'].map((field) => [
      `${field} of a mapping`,
      (text: string) => correct({ [field]: text, 'holder.from': 'fixed', 'period.from': 'fixed' }),
    ]),
  ),
  ...Object.fromEntries(
    ['name', 'code', 'unit', 'stratum', 'area'].map((field) => [
      `the ${field} of a mapping’s measure`,
      (text: string) => correct({ [`measures.0.${field}`]: text }),
    ]),
  ),
  'the name of a new measure of a mapping': (text) => correct({ 'new.name': text, 'new.numerator': '5' }),
  'the sheet that is chosen': (text) => correct({ sheet: text, headerLine: '1', headerRows: '1' }, 'layout'),
}

/** Each file is read in a process of its own: two texts say enough. */
const doors = [
  ...Object.entries(typed).map(([name, send]) => ({ name, send, texts: PERSONAL_TEXTS })),
  ...Object.entries(files).map(([name, send]) => ({ name, send, texts: [PERSONAL_TEXTS[0], PERSONAL_TEXTS.at(-1)!] })),
]
/** These are looked at and never kept, whatever they say. */
const KEPT_NOWHERE = ['a typed figure', 'the name of another sheet', 'the sheet that is chosen']

describe('no patient comes in by', () => {
  for (const { name, send, texts } of doors) {
    test(name, async () => {
      for (const text of texts) {
        // Refused with a page, or with a fault: what counts is what is kept, and what is said.
        const answer = await send(text)
        expect(saidBy(answer).replace(/\D/g, '')).not.toMatch(/9990000018|12031950/)
        expect(await inside(columnsWithPatient)).toEqual([])
      }
    })
  }

  test('the first page of an empty installation', async () => {
    const empty = await emptyDatabase()
    const first = await aVisitor(empty.database)
    const typed = { organisation: 'Trust', code: 'TRU', name: 'Avery', email: 'a@example.org', job: 'analyst' }
    for (const field of Object.keys(typed)) {
      for (const text of PERSONAL_TEXTS) {
        const answer = await first.post('/begin', {
          ...typed,
          [field]: field === 'email' ? `${text.replace(/\s/g, '')}@x.org` : text,
        })
        expect(answer.status).toBe(400)
        expect(answer.text.replace(/\D/g, '')).not.toMatch(/9990000018|12031950/)
      }
    }
    expect(await empty.database.organisationOfHost('localhost')).toBeNull()
    await first.close()
    await empty.close()
  })
})

describe('another text comes in by', () => {
  for (const [i, { name, send }] of doors.entries()) {
    if (KEPT_NOWHERE.includes(name)) continue
    test(name, async () => {
      const digits = `7770001${100 + i}000`
      await send(`No-${digits}`)
      expect(await inside((own) => columnsWith(own, [digits]))).not.toEqual([])
    })
  }
})

function saidBy(answer: unknown): string {
  return typeof answer === 'string' ? answer : ((answer as Page | undefined)?.html ?? '')
}
