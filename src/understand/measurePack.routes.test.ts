import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Page, type Visitor } from '#test/support/visitor.ts'
import { listMeasures, measureHistory } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { writePack } from '#understand/measurePack.ts'

let db: TestDatabase
let visitor: Visitor
beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await db.database.as(db.organisation, async (own) => {
    const unit = await rootUnit(own)
    visitor.actAs(await addPerson(own, { name: 'Ada Placeholder', email: 'ada@example.org', unit, job: '' }))
    await takeInFigures(own, [FALLS, ULCERS], [{ measure: 'falls', values: STEADY }])
  })
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const FALLS = aMeasure({ code: 'falls', name: 'Falls' })
const ULCERS = aMeasure({ code: 'ulcers', name: 'Pressure ulcers' })
const THANKS = aMeasure({ code: 'thanks', name: 'Thanks' })

const bring = (text: string | Uint8Array<ArrayBuffer>, name = 'trust.yaml') =>
  visitor.post('/measures/packs/new', { file: new File([text], name) })
const bringPack = (...definitions: MeasureDefinition[]) => bring(writePack(definitions))
/** Sends the page of what would change as it stands. */
async function apply(page: Page, reason = ''): Promise<Page> {
  const of = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page.html)![1]!
  const text = of('text').replaceAll('&quot;', '"').replaceAll('&#x27;', "'").replaceAll('&amp;', '&')
  return visitor.post('/measures/packs/apply', { name: of('name'), text, reason })
}
const measures = () => db.database.as(db.organisation, listMeasures)

describe('a pack by page', () => {
  test('is offered beside the download of what there is', async () => {
    const { html } = await visitor.get('/measures')
    expect(html).toContain('href="/measures/packs/new"')
    expect(html).toContain('href="/measures/pack.yaml"')
  })

  test('that was downloaded changes nothing, and says so', async () => {
    const page = await bring((await visitor.get('/measures/pack.yaml')).html)
    expect(page.text).toContain('Nothing would change. All 2 measures of the pack are as it says already.')
    expect(page.html).not.toContain('Apply it')
  })

  test('shows what would be new, changed and unchanged before anything is, and then applies', async () => {
    const page = await bringPack(FALLS, { ...ULCERS, name: 'Ulcers' }, THANKS)
    expect(page.text).toContain('One measure would be new, one would change, one stays as it is.')
    expect(page.text).toContain('New (1) Thanks')
    expect(page.text).toContain('Name: Pressure ulcers becomes Ulcers')
    expect(page.text).toContain('Unchanged (1) Show them Falls')
    expect((await measures()).map(({ definition }) => definition.name)).toEqual(['Falls', 'Pressure ulcers'])

    const applied = await apply(page)
    expect(applied.path).toBe('/measures')
    expect((await measures()).map(({ definition }) => definition.name)).toEqual(['Falls', 'Thanks', 'Ulcers'])
    const [newest] = await db.database.as(db.organisation, (own) => measureHistory(own, 'ulcers'))
    expect(newest).toMatchObject({ reason: 'Applied from trust.yaml', recordedBy: 'Ada Placeholder' })
  })

  test('that counts something else is applied with a reason only', async () => {
    const page = await bringPack({ ...FALLS, numerator: 'falls with harm' })
    expect(page.text).toContain('It changes what is counted')
    expect((await apply(page)).text).toContain('Say why what is counted changes')
    await apply(page, 'As agreed nationally')
    const [newest] = await db.database.as(db.organisation, (own) => measureHistory(own, 'falls'))
    expect(newest).toMatchObject({ reason: 'As agreed nationally, applied from trust.yaml', changesCount: true })
  })

  const line = (words: string) => `measures:\n  - { code: a, name: A, kind: count, period: month }\n  ${words}\n`
  const refused = [
    {
      name: 'a wrong word',
      text: line('- { code: b, name: B, kind: guess, period: month }'),
      says: 'trust.yaml:3: kind: ',
    },
    { name: 'a missing name', text: line('- { code: b, kind: count, period: month }'), says: 'trust.yaml:3: name: ' },
    {
      name: 'rules that nobody has',
      text: line('- { code: b, name: B, kind: count, period: month, rules: mine }'),
      says: 'trust.yaml:3: rules: Choose one of nhs, ',
    },
    {
      name: 'a chart of another kind',
      text: line('- { code: b, name: B, kind: count, period: month, chart: p }'),
      says: 'trust.yaml:3: chart: “p” does not suit',
    },
    {
      name: 'jumps neither in nor out',
      text: line('- { code: b, name: B, kind: count, period: month, screenRanges: some }'),
      says: 'trust.yaml:3: screenRanges: Write true or false',
    },
    { name: 'no list', text: 'falls: 3\n', says: 'trust.yaml:1: measures: The file must begin with' },
    { name: 'no YAML', text: 'measures: [', says: 'This is not YAML' },
    {
      name: 'a code twice',
      text: line('- { code: a, name: A, kind: count, period: month }'),
      says: 'stands in line 2',
    },
    { name: 'an NHS number in a comment', text: line('# 999 000 0018'), says: 'trust.yaml:3: This line holds an NHS' },
    {
      name: 'figures read by another period',
      text: writePack([{ ...FALLS, period: 'quarter' }]),
      says: 'trust.yaml:15: period: ',
    },
  ]
  test.each(refused)('with $name changes nothing, and says file, line and field', async ({ text, says }) => {
    const before = await measures()
    const page = await bring(text)
    expect(page.status).toBe(400)
    expect(page.text).toContain('Nothing was changed')
    expect(page.text).toMatch(new RegExp(says.replaceAll('.', '\\.').replace(':15:', ':\\d+:')))
    expect(page.html).not.toContain('999 000 0018')
    expect(await measures()).toEqual(before)
  })

  const files = [
    { name: 'that is no text', bytes: new Uint8Array([0xff, 0xfe, 0x00, 0xd8]), file: 'x.yaml', says: 'no text' },
    { name: 'called by an NHS number', bytes: new Uint8Array(), file: '999 000 0018.yaml', says: 'NHS number' },
  ]
  test.each(files)('in a file $name is sent back', async ({ bytes, file, says }) => {
    const page = await bring(bytes, file)
    expect(page.status).toBe(400)
    expect(page.text).toContain(says)
    expect(page.html).not.toContain('999 000 0018')
  })

  test('is asked for when there is none', async () => {
    expect((await visitor.post('/measures/packs/new', {})).text).toContain('Choose a file')
  })
})
