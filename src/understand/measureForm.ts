import type { MeasureDefinition, Target } from '#understand/measure.ts'
import type { MeasureKind } from '#understand/measureKind.ts'
import { OWN_RULES } from '#understand/measureRules.ts'

/** A definition as the fields of a form hold it: text, nothing checked yet. */
export interface TypedMeasure {
  readonly code: string
  readonly name: string
  readonly why: string
  readonly area: string
  readonly kind: string
  readonly numerator: string
  readonly denominator: string
  readonly unit: string
  readonly multiplier: string
  readonly decimals: string
  readonly better: string
  readonly chart: string
  readonly rules: string
  /** "no" where jumps are not screened. */
  readonly screenRanges: string
  readonly period: string
  readonly weekEnds: string
  readonly targets: readonly TypedTarget[]
  readonly owner: string
  readonly source: string
}

export interface TypedTarget {
  readonly from: string
  readonly value: string
}

/** Free text of a definition: what is refused when it holds a personal number. */
export const TYPED_TEXTS = ['name', 'why', 'area', 'numerator', 'denominator', 'unit', 'owner', 'source'] as const

/** What a new measure starts from. */
export const NEW_MEASURE: TypedMeasure = {
  code: '',
  name: '',
  why: '',
  area: '',
  kind: 'count' satisfies MeasureKind,
  numerator: '',
  denominator: '',
  unit: '',
  multiplier: '',
  decimals: '1',
  better: 'neither',
  chart: '',
  rules: '',
  screenRanges: '',
  period: 'month',
  weekEnds: '0',
  targets: [],
  owner: '',
  source: '',
}

export function typedFrom(definition: MeasureDefinition): TypedMeasure {
  return {
    ...definition,
    rules: typeof definition.rules === 'string' ? definition.rules : OWN_RULES,
    screenRanges: definition.screenRanges ? '' : 'no',
    multiplier: String(definition.multiplier),
    decimals: String(definition.decimals),
    weekEnds: String(definition.weekEnds),
    targets: definition.targets.map(({ from, value }) => ({
      from: from ?? '',
      value: value === null ? '' : String(value),
    })),
  }
}

/** As many rows of targets as a form is read for; a definition takes fewer. */
const TARGET_ROWS = 60

/** Reads a sent form by the names of its fields. Rows of targets with nothing in them are not there. */
export function typedFromForm(field: (name: string) => string): TypedMeasure {
  const { targets: _, ...texts } = NEW_MEASURE
  const typed = Object.fromEntries(Object.keys(texts).map((name) => [name, field(name)]))
  const rows = Array.from({ length: TARGET_ROWS }, (_, row) => ({
    from: field(`targets.${row}.from`),
    value: field(`targets.${row}.value`),
  }))
  return {
    ...(typed as unknown as Omit<TypedMeasure, 'targets'>),
    targets: rows.filter(({ from, value }) => from.trim() !== '' || value.trim() !== ''),
  }
}

/**
 * What `checkDefinition` checks. An empty choice of chart, rules or scale means the usual of its kind; a target with a day and
 * no value ends the one before it.
 */
export function written(typed: TypedMeasure): Record<string, unknown> {
  const { chart, rules, screenRanges, multiplier, code, ...rest } = typed
  return {
    ...rest,
    screenRanges: screenRanges !== 'no',
    code: code.trim() || codeFrom(typed.name),
    decimals: numberIn(typed.decimals),
    weekEnds: numberIn(typed.weekEnds),
    targets: typed.targets.map(writtenTarget),
    ...(chart === '' ? {} : { chart }),
    ...(rules === '' ? {} : { rules }),
    ...(multiplier.trim() === '' ? {} : { multiplier: numberIn(multiplier) }),
  }
}

/** "A&E: seen within 4 hours" becomes "a-e-seen-within-4-hours". */
export function codeFrom(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}

function writtenTarget({ from, value }: TypedTarget): { from: string | null; value: Target['value'] | string } {
  return { from: from.trim() || null, value: value.trim() === '' ? null : numberIn(value) }
}

/** The number, or the text itself for the check to name. */
function numberIn(text: string): number | string {
  const plain = text
    .trim()
    .replace(/,(?=\d{3}(\D|$))/g, '')
    .replace(/%$/, '')
  return plain === '' || Number.isNaN(Number(plain)) ? text : Number(plain)
}
