import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { addUnit } from '#organisation/unit.store.ts'
import type { PersonId, UnitId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
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
    ada = await addPerson(own, { name: 'Ada Placeholder', email: 'ada@example.org', unit: root, job: 'analyst' })
  })
  visitor.actAs(ada)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const aPerson = (name: string, unit = root) =>
  db.database.as(db.organisation, (own) => addPerson(own, { name, email: `${name}@example.org`, unit, job: 'nurse' }))
const aUnit = (code: string) =>
  db.database.as(db.organisation, (own) => addUnit(own, { code, name: `Named ${code}`, kind: 'ward', parent: root }))

describe('a person', () => {
  test('is added by whoever acts, and the history says so', async () => {
    await visitor.post('/people', { name: 'Robin Vale', email: 'robin@example.org', job: 'matron', unit: root })
    const list = await visitor.get('/people')
    const address = /href="(\/people\/[^"]+)">Robin Vale/.exec(list.html)![1]!
    expect((await visitor.get(address)).text).toMatch(/Added .*Ada Placeholder/)
  })

  test('changes name, address, job and unit, and what it was stays in the history', async () => {
    const [bo, ward] = [await aPerson('bo'), await aUnit('WARD')]
    const typed = { name: 'Bo Marsh', email: 'bo.marsh@example.org', job: 'sister', unit: ward }
    const page = await visitor.post(`/people/${bo}/edit`, typed)
    expect(page.text).toContain('sister, Named WARD, bo.marsh@example.org')
    expect(page.text).toContain('Unit: Test Trust became Named WARD')
    expect(page.text).toContain('Name: bo became Bo Marsh')
    expect(page.html).toContain('Undo this change')
  })

  const refused = [
    { name: 'an address that somebody has', change: { email: 'ADA@example.org' }, says: 'Ada Placeholder has this' },
    { name: 'no address', change: { email: 'ada' }, says: 'Type an address' },
    { name: 'no name', change: { name: '' }, says: 'Type a name' },
    { name: 'no unit', change: { unit: '' }, says: 'Choose the unit' },
    { name: 'an NHS number as the job', change: { job: '999 000 0018' }, says: 'NHS number' },
  ]
  test.each(refused)('with $name is sent back', async ({ name, change, says }) => {
    const id = await aPerson(name.replaceAll(' ', '-'))
    const typed = { name: 'Cat', email: 'cat@example.org', job: '', unit: root, ...change }
    const page = await visitor.post(`/people/${id}/edit`, typed as never)
    expect(page.status).toBe(400)
    expect(page.text).toContain(says)
    expect(page.html).not.toContain('999 000 0018')
  })

  test('is withdrawn and brought back; nobody acts as them meanwhile', async () => {
    const dee = await aPerson('dee')
    expect((await visitor.get(`/people/${dee}/withdraw`)).text).toContain('Withdraw dee?')
    expect((await visitor.post(`/people/${dee}/withdraw`, {})).text).toContain('Nobody can act as them')
    expect((await visitor.get('/acting-as')).html).not.toContain(dee)
    expect((await visitor.get('/people')).text).toMatch(/Withdrawn .*dee/)
    expect((await visitor.post(`/people/${dee}/withdraw`, {})).status).toBe(409)
    expect((await visitor.post(`/people/${dee}/bring-back`, {})).text).toContain('Brought back')
    expect((await visitor.get('/acting-as')).html).toContain(dee)
  })

  test('whose unit was withdrawn is brought back after it', async () => {
    const ward = await aUnit('GONE')
    const eve = await aPerson('eve', ward)
    await visitor.post(`/people/${eve}/withdraw`, {})
    await visitor.post(`/units/${ward}/withdraw`, {})
    const page = await visitor.post(`/people/${eve}/bring-back`, {})
    expect([page.status, page.text]).toEqual([
      409,
      expect.stringContaining('Named GONE, was withdrawn. Bring that back'),
    ])
  })
})
