import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { readPack } from '#understand/measurePack.ts'

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

const FALLS = {
  name: 'Falls with harm',
  area: 'Safety',
  kind: 'rate',
  numerator: 'Falls with harm',
  denominator: 'Occupied bed days',
  period: 'month',
  weekEnds: '0',
  decimals: '2',
  better: 'lower',
  'targets.0.value': '0.6',
}
const CODE = 'falls-with-harm'

test('before there is a measure, the page says what to do first', async () => {
  expect((await visitor.get('/measures')).text).toContain('Nothing is measured yet.')
})

describe('a measure', () => {
  test('is defined on one page; what is left empty is as usual for its kind', async () => {
    const page = await visitor.post('/measures/new', FALLS)
    expect(page.path).toBe(`/measures/${CODE}`)
    expect(page.text).toContain('version 1, lower is better')
    expect(page.text).toContain('Chart XmR (individuals)')
    expect((await visitor.get('/measures')).text).toContain('Safety')
  })

  test('with a code that is there is sent back', async () => {
    const page = await visitor.post('/measures/new', FALLS)
    expect(page.status).toBe(400)
    expect(page.text).toContain(`There is a measure “${CODE}” already`)
  })

  const refused = [
    { name: 'without a name', change: { name: '' }, says: 'Give the measure a name' },
    {
      name: 'with a chart that does not suit',
      change: { code: 'x', chart: 't' },
      says: 'does not suit a measure of this kind',
    },
    {
      name: 'with a target that is no number',
      change: { code: 'x', 'targets.0.value': 'low' },
      says: 'Write the target as a number',
    },
    { name: 'with an NHS number in it', change: { code: 'x', why: 'See 999 000 0018' }, says: 'NHS number' },
    { name: 'called “new”', change: { code: 'new' }, says: 'Choose another code' },
  ]
  for (const { name, change, says } of refused) {
    test(`${name} is sent back with what was typed`, async () => {
      const page = await visitor.post('/measures/new', { ...FALLS, ...change })
      expect(page.status).toBe(400)
      expect(page.text).toContain(says)
      expect(page.html).toContain('value="Occupied bed days"')
    })
  }

  test('sent empty says every field that is missing, each with what to do and a link to it', async () => {
    const page = await visitor.post('/measures/new', {})
    expect(page.status).toBe(400)
    const said = {
      name: 'Give the measure a name',
      code: 'Type a name, and the code is made from it',
      kind: 'Choose one of',
    }
    for (const [field, remedy] of Object.entries({ ...said, period: 'Choose one of', better: 'Choose higher' }))
      expect(page.html).toMatch(new RegExp(`<a href="#${field}">${remedy}`))
  })

  test('without a name and out of what says both at once', async () => {
    const page = await visitor.post('/measures/new', { ...FALLS, name: '', denominator: '', period: 'event' })
    expect(page.text).toContain('Give the measure a name')
    expect(page.text).toContain('Say out of what it is counted')
    expect(page.text).toContain('Choose day, week, month, quarter or year')
  })

  test('may change its words at once', async () => {
    const page = await visitor.post(`/measures/${CODE}/edit`, { ...FALLS, area: 'Harm', reason: 'As the board says' })
    expect(page.text).toContain('version 2')
    expect(page.text).toContain('As the board says')
    expect(page.text).toContain('Area: Safety became Harm')
    expect(page.text).not.toContain('It changed what is counted')
  })

  test('says before it is saved that something else would be counted, and asks why', async () => {
    const changed = { ...FALLS, area: 'Harm', denominator: 'Admissions' }
    const asked = await visitor.post(`/measures/${CODE}/edit`, { ...changed, reason: '' })
    expect(asked.text).toContain('This changes what is counted')
    const without = await visitor.post(`/measures/${CODE}/edit`, { ...changed, reason: '', confirmed: 'yes' })
    expect(without.text).toContain('Say why what is counted changes')
    expect((await visitor.get(`/measures/${CODE}`)).text).toContain('version 2')

    const saved = await visitor.post(`/measures/${CODE}/edit`, { ...changed, reason: 'Stays differ', confirmed: 'yes' })
    expect(saved.text).toContain('version 3')
    expect(saved.text).toContain('It changed what is counted.')
    expect(saved.text).toContain('Avery Stone')
  })

  test('with figures stays of its kind: the form comes back and says what to do instead', async () => {
    const own = aMeasure({ code: 'slips', name: 'Slips' })
    await db.database.as(db.organisation, (work) => takeInFigures(work, [own], [{ measure: 'slips', values: [3, 4] }]))
    const changed = {
      name: 'Slips',
      kind: 'proportion',
      denominator: 'Days',
      period: 'month',
      weekEnds: '0',
      decimals: '0',
    }
    const page = await visitor.post('/measures/slips/edit', {
      ...changed,
      better: 'lower',
      reason: 'x',
      confirmed: 'yes',
    })
    expect(page.status).toBe(400)
    expect(page.text).toContain('“Slips” has figures by “Count”, and they cannot be read as “Proportion”.')
    expect((await visitor.get('/measures/slips')).text).toContain('version 1')
  })

  test('is downloaded as a pack that reads back as itself', async () => {
    const { html } = await visitor.get(`/measures/${CODE}/pack.yaml`)
    expect(readPack(html, 'falls.yaml')).toMatchObject({ definitions: [{ code: CODE, denominator: 'Admissions' }] })
    expect((await visitor.get('/measures/pack.yaml')).html).toContain('code: falls-with-harm')
  })
})

test('a measure that is not there is said to be so', async () => {
  expect((await visitor.get('/measures/nothing')).status).toBe(404)
})
