import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, JANUARY_2024, STEADY, type TestSeries, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { BLOCK } from '#understand/blocks.ts'
import { funnelFigures, funnelHolders } from '#understand/funnel.store.ts'
import { findMeasure } from '#understand/measure.store.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor

/** Longer than two rows of the table of observations. */
const LONG = 2 * BLOCK + 7
const FROM = JANUARY_2024 - LONG + 1
const PEERS = ['RA1', 'RB2', 'RC3', 'RD4', 'RE5']

const seen = (holder: string, share: number, length = LONG): TestSeries => ({
  measure: 'seen',
  holder,
  from: FROM + LONG - length,
  values: Array.from({ length }, (_, i) => Math.round(1000 * share) + (i % 7)),
  denominators: Array.from({ length }, () => 1000),
})

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  await db.database.as(db.organisation, async (own) => {
    const SEEN = aMeasure({
      code: 'seen',
      name: 'Seen in time',
      kind: 'proportion',
      denominator: 'All who came',
      decimals: 1,
    })
    const late = {
      ...seen('RZ9', 0.8),
      values: Array.from({ length: LONG }, (_, i) => (i === LONG - 1 ? Number.NaN : 800)),
    }
    await takeInFigures(
      own,
      [SEEN, aMeasure({ code: 'count' }), aMeasure({ code: 'alone', kind: 'rate', denominator: 'days' })],
      [
        seen('TST', 0.6),
        ...PEERS.map((holder, i) => seen(holder, 0.8 + i / 500, 20 + i)),
        late,
        { measure: 'count', values: STEADY },
        { measure: 'alone', values: STEADY, denominators: STEADY.map(() => 100) },
      ],
    )
  })
})
afterAll(async () => {
  await visitor.close()
  await db.close()
})

const inside = <Result>(work: Parameters<typeof db.database.as<Result>>[1]) => db.database.as(db.organisation, work)

test('the measure leads to it, and it begins with what it says', async () => {
  expect((await visitor.get('/measures/seen')).html).toContain('href="/measures/seen/funnel"')
  const { text, html } = await visitor.get('/measures/seen/funnel')
  expect(text).toMatch(/providers? lies? outside what chance explains about/)
  expect(text).toContain('January 2024')
  expect(text).toContain('Test Trust: 60.0%. We lie below the lower limit')
  expect(text).toContain('no league table')
  for (const size of ['desk', 'phone', 'print']) expect(html).toContain(`class="gt-figure__${size}"`)
  expect(html.match(/<svg [^>]*role="img"/g)).toHaveLength(3)
  expect(html.match(/<th scope="row"><a href="\/series\//g)).toHaveLength(6)
})

test('our own stand first, then the others by name', async () => {
  const { text } = await visitor.get('/measures/seen/funnel?limits=chance')
  const places = ['Test Trust', ...PEERS.map((code) => `Named ${code}`)].map((name) => text.lastIndexOf(`${name} `))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('who has no figure of the period is named, and not compared', async () => {
  const { text } = await visitor.get('/measures/seen/funnel')
  expect(text).toContain('No figure for Jan 2024: hidden because it is small, or not brought yet. Named RZ9')
})

test('any period of the history is read where it stands, and no other', async () => {
  const { id } = await inside((own) => findMeasure(own, 'seen'))
  const holders = await inside((own) => funnelHolders(own, id))
  const [summary] = await inside((own) => listSummaries(own, { measure: 'seen' }))
  const { observations } = await inside((own) => findSeries(own, summary!.id))
  for (const at of [0, BLOCK - 1, BLOCK, 2 * BLOCK - 1, 2 * BLOCK, LONG - 1]) {
    const figures = await inside((own) => funnelFigures(own, holders, FROM + at))
    expect(figures.get(summary!.id)).toMatchObject({ numerator: observations.numerators[at], denominator: 1000 })
  }
  for (const outside of [FROM - 1, FROM + LONG]) {
    const figure = (await inside((own) => funnelFigures(own, holders, outside))).get(summary!.id)
    expect(figure?.numerator ?? Number.NaN).toBeNaN()
  }
})

test('period and limits stand in the address', async () => {
  const { text, html } = await visitor.get(`/measures/seen/funnel?period=${FROM + LONG - 3}&limits=chance`)
  expect(text).toContain('November 2023')
  expect(html).toMatch(/<option value="chance" selected/)
  const long = await visitor.get(`/measures/seen/funnel?period=${FROM}`)
  expect(long.text).toContain('Not compared')
  expect((await visitor.get('/measures/seen/funnel?period=June&limits=wide&who=me')).status).toBe(200)
})

test.each([
  ['a kind that says nothing of chance', 'count', 'Only shares, rates and standardised ratios'],
  ['one unit alone', 'alone', 'At least two of our units'],
])('of %s there is none, and the page says why', async (_, code, says) => {
  const page = await visitor.get(`/measures/${code}/funnel`)
  expect(page.text).toContain(says)
  expect((await visitor.get(`/measures/${code}`)).html).not.toContain('/funnel"')
})
