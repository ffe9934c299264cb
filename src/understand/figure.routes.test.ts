import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import { checkDefinition } from '#understand/measure.ts'
import { type Day, periodOfDay, today } from '#understand/period.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'
import { typeFigure } from '#understand/typedFigure.store.ts'

const MONTHLY = { kind: 'month' } as const
/** The month that has begun: no figure can be typed for a later one. */
const NOW = periodOfDay(today() as Day, MONTHLY)

let db: TestDatabase
let visitor: Visitor
let by: PersonId
beforeAll(async () => {
  db = await testDatabase()
  const person = { name: 'Avery Stone', email: 'avery@example.org', job: 'analyst' }
  by = await db.database.as(db.organisation, async (own) => addPerson(own, { ...person, unit: await rootUnit(own) }))
  visitor = await aVisitor(db.database)
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

/** A measure with a steady series of its own: 24 months of 10 to 14, the last one three months ago. */
async function aSeries(code: string): Promise<string> {
  const outcome = checkDefinition({
    code,
    name: `Falls of ${code}`,
    kind: 'count',
    period: 'month',
    numerator: 'Falls',
    decimals: 0,
  })
  if (!('definition' in outcome)) throw new Error('no definition')
  const { definition } = outcome
  return db.database.as(db.organisation, async (own) => {
    await saveMeasure(own, definition, { by, reason: '' })
    for (let month = 0; month < 24; month++) {
      const figure = {
        period: NOW - 26 + month,
        numerator: 10 + (month % 5),
        denominator: null,
        spread: null,
        provisional: false,
      }
      await typeFigure(own, {
        definition,
        holder: { kind: 'unit', code: 'TST', name: 'Test Trust' },
        stratum: '',
        figure,
        sameDay: [],
        by,
      })
    }
    return (await listSummaries(own, { measure: code }))[0]!.id
  })
}

const latest = async (series: string) => {
  const { observations } = await db.database.as(db.organisation, (own) => findSeries(own, series as never))
  return { period: observations.periods.at(-1)!, value: observations.numerators.at(-1)! }
}

describe('the next figure of a series', () => {
  test('stands ready: the last month that is over without one, and what was known last', async () => {
    const page = await visitor.get(`/series/${await aSeries('ready')}/figure`)
    expect(page.html).toContain(`name="period" value="${NOW - 1}"`)
    expect(page.html).toMatch(/<input type="checkbox" name="provisional" value="yes"\/>/)
    expect(page.text).toContain('last: 13 in')
    expect((await visitor.get(`${page.path}?choose=period`)).html).toContain('<select')
  })

  test('is provisional of itself only while its month runs', async () => {
    const series = await aSeries('running')
    for (const period of [NOW - 1, NOW - 2])
      await visitor.post(`/series/${series}/figure`, { period: String(period), numerator: '12' })
    const page = await visitor.get(`/series/${series}/figure`)
    expect(page.html).toContain(`name="period" value="${NOW}"`)
    expect(page.html).toContain('name="provisional" checked=""')
    expect(page.text).toContain('is not over yet')
  })

  test('is saved, says what it did, and is taken back', async () => {
    const series = await aSeries('saved')
    const saved = await visitor.post(`/series/${series}/figure`, { period: String(NOW - 2), numerator: '12' })
    expect(saved.text).toMatch(/^Saved Falls of saved 12 in/)
    expect(await latest(series)).toEqual({ period: NOW - 2, value: 12 })

    const importId = /name="import" value="([^"]+)"/.exec(saved.html)![1]!
    await visitor.post(`/series/${series}/figure/take-back`, { import: importId })
    expect(await latest(series)).toEqual({ period: NOW - 3, value: 13 })
    expect((await visitor.get('/imports')).text).toContain('Taken back')
  })

  test('restates the one that is known for the period', async () => {
    const series = await aSeries('restated')
    const saved = await visitor.post(`/series/${series}/figure`, {
      period: String(NOW - 3),
      numerator: '11',
      provisional: 'yes',
    })
    expect(saved.text).toContain('It was 13 before.')
  })

  test('that the limits do not expect is asked about once, and again when it is changed', async () => {
    const series = await aSeries('doubted')
    const typed = { period: String(NOW - 2), numerator: '120' }
    const asked = await visitor.post(`/series/${series}/figure`, typed)
    expect(asked.text).toContain('Is that right? 120 is above the upper limit of')
    expect(await latest(series)).toMatchObject({ value: 13 })

    const confirmed = /name="confirmed" value="([^"]+)"/.exec(asked.html)![1]!
    const again = await visitor.post(`/series/${series}/figure`, { ...typed, numerator: '130', confirmed })
    expect(again.text).toContain('130 is above the upper limit')
    const saved = await visitor.post(`/series/${series}/figure`, { ...typed, confirmed })
    expect(saved.text).toContain('Saved')
    expect(await latest(series)).toMatchObject({ value: 120 })
  })

  test('that cannot be is sent back with what was typed', async () => {
    const page = await visitor.post(`/series/${await aSeries('refused')}/figure`, {
      period: String(NOW - 2),
      numerator: '1O4',
    })
    expect(page.status).toBe(400)
    expect(page.text).toContain('Nothing is saved yet')
    expect(page.html).toContain('value="1O4"')
    expect(page.html).toContain('href="#numerator"')
  })

  test('of a month to come is refused', async () => {
    const page = await visitor.post(`/series/${await aSeries('early')}/figure`, {
      period: String(NOW + 1),
      numerator: '4',
    })
    expect(page.text).toContain('This month is still to come')
  })
})

test('the first figure of a measure makes its series; taken back, the series goes and the measure stays', async () => {
  await visitor.post('/measures/new', {
    name: 'Swabs left',
    kind: 'rareEvent',
    period: 'event',
    decimals: '0',
    better: 'higher',
    weekEnds: '0',
  })
  const form = await visitor.get('/measures/swabs-left/figure')
  expect(form.text).toContain('When it happened')
  const unit = /<option value="([^"]+)"/.exec(form.html)![1]!
  expect((await visitor.post(form.path, { unit: '', date: '' })).text).toContain('Choose the unit')

  const saved = await visitor.post(form.path, { unit, date: '2026-02-03' })
  expect(saved.text).toContain('on 3 February 2026')
  const importId = /name="import" value="([^"]+)"/.exec(saved.html)![1]!
  const back = await visitor.post(saved.path.replace(/figure\/.*$/, 'figure/take-back'), { import: importId })
  expect(back.path).toBe('/measures/swabs-left')
  expect(back.text).toContain('No figures yet')
})
