import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ownAddress } from '#organisation/actingAs.ts'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { withdrawPerson } from '#organisation/personChange.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestSite, testSite, textOf } from '#test/support/app.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let site: TestSite
let visitor: Visitor
let ada: PersonId
let series: string
beforeAll(async () => {
  db = await testDatabase()
  site = testSite(db.database)
  await db.database.as(db.organisation, async (own) => {
    const unit = await rootUnit(own)
    ada = await addPerson(own, { name: 'Ada Placeholder', email: 'ada@example.org', unit, job: 'analyst' })
    await addPerson(own, { name: 'Bryn Specimen', email: 'bryn@example.org', unit, job: '' })
    await takeInFigures(own, [aMeasure({ code: 'falls' })], [{ measure: 'falls', values: STEADY }], ada)
    series = (await listSummaries(own))[0]!.id
  })
})
afterAll(async () => {
  await site.close()
  await db.close()
})

const led = (answer: Response) => [answer.status, answer.headers.get('location')]

describe('before one has chosen whom one acts as', () => {
  const read = ['/', '/overview', '/measures', '/measures/falls', '/imports', '/units', '/people', '/series/ID']
  test.each(read)('%s can be read, and its head says that one can choose', async (path) => {
    const answer = await site.get(path.replace('ID', series))
    expect(answer.status).toBe(200)
    const html = await answer.text()
    const back = encodeURIComponent(path.replace('ID', series))
    expect(html).toContain(`href="/acting-as?back=${back}">Choose whom you act as</a>`)
    expect(textOf(html)).not.toContain('Acting as')
  })

  const forms = [
    '/imports/new',
    '/measures/new',
    '/measures/falls/edit',
    '/measures/falls/figure',
    '/measures/packs/new',
    '/series/ID/figure?choose=period',
    '/series/ID/limits?start=24300',
    '/series/ID/notes',
    '/units/UNIT/edit',
    '/units/UNIT/withdraw',
    '/people/PERSON/edit',
    '/people/PERSON/withdraw',
  ]
  test.each(forms)('the form at %s leads to choosing, and back', async (path) => {
    const unit = await db.database.as(db.organisation, rootUnit)
    const address = path.replace('ID', series).replace('UNIT', unit).replace('PERSON', ada)
    expect(led(await site.get(address))).toEqual([303, `/acting-as?back=${encodeURIComponent(address)}`])
    const chosen = await site.post('/acting-as', { person: ada, back: address })
    expect(led(chosen)).toEqual([303, address])
  })

  const sent = ['/units', '/people', '/imports/new', '/measures/new', '/series/ID/notes', '/series/ID/limits/keep']
  test.each(sent)('a form sent to %s changes nothing, and leads to choosing', async (path) => {
    const fields = { name: 'Ward', code: 'W1', kind: 'ward', text: 'x', period: '24300' }
    const referer = 'http://localhost/series/1?all=yes'
    const answer = await site.post(path.replace('ID', series), fields, { referer })
    expect(led(answer)).toEqual([303, `/acting-as?back=${encodeURIComponent('/series/1?all=yes')}`])
    const elsewhere = await site.post(path.replace('ID', series), fields, { referer: 'https://elsewhere.example/x' })
    expect(led(elsewhere)).toEqual([303, '/acting-as?back=%2F'])
  })

  test('pages for reading have a link in place of their forms', async () => {
    expect(textOf(await (await site.get('/units')).text())).toContain('Choose whom you act as to add or change a unit')
    expect(textOf(await (await site.get('/people')).text())).not.toContain('Add a person')
  })
})

describe('choosing', () => {
  test('begins with nobody, and sends back a form without a choice', async () => {
    const page = await (await site.get('/acting-as?back=/imports')).text()
    expect(page.match(/type="radio"/g)).toHaveLength(2)
    expect(page).not.toContain('checked')
    const answer = await site.post('/acting-as', { back: '/imports' })
    expect(answer.status).toBe(400)
    const html = await answer.text()
    expect(html).toContain('<a href="#person">Choose one of the people</a>')
    expect(html).toContain('name="back" value="/imports"')
  })

  test('is remembered', async () => {
    const cookie = (await site.post('/acting-as', { person: ada, back: '/' })).headers.get('set-cookie')!
    const page = await site.get('/units', { cookie: cookie.split(';')[0]! })
    expect(textOf(await page.text())).toContain('Acting as Ada Placeholder')
  })

  test('is remembered apart from that of another installation on this computer', async () => {
    const choose = await site.post('/acting-as', { person: ada, back: '/' }, { host: 'localhost:3001' })
    expect(choose.headers.get('set-cookie')).toMatch(/^acting-as-3001=/)
  })

  test('of somebody who is not there is sent back', async () => {
    expect((await site.post('/acting-as', { person: 'nobody', back: '/' })).status).toBe(400)
    expect((await site.post('/acting-as', { person: db.organisation, back: '/' })).status).toBe(400)
  })

  test('whoever is not in the list adds themselves, acts as themselves at once, and is back', async () => {
    visitor = await aVisitor(db.database)
    const form = await visitor.get('/acting-as/new?back=/imports')
    const unit = /<option value="([^"]+)"/.exec(form.html)![1]!
    expect((await visitor.post('/acting-as/new', { name: '', email: 'c', unit, job: '', back: '/' })).status).toBe(400)
    const typed = { name: 'Cat Trial', email: 'cat@example.org', unit, job: 'nurse', back: '/imports' }
    const page = await visitor.post('/acting-as/new', typed)
    expect(page.path).toBe('/imports')
    expect(page.html).toContain('Acting as Cat Trial')
    await visitor.close()
  })

  test('ends when the person is withdrawn', async () => {
    const bea = await db.database.as(db.organisation, async (own) => {
      const unit = await rootUnit(own)
      const id = await addPerson(own, { name: 'Bea Gone', email: 'bea@example.org', unit, job: '' })
      await withdrawPerson(own, id, ada)
      return id
    })
    expect(textOf(await (await site.get('/', { cookie: `acting-as=${bea}` })).text())).not.toContain('Acting as')
    expect((await site.post('/acting-as', { person: bea, back: '/' })).status).toBe(400)
  })
})

describe('the address that one is led back to', () => {
  const addresses = [
    ['/imports/new', '/imports/new'],
    ['/overview?holder=all&search=before+noon', '/overview?holder=all&search=before+noon'],
    ['//elsewhere.example', '/'],
    ['/\\elsewhere.example', '/'],
    ['/..//elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['https://elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['/overview?search=999+000+0018', '/overview'],
    ['', '/'],
  ] as const
  test.each(addresses)('“%s” is %s', (asked, leads) => expect(ownAddress(asked)).toBe(leads))

  test('never leads to another site, whatever is asked', () => {
    const parts = fc.constantFrom(
      '/',
      '\\',
      '.',
      '..',
      '\t',
      '\n',
      '@',
      ':',
      '?',
      '#',
      'http:',
      'elsewhere.example',
      '%2f',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (words) => {
        const led = new URL(ownAddress(words.join('')), 'http://localhost')
        expect(led.origin).toBe('http://localhost')
      }),
    )
  })
})
