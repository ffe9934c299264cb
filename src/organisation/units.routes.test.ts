import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { addUnit, findUnit } from '#organisation/unit.store.ts'
import type { PersonId, UnitId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'

let db: TestDatabase
let visitor: Visitor
let root: UnitId
let ada: PersonId
beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await db.database.as(db.organisation, async (own) => {
    root = await rootUnit(own)
    ada = await addPerson(own, { name: 'Ada Placeholder', email: 'ada@example.org', unit: root, job: '' })
  })
  visitor.actAs(ada)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const inside = <Result>(work: Parameters<typeof db.database.as<Result>>[1]) => db.database.as(db.organisation, work)
const aUnit = (code: string, parent = root) =>
  inside((own) => addUnit(own, { code, name: `Named ${code}`, kind: 'ward', parent }))
const edit = (id: UnitId, change: Record<string, string>, code: string) =>
  visitor.post(`/units/${id}/edit`, { name: `Named ${code}`, code, kind: 'ward', parent: root, ...change })

describe('a unit', () => {
  test('is renamed and moved with what is below it; its history says who, when, and what it was', async () => {
    const [site, ward] = [await aUnit('SITE'), await aUnit('WARD')]
    const team = await aUnit('TEAM', ward)
    const page = await edit(ward, { name: 'Heron Ward', code: 'heron', parent: site }, 'WARD')
    expect(page.path).toBe(`/units/${ward}`)
    expect(page.text).toContain('Ward, HERON, belongs to Named SITE.')
    expect(page.text).toContain('Ada Placeholder')
    expect(page.text).toContain('Name: Named WARD became Heron Ward')
    expect(page.text).toContain('It belongs to: Test Trust became Named SITE')
    const { path } = await inside((own) => findUnit(own, team))
    expect(path).toBe(`/${root}/${site}/${ward}/${team}/`)
  })

  test('is as before when its newest change is undone, and the history keeps both', async () => {
    const ward = await aUnit('OAK')
    const changed = await edit(ward, { name: 'Oka' }, 'OAK')
    const form = /<form[^>]*>((?:(?!<\/form>).)*)Undo this change/s.exec(changed.html)![1]!
    const before = [...form.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [name, value])
    const undone = await visitor.post(`/units/${ward}/edit`, Object.fromEntries(before))
    expect(undone.text).toContain('Named OAK')
    expect(undone.text).toContain('Name: Named OAK became Oka')
    expect(undone.text).toContain('Name: Oka became Named OAK')
  })

  test('that is sent unchanged has no new history', async () => {
    const ward = await aUnit('ASH')
    expect((await edit(ward, {}, 'ASH')).text).toContain('Nothing since it was first recorded')
  })

  const refused = [
    { name: 'without a name', change: { name: ' ' }, says: 'Type a name' },
    { name: 'with a code that is taken', change: { code: 'tst' }, says: 'Test Trust has this code' },
    { name: 'as the organisation', change: { kind: 'organisation' }, says: 'Choose what it is' },
    { name: 'with an NHS number in its name', change: { name: 'Pat 999 000 0018' }, says: 'NHS number' },
  ]
  test.each(refused)('$name is sent back', async ({ change, says }) => {
    const ward = await aUnit(`R${refused.findIndex((one) => one.says === says)}`)
    const page = await edit(ward, change as never, 'RX')
    expect(page.status).toBe(400)
    expect(page.text).toContain(says)
    expect(page.text).toContain('Nothing was changed')
    expect(page.text).not.toContain('999 000 0018')
  })

  test('cannot be moved below itself', async () => {
    const above = await aUnit('ABOVE')
    const below = await aUnit('BELOW', above)
    expect((await visitor.get(`/units/${above}/edit`)).html).not.toContain(`value="${below}"`)
    expect((await edit(above, { parent: below }, 'ABOVE')).text).toContain('Named BELOW belongs to this unit')
    expect((await edit(above, { parent: above }, 'ABOVE')).text).toContain('is this unit itself')
  })
})

test('the organisation’s own unit and the organisation have one name', async () => {
  const page = await visitor.post(`/units/${root}/edit`, { name: 'Test Hospitals', code: 'TST' })
  expect(page.text).toContain('Test Hospitals')
  expect((await visitor.get('/')).text).toContain('Test Hospitals')
  expect((await visitor.get(`/units/${root}/withdraw`)).text).toContain('It is the organisation itself')
})

describe('withdrawing a unit', () => {
  test('takes it out of the tree, and it can be brought back', async () => {
    const ward = await aUnit('ELM')
    expect((await visitor.get(`/units/${ward}/withdraw`)).text).toContain('Withdraw Named ELM?')
    const gone = await visitor.post(`/units/${ward}/withdraw`, {})
    expect(gone.text).toContain('Withdrawn. It stands in no list')
    const list = await visitor.get('/units')
    expect(list.html).not.toContain(`<option value="${ward}"`)
    expect(list.text).toMatch(/Withdrawn .*Named ELM/)
    expect((await visitor.post(`/units/${ward}/withdraw`, {})).status).toBe(409)

    const back = await visitor.post(`/units/${ward}/bring-back`, {})
    expect(back.text).toMatch(/Brought back .* Withdrawn/)
    expect((await visitor.get('/units')).html).toContain(`<option value="${ward}"`)
  })

  const holds = [
    {
      name: 'a unit belongs to it',
      make: (ward: UnitId) => inside((own) => addUnit(own, { code: 'K1', name: 'Kid', kind: 'team', parent: ward })),
      says: 'Kid belongs to it. Move it to another unit, or withdraw it first.',
    },
    {
      name: 'somebody works there',
      make: (ward: UnitId) =>
        inside((own) => addPerson(own, { name: 'Pat', email: 'pat@example.org', unit: ward, job: '' })),
      says: 'Pat works there. Give them another unit, or withdraw them first.',
    },
    {
      name: 'a chart has its figures from there',
      make: () =>
        inside((own) =>
          takeInFigures(own, [aMeasure({ code: 'falls' })], [{ measure: 'falls', values: STEADY, holder: 'HELD2' }]),
        ),
      says: 'One chart has its figures from there. Take back the imports that brought them;',
    },
  ]
  test.each(holds)('is refused while $name, with what to do', async ({ make, says }) => {
    const ward = await aUnit(`HELD${holds.findIndex((one) => one.says === says)}`)
    await make(ward)
    const page = await visitor.get(`/units/${ward}/withdraw`)
    expect(page.text).toContain('cannot be withdrawn yet')
    expect(page.text.replaceAll(' .', '.').replaceAll(' ;', ';')).toContain(says)
    const sent = await visitor.post(`/units/${ward}/withdraw`, {})
    expect(sent.status).toBe(409)
    expect(sent.text).toContain(says)
  })

  test('of two, the one below comes back after the one above', async () => {
    const above = await aUnit('FIR')
    const below = await aUnit('TWIG', above)
    await visitor.post(`/units/${below}/withdraw`, {})
    await visitor.post(`/units/${above}/withdraw`, {})
    const refused = await visitor.post(`/units/${below}/bring-back`, {})
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Bring that back first')])
    await visitor.post(`/units/${above}/bring-back`, {})
    expect((await visitor.post(`/units/${below}/bring-back`, {})).status).toBe(200)
  })
})
