import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyDatabase } from '#test/support/database.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'

let db: Awaited<ReturnType<typeof emptyDatabase>>
let visitor: Visitor
beforeAll(async () => {
  db = await emptyDatabase()
  visitor = await aVisitor(db.database)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const BEGINNING = {
  organisation: 'Leafield Hospitals',
  code: 'rxz',
  name: 'Avery Stone',
  email: 'avery@example.org',
  job: 'analyst',
}

describe('an empty installation', () => {
  test('leads every page to the first one', async () => {
    expect((await visitor.get('/measures')).path).toBe('/begin')
  })

  test('says all that is missing at once, each a link to its field', async () => {
    const page = await visitor.post('/begin', { ...BEGINNING, organisation: ' ', email: 'avery' })
    expect(page.status).toBe(400)
    expect(page.html).toContain('href="#organisation"')
    expect(page.html).toContain('href="#email"')
    expect(page.html).toContain('value="Avery Stone"')
  })

  test('refuses an NHS number as a name', async () => {
    expect((await visitor.post('/begin', { ...BEGINNING, name: 'Pat 999 000 0018' })).text).toContain('NHS number')
  })

  test('begins with the organisation, its root unit, and whoever made it', async () => {
    expect((await visitor.post('/begin', BEGINNING)).path).toBe('/')
    expect((await visitor.get('/units')).text).toContain('Organisation, RXZ')
    expect((await visitor.get('/people')).text).toContain('Avery Stone')
    expect((await visitor.get('/begin')).path).toBe('/')
  })
})

test('of two who begin in the same moment one begins, and the other is led home', async () => {
  const two = await emptyDatabase()
  const visitors = await Promise.all([aVisitor(two.database), aVisitor(two.database)])
  const pages = await Promise.all(
    visitors.map((one, place) => one.post('/begin', { ...BEGINNING, name: `Person ${place}`, code: `RX${place}` })),
  )
  expect(pages.map(({ path, status }) => [path, status])).toEqual(Array(2).fill(['/', 200]))
  const acting = await Promise.all(visitors.map(async (one) => (await one.get('/')).html.includes('Acting as')))
  expect(acting.filter(Boolean)).toHaveLength(1)
  const people = (await visitors[0]!.get('/people')).text
  expect(people.match(/Person \d/g)).toHaveLength(1)
  await Promise.all(visitors.map((one) => one.close()))
  await two.close()
})

describe('units', () => {
  test('grow below each other', async () => {
    const form = await visitor.get('/units')
    const root = /<option value="([^"]+)"[^>]*>Leafield/.exec(form.html)![1]!
    const site = await visitor.post('/units', { name: 'North site', code: 'NORTH', kind: 'site', parent: root })
    const north = /<option value="([^"]+)"[^>]*>– North/.exec(site.html)![1]!
    const ward = await visitor.post('/units', { name: 'Ward 12', code: 'W12', kind: 'ward', parent: north })
    expect(ward.text).toContain('Leafield Hospitals and its 2 units')
    expect(ward.html).toContain('– – Ward 12')
  })

  test('with a code that is there are sent back', async () => {
    const root = /<option value="([^"]+)"[^>]*>Leafield/.exec((await visitor.get('/units')).html)![1]!
    const page = await visitor.post('/units', { name: 'Ward twelve', code: 'w12', kind: 'ward', parent: root })
    expect(page.status).toBe(400)
    expect(page.text).toContain('Choose another code')
  })
})

describe('whom one acts as', () => {
  test('is chosen among the people, and stands on every page', async () => {
    const unit = /<option value="([^"]+)"[^>]*>Leafield/.exec((await visitor.get('/people')).html)![1]!
    await visitor.post('/people', { name: 'Robin Vale', email: 'robin@example.org', job: 'matron', unit })
    const form = await visitor.get('/acting-as?back=/imports')
    const robin = [...form.html.matchAll(/value="([^"]+)"[^>]*\/>\s*<span>Robin/g)][0]![1]!
    const page = await visitor.post('/acting-as', { person: robin, back: '/imports' })
    expect(page.path).toBe('/imports')
    expect(page.html).toContain('Acting as Robin Vale')
  })
})

test('before a national file there are no peers, and the page says how they come', async () => {
  expect((await visitor.get('/peers')).text).toContain(
    'every provider in it that is not Leafield Hospitals becomes a peer',
  )
})
