import { ENGINE_VERSION } from '@golden-thread/spc'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { listImports } from '#understand/imports.store.ts'
import { measureHistory, saveMeasure } from '#understand/measure.store.ts'
import { checkDefinition, type MeasureDefinition } from '#understand/measure.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { rejudgeByThisEngine } from '#understand/rejudge.store.ts'
import { chartOf } from '#understand/series.chart.ts'
import { addPhase, declinePhase, findSeries, listSummaries } from '#understand/series.store.ts'
import { takeBackImport } from '#understand/takeBack.store.ts'
import { typeFigure } from '#understand/typedFigure.store.ts'

let db: TestDatabase
let by: PersonId
beforeAll(async () => {
  db = await testDatabase()
  by = await inside(async (work) =>
    addPerson(work, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(work), job: 'Analyst' }),
  )
})
afterAll(() => db.close())

const inside = <Result>(work: (organisationDb: OrganisationDb) => Promise<Result>) =>
  db.database.as(db.organisation, work)

const MONTH = 2026 * 12

/** A measure with fifteen months of figures, 10 to 12 falls each. */
async function measureWithFigures(code: string): Promise<MeasureDefinition> {
  const outcome = checkDefinition({ code, name: 'Falls', kind: 'count', period: 'month', better: 'lower', decimals: 0 })
  if ('faults' in outcome) throw new Error(JSON.stringify(outcome.faults))
  const { definition } = outcome
  await inside(async (work) => {
    await saveMeasure(work, definition, { by, reason: 'First' })
    const holder = { kind: 'unit', code: 'TST', name: 'Test Trust' } as const
    for (let i = 0; i < 15; i++) {
      const figure = { period: MONTH + i, numerator: 10 + (i % 3), denominator: null, spread: null, provisional: false }
      await typeFigure(work, { definition, holder, stratum: '', figure, sameDay: [], by })
    }
  })
  return definition
}

async function seriesOf(code: string) {
  const [summary] = await inside((work) => listSummaries(work, { measure: code }))
  return { summary: summary!, view: await inside((work) => findSeries(work, summary!.id)) }
}

test('a new target judges the series at once, and proposes no new limits', async () => {
  const definition = await measureWithFigures('target')
  expect((await seriesOf('target')).summary.assurance).toBe('none')
  const changed = { ...definition, targets: [{ from: null, value: 5 }] }
  await inside((work) => changeMeasure(work, changed, { by, reason: 'Agreed by the board' }))
  const { summary, view } = await seriesOf('target')
  expect(summary).toMatchObject({ assurance: 'misses', target: 5 })
  expect(view).toMatchObject({ definitionVersion: 2, proposedPhase: null })
})

test('what is counted otherwise proposes new limits, until a person makes or declines them', async () => {
  for (const answer of ['accepted', 'declined'] as const) {
    const definition = await measureWithFigures(answer)
    const changed = { ...definition, numerator: 'Falls, near falls too' }
    await inside((work) => changeMeasure(work, changed, { by, reason: 'Near falls count too' }))
    const { view } = await seriesOf(answer)
    expect(view.proposedPhase).toMatchObject({ version: 2, why: 'Near falls count too' })
    expect(view.countChanges).toMatchObject([{ version: 2, isDeclined: false }])
    expect(chartOf(view).stamp).toContain('an earlier one before')
    const { start, version } = view.proposedPhase!
    await inside((work) =>
      answer === 'accepted'
        ? addPhase(work, view.id, { start, baseline: null, reason: 'Counted otherwise', by })
        : declinePhase(work, view.id, { version, reason: 'Too few to matter', by }),
    )
    expect((await seriesOf(answer)).view.proposedPhase).toBeNull()
  }
})

test('the same definition again is no new version', async () => {
  const definition = await measureWithFigures('same')
  await inside((work) => changeMeasure(work, { ...definition }, { by, reason: 'Again' }))
  expect(await inside((work) => measureHistory(work, 'same'))).toHaveLength(1)
})

const otherReadings = [
  { name: 'figures by month cannot become figures by week', change: { period: 'week' }, field: 'period' },
  { name: 'counts cannot become averages', change: { kind: 'average' }, field: 'kind' },
] as const
for (const { name, change, field } of otherReadings) {
  test(`${name}, unless their imports were taken back`, async () => {
    const definition = await measureWithFigures(`other-${field}`)
    const changed = { ...definition, ...change }
    const attempt = () => inside((work) => changeMeasure(work, changed, { by, reason: 'Finer' }))
    await expect(attempt()).rejects.toMatchObject({
      code: 'invalid',
      fields: { [field]: expect.stringContaining('code') },
    })

    const imports = (await inside((work) => listImports(work))).filter(({ state }) => state === 'accepted')
    await inside(async (work) => {
      for (const { id } of imports) await takeBackImport(work, id, by)
    })
    await attempt()
  })
}

test('what was said before stays on record, with the version of the definition and of the statistics that said it', async () => {
  const definition = await measureWithFigures('on-record')
  const changed = { ...definition, targets: [{ from: null, value: 5 }] }
  await inside((work) => changeMeasure(work, changed, { by, reason: 'Agreed by the board' }))
  const { view } = await seriesOf('on-record')
  expect(view.known[0]).toMatchObject({
    importId: null,
    because: 'definition',
    definitionVersion: 2,
    assurance: 'misses',
    periods: [],
  })
  expect(view.known[1]).toMatchObject({ because: null, definitionVersion: 1, assurance: 'none' })
})

test('series that an earlier engine judged are judged by this one, and the log says so', async () => {
  await measureWithFigures('earlier')
  const { view } = await seriesOf('earlier')
  await inside(async (work) => {
    await sql`UPDATE series_state SET engine = '0.0.1', variation = 'improvingHigh' WHERE series_id = ${view.id}`.execute(
      work,
    )
  })
  expect(await inside(rejudgeByThisEngine)).toBe(1)
  const after = await seriesOf('earlier')
  expect(after.summary.variation).toBe('commonCause')
  expect(after.view.known[0]).toMatchObject({ because: 'engine', engine: ENGINE_VERSION, by: '' })
  expect(await inside(rejudgeByThisEngine)).toBe(0)
})
