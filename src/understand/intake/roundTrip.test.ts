import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FileFacts } from '#understand/intake/facts.ts'
import { fileOf, type Rows, readBytes, TYPES } from '#understand/intake/samples/written.ts'

const MONTHS = ['2024-01-01', '2024-02-01', '2024-03-01', '2024-04-01']

/** A table as a trust would send it: who, when, which part, how many of how many. */
const tables = fc
  .record({
    holders: fc.uniqueArray(fc.integer({ min: 10, max: 99 }), { minLength: 2, maxLength: 4 }),
    months: fc.integer({ min: 2, max: 4 }),
    strata: fc.subarray(['Adults', 'Children', 'Älteste, “85 plus”', 'a "quoted" one'], { minLength: 2 }),
    figures: fc.array(fc.tuple(fc.nat(5_000), fc.nat(5_000)), { minLength: 64, maxLength: 64 }),
  })
  .map(({ holders, months, strata, figures }): Rows => {
    const places = holders.flatMap((holder) =>
      MONTHS.slice(0, months).flatMap((month) => strata.map((stratum) => ({ holder: `RX${holder}`, month, stratum }))),
    )
    return [
      ['org_code', 'month', 'age group', 'breaches', 'attendances'],
      ...places.map(({ holder, month, stratum }, i) => {
        const [a, b] = figures[i % figures.length]!
        return [holder, month, stratum, Math.min(a, b), Math.max(a, b) + 1]
      }),
    ]
  })

test('a table says the same in whichever type of file it is written', async () => {
  await fc.assert(
    fc.asyncProperty(tables, async (rows) => {
      const all = await Promise.all(
        TYPES.map(async (type) => (await readBytes(fileOf(type, { Figures: rows }), `figures.${type}`)).facts),
      )
      const [first, ...others] = all.map(said)
      expect(first!.faults).toEqual([])
      expect(first!.observations.length).toBe((rows.length - 1) * 2)
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 15 },
  )
})

test('a table without one of its rows says the same of all the others', async () => {
  await fc.assert(
    fc.asyncProperty(tables, fc.nat(), async (rows, pick) => {
      const out = 1 + (pick % (rows.length - 1))
      const whole = await readBytes(fileOf('csv', { Figures: rows }), 'figures.csv')
      const rest = await readBytes(fileOf('csv', { Figures: rows.filter((_, i) => i !== out) }), 'figures.csv', {
        mapping: whole.mapping,
      })
      const [all, less] = [said(whole.facts), said(rest.facts)]
      expect(less.observations.length).toBe(all.observations.length - 2)
      expect(all.observations).toEqual(expect.arrayContaining([...less.observations]))
    }),
    { numRuns: 30 },
  )
})

/** Everything that facts say, in one order. */
function said(facts: FileFacts) {
  const observations = facts.series
    .flatMap((series) =>
      series.periods.map((period, i) =>
        [
          series.measure,
          series.holder,
          series.stratum,
          period,
          series.numerators[i],
          series.denominators?.[i] ?? null,
        ].join('|'),
      ),
    )
    .sort()
  return { observations, faults: facts.faults, measures: facts.measures }
}
