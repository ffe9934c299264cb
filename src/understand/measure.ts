import { type ChartTypeId, type Direction, RULE_SETS } from '@golden-thread/spc'
import { z } from 'zod'
import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import { kindOf, MEASURE_KINDS, type MeasureKind } from '#understand/measureKind.ts'
import { type MeasureRules, rulesFault } from '#understand/measureRules.ts'
import { PERIOD_KINDS, type PeriodKind } from '#understand/period.ts'

export type { MeasureKind } from '#understand/measureKind.ts'

/** What is measured, and how: one version of it. Edited on a page, kept as YAML packs; checked by one schema for both. */
export interface MeasureDefinition {
  /** Permanent, part of addresses and files: `ae-within-4-hours`. */
  readonly code: string
  readonly name: string
  /** Why it matters, one or two sentences. */
  readonly why: string
  /** Heading on the overview: "Emergency care", "Safety". */
  readonly area: string
  readonly kind: MeasureKind
  /** What is counted, in words. */
  readonly numerator: string
  /** Out of what, in words; empty for kinds without. */
  readonly denominator: string
  /** Unit of display: "%", "per 1,000 bed days", "minutes", "falls". */
  readonly unit: string
  /** Values are shown × this: 100 for %, 1,000 for "per 1,000 bed days", otherwise 1. */
  readonly multiplier: number
  readonly decimals: number
  readonly better: Direction
  readonly chart: ChartTypeId
  /** What finds its signals. */
  readonly rules: MeasureRules
  /** Are very large jumps between neighbours left out of the spread behind the limits, as the NHS does? */
  readonly screenRanges: boolean
  readonly period: PeriodKind
  /** 0 Sunday … 6 Saturday, for weekly measures. */
  readonly weekEnds: number
  /** Targets over time, in the unit of display; oldest first; `from` is an ISO date, null = always. */
  readonly targets: readonly Target[]
  readonly owner: string
  readonly source: string
}

export interface Target {
  readonly from: string | null
  /** null = from then on there is no target. */
  readonly value: number | null
}

/** Something wrong with one field, in a sentence that says what to change. */
export interface DefinitionFault {
  readonly field: string
  readonly message: string
}

const text = (limit: number) => z.string('Write it as text').trim().max(limit, `At most ${limit} characters`)

const target = z.strictObject({
  from: z.iso.date('Write the date as 2026-04-01').nullable().default(null),
  value: z.number('Write the target as a number, or leave it empty for none').nullable(),
})

const schema = z.strictObject({
  code: text(60).regex(/^[a-z0-9][a-z0-9-]*$/, 'Use small letters, digits and hyphens, such as ae-within-4-hours'),
  name: text(120).min(1, 'Give the measure a name'),
  why: text(600).default(''),
  area: text(60).default(''),
  kind: z.enum(MEASURE_KINDS, `Choose one of ${MEASURE_KINDS.join(', ')}`),
  numerator: text(300).default(''),
  denominator: text(300).default(''),
  unit: text(40).default(''),
  multiplier: z.number('Write a number, such as 1, 100 or 1000').positive('Write a number above 0').optional(),
  decimals: z.number('Write a whole number from 0 to 4').int().min(0, 'At least 0').max(4, 'At most 4').default(1),
  better: z.enum(['higher', 'lower', 'neither'], 'Choose higher, lower or neither').default('neither'),
  chart: z.string('Write the name of a chart').optional(),
  rules: z
    .unknown()
    .superRefine((rules, context) => {
      const message = rulesFault(rules)
      if (message) context.addIssue({ code: 'custom', message })
    })
    .default(RULE_SETS[0]!.id),
  screenRanges: z.boolean('Write true or false').default(true),
  period: z.enum(PERIOD_KINDS, `Choose one of ${PERIOD_KINDS.join(', ')}`),
  weekEnds: z.number('Write a number from 0 (Sunday) to 6 (Saturday)').int().min(0).max(6).default(0),
  targets: z.array(target).max(50, 'At most 50 targets').default([]),
  owner: text(120).default(''),
  source: text(200).default(''),
})

/** The fields of a definition in the order in which a person reads them. */
export const DEFINITION_FIELDS = Object.keys(schema.shape) as readonly (keyof MeasureDefinition)[]

/** Checks a definition from a page or a pack, and fills in what its kind says by default. Every fault, not the first. */
export function checkDefinition(
  written: unknown,
): { readonly definition: MeasureDefinition } | { readonly faults: readonly DefinitionFault[] } {
  const outcome = schema.safeParse(written)
  if (!outcome.success) {
    const faults = outcome.error.issues.flatMap((issue) => faultsOf(issue, written))
    const named = new Set(faults.map(({ field }) => field))
    return { faults: [...faults, ...mismatches(readableOf(written)).filter(({ field }) => !named.has(field))] }
  }
  const read = outcome.data
  const kind = kindOf(read.kind)
  const chart = (read.chart ?? kind.charts[0]!.chart) as ChartTypeId
  const definition: MeasureDefinition = {
    ...read,
    rules: read.rules as MeasureRules,
    unit: read.unit || kind.unit,
    multiplier: read.multiplier ?? kind.multiplier,
    chart,
    targets: [...read.targets].sort((a, b) => (a.from ?? '').localeCompare(b.from ?? '')),
  }
  const faults = [...mismatches(definition)]
  for (const [field, value] of Object.entries(definition)) {
    const personal = typeof value === 'string' && personalIn(value)
    if (personal) {
      const message = `This holds ${ONE_OF[personal]}. Nothing about a patient may stand here: take it out`
      faults.push({ field, message })
    }
  }
  const froms = definition.targets.map((one) => one.from)
  if (new Set(froms).size < froms.length)
    faults.push({ field: 'targets', message: 'Two targets start on the same day. Take one of them out' })
  return faults.length > 0 ? { faults } : { definition }
}

/** What must stay the same for old and new figures to stand in one stretch of limits. */
const COUNTED = ['kind', 'numerator', 'denominator', 'multiplier', 'period', 'weekEnds', 'source'] as const

/** Does the newer version count something else? Then series are marked, and new limits proposed. */
export function countsOtherwise(before: MeasureDefinition, after: MeasureDefinition): boolean {
  return COUNTED.some((field) => before[field] !== after[field])
}

/** The target on a day, in the unit of display; null for none. */
export function targetOn(definition: MeasureDefinition, isoDay: string): number | null {
  const begun = definition.targets.filter((one) => one.from === null || one.from <= isoDay)
  return begun.at(-1)?.value ?? null
}

/** What the fields say of one another; those that cannot be read by themselves are absent. */
type Readable = Partial<Pick<MeasureDefinition, 'kind' | 'denominator' | 'period'> & { readonly chart: string }>

function readableOf(written: unknown): Readable {
  const { kind, denominator, period, chart } = schema.shape
  const fields = Object.entries({ kind, denominator, period, chart }).flatMap(([field, one]) => {
    const { data } = one.safeParse((written as Record<string, unknown> | null)?.[field])
    return data === undefined ? [] : [[field, data]]
  })
  return Object.fromEntries(fields)
}

/** Fields that do not suit the kind, or that it needs. */
function mismatches({ kind: id, denominator, period, chart }: Readable): DefinitionFault[] {
  if (!id) return []
  const kind = kindOf(id)
  const faults: DefinitionFault[] = []
  if (chart !== undefined && !kind.charts.some((option) => option.chart === chart)) {
    faults.push({
      field: 'chart',
      message: `“${chart}” does not suit a measure of this kind. Choose one of ${kind.charts.map((option) => option.chart).join(', ')}`,
    })
  }
  if (kind.needsDenominator && denominator === '')
    faults.push({ field: 'denominator', message: 'Say out of what it is counted' })
  if (period !== undefined && kind.dated !== (period === 'event')) {
    faults.push({
      field: 'period',
      message: kind.dated
        ? 'Measures of events have the period “event”: each event has its date'
        : 'Choose day, week, month, quarter or year',
    })
  }
  return faults
}

/** What to write where a field is not there at all. */
const MISSING: Readonly<Record<string, string>> = {
  code: 'Use small letters, digits and hyphens, such as ae-within-4-hours',
  name: 'Give the measure a name',
}

function faultsOf(issue: z.core.$ZodIssue, written: unknown): DefinitionFault[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((field) => ({ field, message: 'There is no such field. Take it out, or correct its name' }))
  const field = issue.path.join('.')
  const missing = issue.code === 'invalid_type' && isAbsent(written, issue.path)
  if (!missing) return [{ field, message: issue.message }]
  return [{ field, message: `“${field}” is missing. ${MISSING[field] ?? issue.message}` }]
}

function isAbsent(written: unknown, path: readonly PropertyKey[]): boolean {
  const value = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown> | null)?.[key], written)
  return value === undefined
}
