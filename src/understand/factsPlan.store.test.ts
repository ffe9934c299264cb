import { afterAll, beforeAll, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addUnit } from '#organisation/unit.store.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure } from '#test/support/figures.ts'
import { planFacts } from '#understand/factsPlan.store.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
  await inside(async (own) => {
    for (const measure of [FALLS, WAIT]) await saveMeasure(own, measure, { by: null, reason: 'for a test' })
    await addUnit(own, { code: 'WARD-9', name: 'Ward 9', kind: 'ward', parent: await rootUnit(own) })
  })
})
afterAll(() => db.close())

const inside = <Result>(work: Parameters<TestDatabase['database']['as']>[1]) =>
  db.database.as(db.organisation, work) as Promise<Result>

const FALLS = aMeasure({ code: 'falls', name: 'Falls' })
const WAIT = aMeasure({ code: 'wait', name: 'Wait', kind: 'published', multiplier: 100 })

/** One figure of a measure, as a file gives it. */
function factsOf(measure: MeasureDefinition, holder = 'TST'): FileFacts {
  const figures = {
    periods: [2024 * 12],
    numerators: Float64Array.of(4),
    denominators: Float64Array.of(9),
    spreads: null,
  }
  return {
    series: [{ measure: measure.code, holder, stratum: '', ...figures, provisional: [false] }],
    measures: [measure],
    holders: [{ code: holder, name: '', as: 'unit' }],
    faults: [],
    leftOut: [],
    rows: 1,
  }
}

const plan = (facts: FileFacts) => inside<Awaited<ReturnType<typeof planFacts>>>((own) => planFacts(own, facts))

const others: readonly [name: string, given: MeasureDefinition, says: string][] = [
  [
    'of another kind',
    { ...FALLS, kind: 'proportion' },
    '“Falls” is kept as “Count”, and the file gives it as “Proportion”',
  ],
  ['by another period', { ...FALLS, period: 'quarter' }, '“Falls” is kept by month, and the file gives it by quarter'],
  [
    'by another multiplier',
    { ...WAIT, multiplier: 1 },
    '“Wait” is shown × 100, and the file’s figures are to be shown × 1',
  ],
]
test.each(others)('figures %s than their measure’s are refused in a sentence', async (_, given, says) => {
  await expect(plan(factsOf(given))).rejects.toThrow(says)
})

test.each(['WARD-9', 'Ward-9', 'ward-9'])('“%s” is our unit of that code, however a file writes it', async (code) => {
  const { holders } = await plan(factsOf(FALLS, code))
  expect(holders.get(code)).toMatchObject({ as: 'unit', id: expect.any(String) })
})
