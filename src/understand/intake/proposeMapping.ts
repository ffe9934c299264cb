import { Problem } from '#platform/errors.ts'
import { wordList } from '#understand/intake/applying/wordList.ts'
import { folded, textOf } from '#understand/intake/cells.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import { periodPart, withoutPeriod } from '#understand/intake/headings.ts'
import { MAX_COLUMNS, type MappedMeasure, type Mapping } from '#understand/intake/mapping.ts'
import { aboutOf } from '#understand/intake/proposal/about.ts'
import { type Figure, figureOf } from '#understand/intake/proposal/figure.ts'
import { type FoundTable, findTable } from '#understand/intake/proposal/findTable.ts'
import { findKeys, type Keys } from '#understand/intake/proposal/keys.ts'
import { measureByRow, measuresFrom } from '#understand/intake/proposal/measures.ts'
import { type FoundPeriod, findPeriod } from '#understand/intake/proposal/periods.ts'
import { type Profile, profilesOf, wordsOf } from '#understand/intake/proposal/profile.ts'
import {
  COUNTRIES,
  MISSING_MARKS,
  NIL_MARKS,
  OWN_HEADING,
  TOTAL_WORDS,
} from '#understand/intake/proposal/vocabulary.ts'
import { tooManyColumns } from '#understand/intake/readers/refusals.ts'
import type { Sheet, Workbook } from '#understand/intake/table.ts'
import { readPeriod } from '#understand/periodReading.ts'

/**
 * Proposes how a file is to be read, by general rules: what headings say, and what stands below them. A person corrects it.
 *
 * @throws Problem invalid where there is no table at all, or not on the sheet that was chosen
 */
export function proposeMapping(workbook: Workbook, context: IntakeContext): Mapping {
  const table = chooseTable(workbook, context)
  const profiles = profilesOf(table)
  const found = findPeriod(table, profiles, workbook)
  const isWide = found.period.from === 'heading'
  const keys = findKeys(
    profiles.filter((one) => periodPart(one.heading) === null),
    isWide,
  )
  const used = new Set([keys.code, keys.name, keys.measure, ...keys.strata, ...found.columns])
  const columns = profiles.filter((one) => one.nature === 'figure' && !used.has(one) && one.heading !== '')
  const figures = isWide ? figuresAcross(columns) : columns.map((one) => figureOf(one))
  const measures = keys.measure
    ? [measureByRow(figures)]
    : measuresFrom(figures, context, aboutOf(table, workbook, isWide))
  return {
    version: 1,
    sheets: sheetsLike(table, workbook, found),
    headerLine: table.sheet.lines?.[table.headerAt] ?? table.headerAt + 1,
    headerRows: table.headerRows,
    columns: usesOf(profiles, keys, found, measures, isWide),
    measures: [...measures],
    period: monthOfSheets(table, workbook, found),
    holder: holderOf(keys, table, workbook),
    totals: totalsFor(table, keys),
    missing: [...MISSING_MARKS],
    nil: [...NIL_MARKS],
    provisional: saysProvisional(table) ? 'all' : 'none',
    provisionalLast: 1,
  }
}

function chooseTable(workbook: Workbook, context: IntakeContext): FoundTable {
  if (context.sheet !== undefined) {
    const sheet = workbook.sheets.find((one) => one.name === context.sheet)
    const table = sheet && findTable(sheet, context.headerLine, context.headerRows)
    if (table) return table
    throw new Problem(
      'invalid',
      `There is no table on the sheet “${context.sheet}”. Choose another sheet, or its header row`,
    )
  }
  const visible = workbook.sheets.filter((sheet) => !sheet.hidden)
  const tables = (visible.length > 0 ? visible : workbook.sheets).flatMap(
    (sheet) => findTable(sheet, context.headerLine, context.headerRows) ?? [],
  )
  const most = Math.max(0, ...tables.map(worth))
  const table = tables.find((one) => worth(one) >= most / 2)
  if (!table) throw new Problem('invalid', 'No table was found in this file: a row of headings, and figures below them')
  if (table.headings.length > MAX_COLUMNS) throw tooManyColumns(table.headings.length, 'The table')
  return table
}

/** The first good table of a workbook is what it is about; a larger one further back has the details. */
function worth({ rows, figureColumns }: FoundTable): number {
  return Math.min(rows.length, 30) * Math.min(figureColumns, 4)
}

/** A sheet for each month: all those with these headings, when their names are periods. */
function sheetsLike(table: FoundTable, workbook: Workbook, found: FoundPeriod): string[] {
  if (workbook.sheets.length === 1) return []
  return isSheetPerPeriod(table, workbook, found) ? [] : [table.sheet.name]
}

function monthOfSheets(table: FoundTable, workbook: Workbook, found: FoundPeriod): Mapping['period'] {
  return isSheetPerPeriod(table, workbook, found) ? { ...found.period, from: 'sheet' } : found.period
}

function isSheetPerPeriod(table: FoundTable, workbook: Workbook, { period }: FoundPeriod): boolean {
  if (period.from === 'column' || period.from === 'heading') return false
  const isPeriod = (sheet: Sheet) => readPeriod(sheet.name, { serials: false }) !== null
  return isPeriod(table.sheet) && workbook.sheets.filter(isPeriod).length > 1
}

/** One figure for each label that is repeated under the periods, by the last period that has it. */
function figuresAcross(columns: readonly Profile[]): readonly Figure[] {
  const labels = Map.groupBy(
    columns.filter((one) => periodPart(one.heading) !== null),
    (one) => withoutPeriod(one.heading),
  )
  return [...labels].map(([label, all]) =>
    figureOf(
      all.reduce((a, b) => (b.filled > a.filled ? b : a)),
      label,
    ),
  )
}

function saysProvisional(table: FoundTable): boolean {
  return table.titles.some((row) => row.some((cell) => /\bprovisional\b/i.test(textOf(cell))))
}

function usesOf(
  profiles: readonly Profile[],
  keys: Keys,
  found: FoundPeriod,
  measures: readonly MappedMeasure[],
  isWide: boolean,
): Mapping['columns'] {
  const figures = new Set(measures.flatMap((one) => [...one.numerator, ...one.denominator, one.spread]))
  const uses: Mapping['columns'] = []
  // Two columns that together are a period are read in this order, whichever stands first.
  const inOrder = [...found.columns, ...profiles.filter((one) => !found.columns.includes(one))].toSorted((a, b) =>
    found.columns.includes(a) && found.columns.includes(b) ? 0 : a.at - b.at,
  )
  for (const profile of inOrder) {
    const heading = isWide ? withoutPeriod(profile.heading) : profile.heading
    if (heading === '' || uses.some((one) => one.heading === heading)) continue
    uses.push({ heading, use: useOf(profile, heading, keys, found, figures) })
  }
  return uses
}

function useOf(
  profile: Profile,
  heading: string,
  keys: Keys,
  found: FoundPeriod,
  figures: ReadonlySet<string>,
): Mapping['columns'][number]['use'] {
  if (found.columns.includes(profile)) return 'period'
  if (isSame(profile, keys.code)) return 'code'
  if (isSame(profile, keys.name)) return 'name'
  if (isSame(profile, keys.measure)) return 'measure'
  if (keys.strata.some((one) => isSame(profile, one))) return 'stratum'
  return figures.has(heading) ? 'figure' : 'ignore'
}

function isSame(a: Profile, b: Profile | null): boolean {
  return a.at === b?.at
}

/** A table without a column of bodies is our own, unless its titles say that it is a country's. */
function holderOf(keys: Keys, table: FoundTable, workbook: Workbook): Mapping['holder'] {
  if (keys.code) {
    const isOwn = OWN_HEADING.test(wordsOf(keys.code.heading))
    return { from: 'column', code: '', name: '', unknown: isOwn ? 'unit' : 'peer' }
  }
  const said = [...table.titles.flat().map(textOf), workbook.fileName.replaceAll('_', ' ')].join(' ')
  const country = COUNTRIES.find((name) => new RegExp(`\\b${name}\\b`).test(said)) ?? ''
  return { from: 'fixed', code: country, name: country, unknown: 'peer' }
}

/** A word that most rows have is no total: a table of England alone is about England. */
function totalsFor(table: FoundTable, keys: Keys): string[] {
  const labels = [keys.code, keys.name]
    .flatMap((one) => (one ? [...one.cells.keys()].map((i) => textOf(table.rows[i]?.[one.at])) : []))
    .filter((text) => text !== '')
  return TOTAL_WORDS.filter((word) => {
    const is = wordList([word])
    return labels.length === 0 || labels.filter(is).length <= labels.length / 2
  }).filter((word, i, all) => all.findIndex((other) => folded(other) === folded(word)) === i)
}
