import { z } from 'zod'
import { MEASURE_KINDS } from '#understand/measureKind.ts'
import { PERIOD_KINDS } from '#understand/period.ts'

/** What one column of the file is for. `figure` columns are named by the measures that are made of them. */
export const COLUMN_USES = ['code', 'name', 'period', 'stratum', 'measure', 'figure', 'ignore'] as const
export type ColumnUse = (typeof COLUMN_USES)[number]

/** Where the period of a figure stands. `title`: in the lines above the headings, or between stacked blocks. */
export const PERIOD_PLACES = ['column', 'heading', 'title', 'sheet', 'file', 'fixed'] as const
export type PeriodPlace = (typeof PERIOD_PLACES)[number]

/** Stands in a heading for whichever period is written there, so that next year's column is the same column. */
export const ANY_PERIOD = '{period}'

/** More columns or measures than this no person can look through, and no published table has. */
export const MAX_COLUMNS = 2_000

const heading = z.string().max(1_000)

const column = z.strictObject({
  /** The whole heading: of two header rows "Occupied › Maternity"; "Column 3" where there is none. */
  heading,
  use: z.enum(COLUMN_USES),
})

const measure = z.strictObject({
  /** Empty together with `name`: each row's `measure` column names its measure. */
  code: z.string().trim().max(60),
  name: z.string().trim().max(120),
  kind: z.enum(MEASURE_KINDS),
  unit: z.string().max(40).default(''),
  multiplier: z.number().positive().default(1),
  decimals: z.number().int().min(0).max(4).default(0),
  /** Headings, added up. The value itself for kinds without a denominator; the mean for an average. */
  numerator: z.array(heading).max(MAX_COLUMNS),
  /** Headings, added up; for an average the size of the sample. Empty for none. */
  denominator: z.array(heading).max(MAX_COLUMNS).default([]),
  /** Heading of the standard deviation, for an average that has one. */
  spread: heading.default(''),
  /** The part that these columns hold, beside what `stratum` columns say: "Type 1 department". */
  stratum: z.string().max(200).default(''),
  /** Said by a person; the program does not guess it. */
  better: z.enum(['higher', 'lower', 'neither']).optional(),
  area: z.string().max(60).optional(),
})

const period = z.strictObject({
  kind: z.enum(PERIOD_KINDS),
  weekEnds: z.number().int().min(0).max(6).default(0),
  from: z.enum(PERIOD_PLACES),
  /** The period in words, for `fixed`: "April 2024". */
  text: z.string().max(60).default(''),
  /** "2009-10" is a month here, since the column also has months that no financial year could be. */
  yearMonths: z.boolean().default(false),
  /** "2009" is the financial year that starts then. */
  bareYears: z.boolean().default(false),
})

const holder = z.strictObject({
  /** `fixed`: every figure of the file belongs to the one below. */
  from: z.enum(['column', 'fixed']),
  /** Empty: our own organisation. */
  code: z.string().trim().max(60).default(''),
  name: z.string().trim().max(200).default(''),
  /** What a code is that our own tree does not have. */
  unknown: z.enum(['peer', 'unit']),
})

const words = z.array(z.string().trim().min(1).max(100)).max(100)

const schema = z.strictObject({
  version: z.literal(1).default(1),
  /** Names of sheets; empty for every sheet with these headings, such as a sheet per month. */
  sheets: z.array(z.string().max(200)).max(500).default([]),
  /** Where the headings were found, counted from 1. They are looked for again by their words, and may repeat further down. */
  headerLine: z.number().int().min(1).default(1),
  /** How many rows make one heading; 0 for a table without. */
  headerRows: z.number().int().min(0).max(3).default(1),
  columns: z.array(column).min(1, 'A mapping needs at least one column').max(MAX_COLUMNS),
  measures: z.array(measure).max(MAX_COLUMNS),
  period,
  holder,
  /** A row whose code or name is one of these is a total and is left out; a stratum that is one of them is the whole. `all *` is any text that begins so. */
  totals: words.default([]),
  /** Cells that say: not known, not given, suppressed. */
  missing: words.default([]),
  /** Cells that say: none. */
  nil: words.default([]),
  /** Which of the file's figures may still change: none, all, or those of its last periods (`provisionalLast` of them). */
  provisional: z.enum(['none', 'all', 'last']).default('none'),
  provisionalLast: z.number().int().min(1).max(400).default(1),
})

/** How one layout of file becomes observations: data, remembered by shape, correctable with small forms. Never code. */
export type Mapping = z.infer<typeof schema>
export type MappedMeasure = Mapping['measures'][number]
export type MappedColumn = Mapping['columns'][number]

/** A mapping as it comes from a form or from where it is remembered; null for anything that is none. */
export function parseMapping(written: unknown): Mapping | null {
  const outcome = schema.safeParse(written)
  return outcome.success ? outcome.data : null
}

/** The headings of one use, in the order of the file. */
export function headingsFor(mapping: Mapping, use: ColumnUse): readonly string[] {
  return mapping.columns.filter((column) => column.use === use).map((column) => column.heading)
}

/** Does each row say which measure it is about? Then `measures` holds one without a name: what is made of each. */
export function namesMeasuresByRow(mapping: Mapping): boolean {
  return mapping.columns.some((column) => column.use === 'measure')
}
