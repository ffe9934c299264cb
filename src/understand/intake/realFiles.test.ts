import { existsSync, globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type IntakeContext, NOTHING_KNOWN } from '#understand/intake/context.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { fileFacts, type ReadFile } from '#understand/intake/fileFacts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import { changeMarks, readSheets } from '#understand/intake/mappingEdits.ts'
import { type Calendar, dayOf, periodOfDay } from '#understand/period.ts'

/** Files as national bodies published them, and the figures published with them. They stand beside the repository, where they are. */
const DATA = join(import.meta.dirname, '../../../../shared/data')
const CONTEXT: IntakeContext = { ...NOTHING_KNOWN, organisationCode: 'RWE' }

describe.skipIf(!existsSync(DATA))('files as they were published', () => {
  test('A&E attendances of three years: three measures for each provider and type of department', async () => {
    const { mapping, facts } = await read('ae_attendances.csv')
    expect(mapping.measures.map(({ code, kind }) => [code, kind])).toEqual([
      ['attendances', 'count'],
      ['breaches', 'proportion'],
      ['admissions', 'count'],
    ])
    expect(facts).toMatchObject({ rows: 12_765, faultCount: 0, leftOutCount: 0 })
    expect(new Set(facts.series.map((series) => series.stratum))).toEqual(new Set(['Type 1', 'Type 2', 'other']))
    expect(facts.holders.filter((holder) => holder.as === 'unit')).toEqual([{ code: 'RWE', name: '', as: 'unit' }])
    expect(facts.holders.length).toBe(274)
    expect(sums(facts, 'breaches', { stratum: null })).toMatchObject({ numerator: 8_295_237, denominator: 72_019_402 })
    expect(sums(facts, 'admissions', { stratum: null }).numerator).toBe(13_493_280)
  })

  const monthly = [
    ['April-2024-revised', 2_240_668, 571_685],
    ['May-2024', 2_416_292, 629_185],
    ['June-2024', 2_294_065, 582_956],
    ['July-2024-revised', 2_324_832, 576_161],
    ['August-2024', 2_160_791, 511_384],
    ['September-2024', 2_214_217, 570_888],
  ] as const
  for (const [month, attendances, over4] of monthly) {
    test(`monthly A&E, ${month}: departments add up, the TOTAL row is left out`, async () => {
      const { facts } = await read(`nhse/ae/Monthly-AE-${month}.csv`)
      expect(sums(facts, 'attendances-over-4hrs')).toMatchObject({ numerator: over4, denominator: attendances })
      expect(facts.leftOut.map((row) => row.why)).toEqual(['total'])
      expect(facts.faultCount).toBe(0)
    })
  }

  const waiting = [
    ['Apr24', '8M', 7_189_415, 4_124_848, 295_971, 157],
    ['Aug24', '9M', 7_247_010, 4_154_505, 277_030, 156],
  ] as const
  for (const [month, size, pathways, within18, over52, providers] of waiting) {
    test(`referral to treatment, ${month}: each provider's own total is its whole, a nil is a nil`, async () => {
      const first = await read(`nhse/rtt/Incomplete-Provider-${month}-XLSX-${size}-revised.csv`)
      // The correction on the page: "-" means none in this publication.
      const nil = changeMarks(first.mapping, {
        missing: first.mapping.missing.filter((mark) => mark !== '-'),
        nil: ['-'],
      })
      const { facts } = await read(`nhse/rtt/Incomplete-Provider-${month}-XLSX-${size}-revised.csv`, nil)
      expect(facts.holders.length).toBe(providers)
      expect(sums(facts, 'total-within-18-weeks')).toMatchObject({ numerator: within18, denominator: pathways })
      expect(sums(facts, 'total-52-plus-weeks').numerator).toBe(over52)
      expect(sums(facts, 'total-number-of-incomplete-pathways', { strata: true }).numerator).toBe(pathways)
    })
  }

  const tests = [
    ['April', dayOf(2024, 3, 1), 1_635_239, 376_165, 118_611, 434],
    ['September', dayOf(2024, 8, 1), 1_586_986, 359_888, 132_408, 431],
  ] as const
  for (const [month, day, total, over6, over13, providers] of tests) {
    test(`diagnostics, ${month}: an old Excel file with titles, two header rows and a total before the data`, async () => {
      const { facts } = await read(`nhse/diagnostics/Monthly-Diagnostics-Web-File-Provider-${month}-2024_*.xls`)
      const calendar = { kind: 'month' } as const
      expect(sums(facts, 'number-waiting-6-weeks', { day, calendar })).toEqual({
        numerator: over6,
        denominator: total,
        series: providers,
      })
      expect(sums(facts, 'number-waiting-13-weeks').numerator).toBe(over13)
    })
  }

  const cancer = [
    ['APRIL', 269_798, 197_882, 27_199, 18_236],
    ['JULY', 294_616, 224_491, 29_924, 20_361],
  ] as const
  for (const [month, told, within28, treated, within62] of cancer) {
    const file = `nhse/cancer/${month}-2024-CWT-CRS-PROVIDER-WORKBOOK-FINAL.xlsx`

    test(`cancer, ${month}: the first sheet of figures is proposed, headings of two rows`, async () => {
      const { facts } = await read(file)
      expect(sums(facts, '28-day-fds-all-routes-within-28-days')).toMatchObject({
        numerator: within28,
        denominator: told,
      })
    })

    test(`cancer, ${month}: another sheet with stacked blocks; halves of shared pathways are kept`, async () => {
      // The correction on the page: another sheet is chosen.
      const { facts } = await read(file, null, { ...CONTEXT, sheet: '62-DAY (ALL CANCER)' })
      const found = sums(facts, '62-day-all-cancer-within-62-days')
      expect(found).toMatchObject({ numerator: within62, denominator: treated })
      expect(facts.leftOut.filter((row) => row.why === 'total').length).toBe(5)
      expect(facts.faultCount).toBe(0)
    })
  }

  test('beds: quarters in two columns, sectors under available and occupied', async () => {
    const { mapping, facts } = await read('nhse/beds/Beds-Timeseries-*.xls')
    const first = { day: dayOf(2010, 3, 1), calendar: { kind: 'quarter' } as const }
    expect(mapping.period).toMatchObject({ kind: 'quarter', from: 'column' })
    expect(sums(facts, 'available', first).numerator).toBeCloseTo(144_454.87, 2)
    expect(sums(facts, 'available', { ...first, stratum: 'General & Acute' }).numerator).toBeCloseTo(110_568.18, 2)
    expect(facts.measures.map((measure) => measure.code)).toEqual(['available', 'occupied'])
    expect(facts.holders).toEqual([{ code: 'England', name: 'England', as: 'peer' }])
  })

  test('beds by provider: wrong labels of quarters are passed over for dates', async () => {
    const { facts } = await read('nhse/beds/kh03_provider_quarterly_to_Mar2018.csv')
    const last = { day: dayOf(2018, 0, 1), calendar: { kind: 'quarter' } as const, stratum: 'general_and_acute' }
    const found = sums(facts, 'occupied-total', last)
    expect(found.denominator).toBeCloseTo(103_021.3, 1)
    expect(found.numerator).toBeCloseTo(94_460.27, 2)
    expect(facts).toMatchObject({ rows: 14_494, faultCount: 0 })
    expect(facts.holders.length).toBe(317)
  })

  test('activity by commissioner: year and month in two columns, an England row before the data', async () => {
    const { facts } = await read('nhse/mar/MAR_Comm-Jan_15.xls')
    const january = { day: dayOf(2015, 0, 1), calendar: { kind: 'month' } as const }
    expect(sums(facts, 'elective-g-and-a-ordinary-admissions-ffces', january).numerator).toBe(111_395)
    expect(sums(facts, 'elective-g-and-a-daycase-admissions-ffces', january).numerator).toBe(544_604)
    expect(facts.leftOut.map((row) => row.text)).toEqual(['2014-15, JANUARY, England, 111395'])
  })

  test('A&E time series: months as the days that a spreadsheet counts', async () => {
    const { facts } = await read('nhse/timeseries/AE_England_data.xls')
    const april = { day: dayOf(2019, 3, 1), calendar: { kind: 'month' } as const }
    expect(sums(facts, 'total-attendances', april).numerator).toBe(2_112_184)
    expect(facts.holders).toEqual([{ code: 'England', name: 'England', as: 'peer' }])
  })

  test('infections: Windows-1252, financial years as headings, [x] for not available', async () => {
    const { mapping, facts } = await read('ukhsa/icb_infection_rates_2009-2024.csv')
    expect(mapping.period).toMatchObject({ kind: 'year', from: 'heading' })
    expect(facts.measures.map((measure) => measure.name)).toContain(
      'Methicillin-resistant Staphylococcus aureus (MRSA)',
    )
    // 252 rows of 15 years, without the 882 cells that say [x].
    expect(facts.series.reduce((sum, series) => sum + series.periods.length, 0)).toBe(252 * 15 - 882)
    const one = facts.series.find((series) => series.measure === 'escherichia-coli' && series.holder === 'QYG')!
    expect([one.periods[0], one.numerators[0], one.periods.at(-1), one.numerators.at(-1)]).toEqual([
      2012, 71.9, 2023, 87.3,
    ])
  })

  test('Northern Ireland: thousands and percentages as text, newest first', async () => {
    const { facts } = await read('international/ni_ae_monthly_2008-2022.csv')
    const march = { day: dayOf(2022, 2, 1), calendar: { kind: 'month' } as const, stratum: null }
    expect(sums(facts, 'ni-ae-monthly-under-4-hours', march)).toMatchObject({ numerator: 34_726, denominator: 65_739 })
    expect(facts.faultCount).toBe(0)
  })

  test('hospital ratings: no period anywhere, which the person must say', async () => {
    const first = await read('international/us_cms_Hospital_General_Information.csv')
    expect(first.facts.faults[0]?.reason).toBe('Nothing says for which period the figures are')
    const corrected: Mapping = {
      ...readSheets(first.mapping, []),
      period: { ...first.mapping.period, from: 'fixed', text: 'July 2024' },
    }
    const { facts } = await read('international/us_cms_Hospital_General_Information.csv', corrected)
    const ratings = facts.series
      .filter((series) => series.measure === 'hospital-overall-rating')
      .map((series) => series.numerators[0])
    expect([1, 2, 3, 4, 5].map((stars) => ratings.filter((rating) => rating === stars).length)).toEqual([
      229, 649, 937, 765, 289,
    ])
    expect(facts.holders.some((holder) => holder.code === '010001')).toBe(true)
  })

  test('the same publication of another month has the same shape, another publication has not', async () => {
    const shapes = await Promise.all(
      [
        ...['nhse/ae/Monthly-AE-May-2024.csv', 'nhse/ae/Monthly-AE-June-2024.csv'],
        ...[
          'nhse/diagnostics/Monthly-Diagnostics-Web-File-Provider-April-2024_*.xls',
          'nhse/diagnostics/Monthly-Diagnostics-Web-File-Provider-September-2024_*.xls',
        ],
        ...['nhse/cancer/APRIL-2024-*.xlsx', 'nhse/cancer/JULY-2024-*.xlsx'],
      ].map(async (file) => (await read(file)).shape),
    )
    expect([shapes[0] === shapes[1], shapes[2] === shapes[3], shapes[4] === shapes[5]]).toEqual([true, true, true])
    expect(new Set(shapes).size).toBe(3)
  })
})

function read(pattern: string, mapping: Mapping | null = null, context = CONTEXT): Promise<ReadFile> {
  const path = globSync(join(DATA, pattern))[0]!
  return fileFacts({ name: basename(path), path }, mapping, context, { recall: async () => null, onProgress() {} })
}

interface Picked {
  /** null: every stratum. */
  readonly stratum?: string | null
  /** Every stratum but the whole. */
  readonly strata?: boolean
  readonly day?: number
  readonly calendar?: Calendar
}

/** Adds up one measure over its holders: in a period or in all, the whole or a stratum. */
function sums(facts: FileFacts, measure: string, { stratum = '', strata = false, day, calendar }: Picked = {}) {
  const period = day === undefined ? null : periodOfDay(day, calendar!)
  let [numerator, denominator, series] = [0, 0, 0]
  for (const one of facts.series) {
    const isPicked = strata ? one.stratum !== '' : stratum === null || one.stratum === stratum
    if (one.measure !== measure || !isPicked) continue
    series++
    one.periods.forEach((at, i) => {
      if (period !== null && at !== period) return
      numerator += one.numerators[i]!
      denominator += one.denominators?.[i] ?? 0
    })
  }
  return { numerator, denominator, series }
}
