import { readdir } from 'node:fs/promises'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { listUnits } from '#organisation/unit.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aVisitor, type Page, type Visitor } from '#test/support/visitor.ts'
import { READING_TURNS } from '#understand/intake/reading.ts'

let db: TestDatabase
let visitor: Visitor
beforeAll(async () => {
  db = await testDatabase()
  const person = { name: 'Avery Stone', email: 'avery@example.org', job: 'analyst' }
  const by = await db.database.as(db.organisation, async (own) =>
    addPerson(own, { ...person, unit: await rootUnit(own) }),
  )
  visitor = await aVisitor(db.database)
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

function table(measure: string, cell: (month: number) => string): File {
  const rows = MONTHS.map((name, month) => `${name} 2025,TST,${cell(month)}`)
  return new File([`Month,Org code,${measure}\n${rows.join('\n')}\n`], `${measure}.csv`)
}

/** Brings a file and waits, page by page, until it has been read. */
async function bring(file: File): Promise<Page> {
  return untilOver(await visitor.post('/imports/new', { file }))
}

async function untilOver(page: Page): Promise<Page> {
  return page.html.includes('data-comes-again') ? untilOver(await visitor.get(page.path)) : page
}

/** Looks at a page of progress until it says something. */
async function untilIt(page: Page, says: string): Promise<Page> {
  return page.text.includes(says) ? page : untilIt(await visitor.get(page.path), says)
}

/** Sends the form of a page as it stands, with what a person changed. */
async function send(page: Page, action: string, changes: Readonly<Record<string, string>> = {}): Promise<Page> {
  return untilOver(await visitor.post(action, { ...fieldsOf(page.html), ...changes }))
}

/** The values that a browser would send: of fields, chosen options and ticked boxes. */
function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const of = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1]
    const isChoice = of('type') === 'checkbox' || of('type') === 'radio'
    if (of('name') && (!isChoice || tag.includes(' checked'))) fields[of('name')!] = of('value') ?? ''
  }
  for (const [, tag, inside] of html.matchAll(/<select([^>]*)>([\s\S]*?)<\/select>/g)) {
    const name = / name="([^"]*)"/.exec(tag!)?.[1]
    const chosen = [...inside!.matchAll(/<option([^>]*)>/g)].map((one) => one[1]!)
    const option = chosen.find((one) => one.includes('selected')) ?? chosen[0] ?? ''
    if (name) fields[name] = / value="([^"]*)"/.exec(option)?.[1] ?? ''
  }
  for (const [, tag, inside] of html.matchAll(/<textarea([^>]*)>([\s\S]*?)<\/textarea>/g)) {
    const name = / name="([^"]*)"/.exec(tag!)?.[1]
    if (name) fields[name] = inside!.replace(/^\n/, '')
  }
  return fields
}

const importOf = (page: Page) => page.path.replace(/\/mapping$/, '')

test('before there is any import, the page says what to do first', async () => {
  expect((await visitor.get('/imports')).text).toContain('No file has been brought yet')
})

describe('a file on its way', () => {
  test('is understood, shown before it changes anything, taken in, and taken back', async () => {
    const understood = await bring(table('Falls', (month) => String(month + 3)))
    expect(understood.text).toContain('Is this what the file says?')
    expect(understood.text).toContain('“Falls” is')
    const at = importOf(understood)

    const preview = await send(understood, `${at}/mapping`, {
      'measures.0.better': 'lower',
      'measures.0.area': 'Safety',
    })
    expect(preview.text).toContain('It adds 12 figures, on one chart.')
    expect((await visitor.get('/measures')).text).toContain('Nothing is measured yet')

    const accepted = await send(preview, `${at}/accept`)
    expect(accepted.text).toContain('12 figures were added, on one chart.')
    expect(await readdir(visitor.uploads)).toEqual([])
    expect((await visitor.get('/measures')).text).toContain('Safety')

    expect((await visitor.get(`${at}/take-back`)).text).toContain('12 figures go.')
    expect((await visitor.post(`${at}/take-back`, {})).text).toContain('This import was taken back')
    expect((await visitor.get('/measures')).text).toContain('Nothing is measured yet')
  })

  test('with a correction that is refused, comes back with the other corrections still in it', async () => {
    const understood = await bring(table('Slips', (month) => String(month + 3)))
    const refused = await send(understood, `${importOf(understood)}/mapping`, {
      'measures.0.name': 'Slips on ice',
      'measures.0.area': 'of 999 000 0018',
    })
    expect(refused.status).toBe(400)
    expect(refused.text).toContain('A measure holds an NHS number. Take it out')
    expect(refused.html).toContain('value="Slips on ice"')
    expect(refused.html).not.toContain('0018')

    const nowhere = await visitor.post(`${importOf(understood)}/layout`, { headerLine: 'second', headerRows: '1' })
    expect(nowhere.text).toContain('The row of the first heading is a whole number')
    await visitor.post(`${importOf(understood)}/stop`, {})
  })

  test('that would overwrite another measure’s figures, or hides one of ours, asks before it does', async () => {
    const bringAll = async (file: File, changes: Readonly<Record<string, string>> = {}) => {
      const page = await bring(file)
      const at = importOf(page)
      const preview = page.path.endsWith('/mapping') ? await send(page, `${at}/mapping`) : page
      return { preview, result: await send(preview, `${at}/accept`, changes), at }
    }
    await bringAll(table('Never events', (month) => String(month + 100)))
    const other = await bringAll(table('Never events', (month) => String(month)))
    expect(other.preview.text).toContain('Are these the same measure?')
    expect(other.preview.text).toContain('100 → 0')
    expect(other.result.text).toContain('Nothing was imported')
    const told = await send(other.result, `${other.at}/accept`, { overturns: '12' })
    expect(told.text).toContain('restated')

    const hides = (month: number) => (month === 3 ? '*' : String(month))
    const kept = await bringAll(table('Never events', hides))
    expect(kept.preview.text).toContain('One figure that we hold is hidden or missing in this file')
    const gone = await bringAll(table('Never events', hides), { withdraws: '1' })
    expect(gone.result.text).toContain('One figure was restated')
    const again = await bring(table('Never events', hides))
    expect(again.text).toContain('This file would change nothing')
    await visitor.post(`${again.path}/stop`, {})
  })

  test('of a known layout goes straight to what would change; brought again it changes nothing; restated it says so', async () => {
    const file = (first: string) => table('Complaints', (month) => (month === 0 ? first : String(month)))
    const understood = await bring(file('8'))
    await send(await send(understood, `${importOf(understood)}/mapping`), `${importOf(understood)}/accept`)

    const same = await bring(file('8'))
    expect(same.text).toContain('This file would change nothing')
    await visitor.post(`${same.path}/stop`, {})

    const restated = await bring(file('9'))
    expect(restated.text).toContain('It restates one figure, on one chart.')
    expect(restated.text).toMatch(/Jan 2025 8 9/)
    const accepted = await send(restated, `${importOf(restated)}/accept`)
    expect(accepted.text).toContain('One figure was restated')
  })

  test('waits for its turn while two others are read, says so, and then is read', async () => {
    const turns = [await READING_TURNS.take(), await READING_TURNS.take()]
    const page = await untilIt(
      await visitor.post('/imports/new', { file: table('Turns', String) }),
      'waits for its turn',
    )
    for (const end of turns) end()
    const understood = await untilOver(page)
    expect(understood.text).toContain('“Turns” is')
    await visitor.post(`${importOf(understood)}/stop`, {})
  })

  test('that is stopped while it waits for its turn leaves nothing behind', async () => {
    const turns = [await READING_TURNS.take(), await READING_TURNS.take()]
    const page = await untilIt(
      await visitor.post('/imports/new', { file: table('Gone', String) }),
      'waits for its turn',
    )
    expect((await visitor.post(`${page.path}/stop`, {})).text).toContain('stopped')
    expect(READING_TURNS.waiting).toBe(0)
    expect(await readdir(visitor.uploads)).toEqual([])
    for (const end of turns) end()
    expect((await visitor.get(page.path)).text).toContain('stopped')
  })

  test('can be stopped while it waits, and then nothing of it is there', async () => {
    const understood = await bring(table('Slips', String))
    const stopped = await visitor.post(`${importOf(understood)}/stop`, {})
    expect(stopped.text).toContain('Nothing was imported')
    expect(await readdir(visitor.uploads)).toEqual([])
    expect((await visitor.post(`${importOf(understood)}/accept`, {})).status).toBe(409)
  })

  test('that says something other than was understood is corrected on the page', async () => {
    const wards = 'Month,Ward code,Falls,Bed days\n'
    const rows = MONTHS.flatMap((month) => [`${month} 2025,W1,4,800`, `${month} 2025,W2,2,600`])
    const understood = await bring(new File([`${wards}${rows.join('\n')}\n`], 'wards.csv'))
    const at = importOf(understood)
    const preview = await send(understood, `${at}/mapping`, {
      'measures.0.kind': 'rate',
      'measures.0.name': 'Falls per 1,000 bed days',
      'measures.0.code': '',
      'measures.0.denominator': '3',
      'measures.1.remove': 'yes',
      'holder.unknown': 'unit',
    })
    expect(preview.text).toContain('24 figures, on 2 charts')
    expect(preview.text).toContain('falls-per-1-000-bed-days')
    expect(preview.text).not.toContain('bed-days Count')

    const accepted = await send(preview, `${at}/accept`, { 'place:W2': 'peer', 'kind:W1': 'team' })
    expect(accepted.text).toContain('New: one measure, one unit, one peer.')
    const units = await db.database.as(db.organisation, listUnits)
    expect(units.map(({ code, kind }) => `${code} ${kind}`)).toContain('W1 team')
  })
})

describe('a file that is refused', () => {
  test('for one faulty row, until its person takes in the rest', async () => {
    const understood = await bring(table('Harm', (month) => (month === 4 ? '1O4' : String(month))))
    const at = importOf(understood)
    const preview = await send(understood, `${at}/mapping`)
    expect(preview.text).toContain('Nothing was imported. One place needs you.')
    expect(preview.text).toContain('“1O4” is not a number')

    expect((await visitor.post(`${at}/accept`, fieldsOf(preview.html))).status).toBe(400)
    const accepted = await send(preview, `${at}/accept`, { without: '1' })
    expect(accepted.text).toContain('11 figures were added')
    expect(accepted.text).toContain('Avery Stone decided so')
  })

  test('for NHS numbers, and nothing of them is repeated or kept', async () => {
    const refused = await bring(new File(['NHS number,Month,Falls\n999 000 0018,Jan 2025,3\n'], 'patients.csv'))
    expect(refused.text).toContain('Column 1 holds NHS numbers')
    const list = await visitor.get('/imports')
    expect(refused.html + list.html).not.toMatch(/999\s?000\s?0018/)
    expect(await readdir(visitor.uploads)).toEqual([])
  })

  test('when there is none', async () => {
    const page = await visitor.post('/imports/new', { file: new File([], '') })
    expect(page.status).toBe(400)
    expect(page.text).toContain('Choose a file first')
  })

  test('when it is no table', async () => {
    const refused = await bring(new File(['%PDF-1.7 nothing here'], 'report.pdf'))
    expect(refused.text).toContain('Nothing was imported')
    expect(await readdir(visitor.uploads)).toEqual([])
  })
})

test('another organisation’s import is not there', async () => {
  expect((await visitor.get('/imports/01912345-0000-7000-8000-000000000000')).status).toBe(404)
})
