import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listPeers, listUnits } from '#organisation/unit.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { ImportId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { acceptImport, previewImport } from '#understand/acceptance.store.ts'
import { changeDraft, findImport, startImport } from '#understand/imports.store.ts'
import type { FileFacts, SeriesFacts } from '#understand/intake/facts.ts'
import { listMeasures, saveMeasure } from '#understand/measure.store.ts'
import { checkDefinition } from '#understand/measure.ts'
import { kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'
import { findSeries, listSummaries } from '#understand/series.store.ts'
import { takeBackImport } from '#understand/takeBack.store.ts'

let db: TestDatabase
beforeAll(async () => {
  db = await testDatabase()
})
afterAll(() => db.close())

const JANUARY_2024 = 2024 * 12

function months(measure: string, values: Readonly<Record<number, number>>, holder = 'TST'): SeriesFacts {
  return {
    measure,
    holder,
    stratum: '',
    periods: Object.keys(values).map((month) => JANUARY_2024 + Number(month)),
    numerators: Float64Array.from(Object.values(values)),
    denominators: null,
    spreads: null,
    provisional: null,
  }
}

function factsOf(...series: SeriesFacts[]): FileFacts {
  return {
    series,
    measures: [...new Set(series.map((one) => one.measure))].map((code) => ({
      code,
      name: `The ${code}`,
      kind: 'count',
      period: 'month',
      weekEnds: 0,
      unit: '',
      multiplier: 1,
      decimals: 0,
      numerator: code,
      denominator: '',
    })),
    holders: [...new Set(series.map((one) => one.holder))].map((code) => ({
      code,
      name: `Named ${code}`,
      as: code === 'TST' ? 'unit' : 'peer',
    })),
    faults: [],
    leftOut: [],
    rows: 0,
  }
}

/** As a person who says that whatever it restates is right. */
async function takeIn(work: OrganisationDb, facts: FileFacts, withdraws = false): Promise<ImportId> {
  const importId = await startImport(work, { door: 'page', fileName: 'figures.csv', fileBytes: 1, by: null })
  await acceptImport(work, { importId, facts, placements: {}, by: null, overturns: true, withdraws })
  await changeDraft(work, importId, ['reading'], { state: 'accepted' })
  return importId
}

const inside = <Result>(work: (organisationDb: OrganisationDb) => Promise<Result>) =>
  db.database.as(db.organisation, work)

async function valuesOf(work: OrganisationDb, measure: string): Promise<Readonly<Record<number, number>>> {
  const [summary] = await listSummaries(work, { measure, holder: 'all' })
  if (!summary) return {}
  const { observations } = await findSeries(work, summary.id)
  const known = observations.periods.map((period, i) => [period - JANUARY_2024, observations.numerators[i]!] as const)
  return Object.fromEntries(known.filter(([, value]) => !Number.isNaN(value)))
}

describe('an import', () => {
  test('makes what the file names, and its series stand on the overview with their verdicts', async () => {
    const values = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [i, i < 13 ? 10 + (i % 3) : 40 + (i % 3)]))
    await inside((work) => takeIn(work, factsOf(months('falls', values), months('falls', values, 'RXZ'))))
    const own = await inside((work) => listSummaries(work, { measure: 'falls' }))
    expect(own).toMatchObject([
      {
        holder: { kind: 'unit', code: 'TST' },
        latestLabel: 'Aug 2025',
        value: 41,
        variation: 'neutralHigh',
        tooFew: null,
      },
    ])
    const peers = await inside((work) => listSummaries(work, { measure: 'falls', holder: 'peers' }))
    expect(peers).toMatchObject([{ holder: { kind: 'peer', code: 'RXZ', name: 'Named RXZ' } }])
  })

  test('says beforehand what it would change, and changes nothing by saying so', async () => {
    await inside((work) => takeIn(work, factsOf(months('waits', { 0: 5, 1: 6 }))))
    const facts = factsOf(months('waits', { 1: 7, 2: 8 }), months('stays', { 0: 1 }, 'NEW'))
    const preview = await inside((work) => previewImport(work, facts))
    expect(preview).toMatchObject({ series: 2, newSeries: 1, added: 2, restated: 1, unchanged: 0 })
    expect(preview.newMeasures.map((measure) => measure.code)).toEqual(['stays'])
    expect(preview.newPeers.map((peer) => peer.code)).toEqual(['NEW'])
    expect(preview.restatements).toMatchObject([{ period: 'Feb 2024', before: '6', after: '7' }])
    expect(await inside((work) => valuesOf(work, 'waits'))).toEqual({ 0: 5, 1: 6 })
  })

  test('of the same file again changes nothing', async () => {
    const facts = factsOf(months('again', { 0: 5, 1: 6 }))
    await inside((work) => takeIn(work, facts))
    const importId = await inside((work) =>
      startImport(work, { door: 'page', fileName: 'again.csv', fileBytes: 1, by: null }),
    )
    const changed = await inside((work) => acceptImport(work, { importId, facts, placements: {}, by: null }))
    expect(changed).toMatchObject({ series: 0, added: 0, restated: 0, unchanged: 2 })
  })

  test('that restates keeps the value that stood there, with the day each was known', async () => {
    await inside((work) => takeIn(work, factsOf(months('restated', { 0: 5 }))))
    await inside((work) => takeIn(work, factsOf(months('restated', { 0: 9 }))))
    const [summary] = await inside((work) => listSummaries(work, { measure: 'restated' }))
    const view = await inside((work) => findSeries(work, summary!.id))
    expect(view.history[0]!.earlier.map((known) => known.value)).toEqual([5])
    expect(view.known.map((entry) => entry.restated)).toEqual([1, 0])
  })

  test('whose figures are quite others than those known is taken in only by a person’s word', async () => {
    await inside((work) => takeIn(work, factsOf(months('total', { 0: 1000, 1: 1001, 2: 1002 }))))
    const others = factsOf(months('total', { 0: 30, 1: 31, 2: 32, 3: 33 }))
    expect(await inside((work) => previewImport(work, others))).toMatchObject({
      restated: 3,
      overturned: { figures: 3, charts: 1, examples: [{ period: 'Jan 2024', before: '1,000', after: '30' }] },
    })
    const attempt = inside(async (work) => {
      const importId = await startImport(work, { door: 'page', fileName: 'x.csv', fileBytes: 1, by: null })
      await acceptImport(work, { importId, facts: others, placements: {}, by: null })
    })
    await expect(attempt).rejects.toThrow('3 figures that we hold would become quite other ones')
    expect(await inside((work) => valuesOf(work, 'total'))).toEqual({ 0: 1000, 1: 1001, 2: 1002 })
  })

  const hiding = (facts: FileFacts, measure: string, ...hidden: readonly number[]): FileFacts => ({
    ...facts,
    hidden: [
      {
        measure,
        holder: { code: 'TST', name: '', as: 'unit' },
        stratum: '',
        periods: hidden.map((month) => JANUARY_2024 + month),
      },
    ],
  })

  test.each([
    ['beside other figures', { 0: 3, 1: 4 }, { 1: 5 }, { 1: 5 }],
    ['and nothing else', { 0: 3, 1: 4 }, {}, { 1: 4 }],
    ['the last one', { 0: 3 }, {}, {}],
  ])(
    'that hides a figure keeps or withdraws it, and is taken back like any other: %s',
    async (name, held, given, left) => {
      const code = `hidden-${name.replaceAll(' ', '-')}`
      await inside((work) => takeIn(work, factsOf(months(code, held))))
      const series = Object.keys(given).length > 0 ? [months(code, given)] : []
      const facts = hiding(factsOf(...series), code, 0, 7)
      expect((await inside((work) => previewImport(work, facts))).hidden).toMatchObject({
        figures: 1,
        shown: [{ period: 'Jan 2024', before: '3', after: 'hidden or missing' }],
      })
      await inside((work) => takeIn(work, facts))
      expect(await inside((work) => valuesOf(work, code))).toEqual({ ...held, ...given })

      const importId = await inside((work) => takeIn(work, facts, true))
      expect(await inside((work) => valuesOf(work, code))).toEqual(left)
      const [summary] = await inside((work) => listSummaries(work, { measure: code }))
      expect((await inside((work) => findSeries(work, summary!.id))).known[0]).toMatchObject({ importId, restated: 1 })
      expect((await inside((work) => previewImport(work, facts))).hidden.figures).toBe(0)

      await inside((work) => takeBackImport(work, importId, null))
      expect(await inside((work) => valuesOf(work, code))).toEqual({ ...held, ...given })
    },
  )

  test('that is stopped leaves nothing behind', async () => {
    const stop = new AbortController()
    stop.abort()
    const facts = factsOf(months('stopped', { 0: 5 }, 'GONE'))
    const attempt = inside(async (work) => {
      const importId = await startImport(work, { door: 'page', fileName: 'x.csv', fileBytes: 1, by: null })
      await acceptImport(work, { importId, facts, placements: {}, by: null, signal: stop.signal })
    })
    await expect(attempt).rejects.toThrow('stopped')
    expect((await inside(listMeasures)).map((measure) => measure.definition.code)).not.toContain('stopped')
    expect((await inside(listPeers)).map((peer) => peer.code)).not.toContain('GONE')
  })

  test('by another calendar than the measure’s is refused in a sentence', async () => {
    await inside((work) => takeIn(work, factsOf(months('monthly', { 0: 5 }))))
    const facts = factsOf(months('monthly', { 1: 6 }))
    const weekly = { ...facts, measures: facts.measures.map((measure) => ({ ...measure, period: 'week' as const })) }
    await expect(inside((work) => takeIn(work, weekly))).rejects.toThrow(
      'is kept by month, and the file gives it by week',
    )
  })
})

describe('taking an import back', () => {
  test('withdraws what only it brought, and the log keeps its entries', async () => {
    const importId = await inside((work) => takeIn(work, factsOf(months('brief', { 0: 5 }, 'BRIEF'))))
    await inside((work) => takeBackImport(work, importId, null))
    expect((await inside(listMeasures)).map((measure) => measure.definition.code)).not.toContain('brief')
    expect((await inside(listPeers)).map((peer) => peer.code)).not.toContain('BRIEF')
    expect((await inside(listUnits)).map((unit) => unit.code)).toContain('TST')
    expect(await inside((work) => findImport(work, importId))).toMatchObject({ state: 'taken back' })
    await expect(inside((work) => takeBackImport(work, importId, null))).rejects.toThrow('only once')
  })

  test('leaves what another import uses, until that one is taken back as well', async () => {
    const first = await inside((work) => takeIn(work, factsOf(months('shared', { 0: 5 }, 'SHARED'))))
    const second = await inside((work) => takeIn(work, factsOf(months('shared', { 1: 6 }, 'SHARED'))))
    const there = async () => [
      (await inside(listMeasures)).some((measure) => measure.definition.code === 'shared'),
      (await inside(listPeers)).some((peer) => peer.code === 'SHARED'),
    ]
    await inside((work) => takeBackImport(work, first, null))
    expect(await there()).toEqual([true, true])
    await inside((work) => takeBackImport(work, second, null))
    expect(await there()).toEqual([false, false])
  })

  test('is an entry of its own in what was known when', async () => {
    await inside((work) => takeIn(work, factsOf(months('noted', { 0: 5 }, 'NOTED'))))
    const second = await inside((work) => takeIn(work, factsOf(months('noted', { 1: 6 }, 'NOTED'))))
    await inside((work) => takeBackImport(work, second, null))
    const [series] = await inside((work) => listSummaries(work, { measure: 'noted', holder: 'all' }))
    const { known } = await inside((work) => findSeries(work, series!.id))
    expect(known.map(({ takesBack, takenBack, periods }) => [takesBack, takenBack, periods.length])).toEqual([
      [true, true, 0],
      [false, true, 1],
      [false, false, 1],
    ])
  })

  test('and bringing it again brings back the same series', async () => {
    const facts = factsOf(months('returns', { 0: 5 }, 'BACK'))
    const first = await inside((work) => takeIn(work, facts))
    const [before] = await inside((work) => listSummaries(work, { measure: 'returns', holder: 'all' }))
    await inside((work) => takeBackImport(work, first, null))
    await inside((work) => takeIn(work, facts))
    const [after] = await inside((work) => listSummaries(work, { measure: 'returns', holder: 'all' }))
    expect({ ...before, origin: null }).toEqual({ ...after, origin: null })
    // Of the same file, definition and engine, and known since another moment.
    const { dataAsAt: firstKnown, ...source } = before!.origin!
    expect(after!.origin).toMatchObject(source)
    expect(after!.origin!.dataAsAt.valueOf()).toBeGreaterThan(firstKnown.valueOf())
  })

  test('gives what the other imports say, in whatever order they came and went', async () => {
    const values = fc.dictionary(fc.integer({ min: 0, max: 4 }).map(String), fc.integer({ min: 1, max: 3 }), {
      minKeys: 1,
    })
    const step = fc.record({ first: values, second: values, takeBack: fc.integer({ min: 0, max: 9 }) })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
        const [one, two] = [`model-${round}-a`, `model-${round++}-b`]
        const model: { id: ImportId; first: Record<string, number>; second: Record<string, number> }[] = []
        for (const { first, second, takeBack } of steps) {
          const id = await inside((work) => takeIn(work, factsOf(months(one, first), months(two, second))))
          model.push({ id, first, second })
          const gone = model[takeBack]
          if (gone) {
            await inside((work) => takeBackImport(work, gone.id, null))
            model.splice(takeBack, 1)
          }
          const expected = (part: 'first' | 'second') => Object.assign({}, ...model.map((file) => file[part]))
          expect(await inside((work) => valuesOf(work, one))).toEqual(expected('first'))
          expect(await inside((work) => valuesOf(work, two))).toEqual(expected('second'))
        }
      }),
      { numRuns: 25 },
    )
  })

  const everyChart = MEASURE_KINDS.flatMap((id) => kindOf(id).charts.map(({ chart }) => ({ kind: id, chart })))
  test.each(everyChart)('leaves nothing of a $kind on a $chart chart', async ({ kind, chart }) => {
    const { dated, needsDenominator } = kindOf(kind)
    const measure = `gone-${kind.toLowerCase()}-${chart.toLowerCase()}`
    const definition = checkDefinition({
      ...{ code: measure, name: measure, kind, chart, period: dated ? 'event' : 'month' },
      ...{ denominator: needsDenominator ? 'all' : '' },
    })
    if ('faults' in definition) throw new Error(JSON.stringify(definition.faults))
    await inside((work) => saveMeasure(work, definition.definition, { by: null, reason: 'test' }))
    const series = {
      ...months(measure, { 0: 5, 1: 6 }),
      denominators: needsDenominator ? Float64Array.of(10, 10) : null,
    }
    const facts = factsOf(series)
    const period = definition.definition.period
    const named = { ...facts, measures: facts.measures.map((one) => ({ ...one, kind, period })) }
    const importId = await inside((work) => takeIn(work, named))
    expect(await inside((work) => valuesOf(work, measure))).toEqual({ 0: 5, 1: 6 })
    await inside((work) => takeBackImport(work, importId, null))
    expect(await inside((work) => valuesOf(work, measure))).toEqual({})
  })

  test('a figure that its chart cannot hold is refused in a sentence, with whose it is', async () => {
    const definition = checkDefinition({
      code: 'negative',
      name: 'Negative',
      kind: 'count',
      chart: 'c',
      period: 'month',
    })
    if ('faults' in definition) throw new Error(JSON.stringify(definition.faults))
    await inside((work) => saveMeasure(work, definition.definition, { by: null, reason: 'test' }))
    const attempt = inside((work) => takeIn(work, factsOf(months('negative', { 0: -1 }))))
    await expect(attempt).rejects.toThrow('“Negative” of TST cannot be put on its chart')
  })
})
