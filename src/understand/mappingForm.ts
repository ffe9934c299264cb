import { faultsOf } from '#organisation/faults.ts'
import { personalIn, refusePersonal } from '#organisation/refusals.ts'
import { COLUMN_USES, type MappedMeasure, type Mapping, parseMapping } from '#understand/intake/mapping.ts'
import { addMeasure, changeMeasure, removeMeasure, useColumn } from '#understand/intake/mappingEdits.ts'
import { codeFrom } from '#understand/measureForm.ts'
import { kindOf, MEASURE_KINDS, type MeasureKind } from '#understand/measureKind.ts'

/** Reads one field of the sent form; '' for one that was not there. */
type Field = (name: string) => string

/** More than these are kept as they are: nobody corrects hundreds of measures by hand. */
export const MEASURES_SHOWN = 40

/** A measure of which nothing is said yet: what the form's last, empty row begins with. */
export const EMPTY_MEASURE: MappedMeasure = {
  code: '',
  name: '',
  kind: 'count',
  unit: '',
  multiplier: 1,
  decimals: 0,
  numerator: [],
  denominator: [],
  spread: '',
  stratum: '',
}

/** A choice of columns as one value of a select: their places in the mapping, added up: "3", "3+5"; '' for none. */
export function placesOf(mapping: Mapping, headings: readonly string[]): string {
  return headings.map((heading) => mapping.columns.findIndex((column) => column.heading === heading)).join('+')
}

function headingsAt(mapping: Mapping, places: string): string[] {
  return places === '' ? [] : places.split('+').flatMap((place) => mapping.columns[Number(place)]?.heading ?? [])
}

/** The mapping as its person corrected it on the page; what the form did not show stays. Null when the form makes no sense. */
export function correctedMapping(mapping: Mapping, field: Field): Mapping | null {
  const measures = withMeasures(mapping, field)
  const columns = withColumns(measures, mapping, field)
  return parseMapping({
    ...columns,
    sheets: field('sheets') === '' ? mapping.sheets : sheetsFrom(field),
    period: {
      ...mapping.period,
      kind: field('period.kind'),
      from: periodPlace(mapping, columns, field),
      text: field('period.text'),
      weekEnds: Number(field('period.weekEnds')),
    },
    holder: {
      from: field('holder.from'),
      code: field('holder.code').toUpperCase(),
      name: field('holder.name'),
      unknown: field('holder.unknown'),
    },
    totals: lines(field('totals')),
    missing: lines(field('missing')),
    nil: lines(field('nil')),
    provisional: field('provisional') || mapping.provisional,
    provisionalLast: Number(field('provisionalLast') || mapping.provisionalLast),
  })
}

/** What is wrong with a corrected mapping, in words; null for nothing. The message says where a text stands, never which. */
export function mappingFault(mapping: Mapping | null): string | null {
  if (!mapping) return 'The form came back incomplete. Correct it, and send it again'
  const { measures, period, holder, totals, missing, nil, columns, sheets } = mapping
  const parts = Object.entries({
    'A measure': measures,
    'The period': period,
    'Whose figures they are': holder,
    'The names of totals': totals,
    'The marks for missing figures': missing,
    'The marks for none': nil,
    'A column': columns,
    'A sheet': sheets,
  })
  for (const [part, inside] of parts) {
    const faults = textsIn(inside).map((text) => faultsOf(() => refusePersonal(text, 'mapping', part)).mapping)
    const fault = faults.find((one) => one !== undefined)
    if (fault) return fault
  }
  return null
}

/** A mapping for the form that is sent back: a text that was refused comes back empty, since it is never repeated. */
export function unrepeatedMapping(mapping: Mapping): Mapping {
  return withTexts(mapping, (text) => (personalIn(text) ? '' : text))
}

/** Where the person says that the table begins, or what is wrong with what they wrote. */
export function layoutFrom(field: Field): Layout | string {
  const [headerLine, headerRows] = [wholeNumber(field('headerLine')), wholeNumber(field('headerRows'))]
  if (headerLine === null || headerLine < 1)
    return 'The row of the first heading is a whole number, from 1. Write another one'
  if (headerRows === null) return 'How many rows make one heading is a whole number. Choose again'
  const sheet = field('sheet')
  if (personalIn(sheet)) return 'There is no such sheet. Choose again'
  return sheet === '' ? { headerLine, headerRows } : { headerLine, headerRows, sheet }
}

interface Layout {
  readonly headerLine: number
  readonly headerRows: number
  readonly sheet?: string
}

function wholeNumber(text: string): number | null {
  return /^\d{1,6}$/.test(text.trim()) ? Number(text) : null
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
}

function withTexts<Value>(value: Value, change: (text: string) => string): Value
function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((one) => withTexts(one, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, inside]) => [key, withTexts(inside, change)]))
}

/** From the last to the first, so that places stay right while measures are taken out. */
function withMeasures(mapping: Mapping, field: Field): Mapping {
  let corrected = mapping
  const shown = Math.min(mapping.measures.length, MEASURES_SHOWN)
  for (let at = shown - 1; at >= 0; at--) {
    const before = mapping.measures[at]!
    corrected =
      field(`measures.${at}.remove`) === 'yes'
        ? removeMeasure(corrected, at)
        : changeMeasure(corrected, at, measureFrom(mapping, before, field, `measures.${at}`))
  }
  if (field('new.name').trim() === '') return corrected
  return addMeasure(corrected, { ...EMPTY_MEASURE, ...measureFrom(mapping, EMPTY_MEASURE, field, 'new') })
}

function measureFrom(mapping: Mapping, before: MappedMeasure, field: Field, prefix: string): Partial<MappedMeasure> {
  const kind = kindFrom(field(`${prefix}.kind`), before.kind)
  const name = field(`${prefix}.name`).trim()
  const better = field(`${prefix}.better`)
  const area = field(`${prefix}.area`).trim()
  return {
    ...scaleFrom(kind, before, field(`${prefix}.unit`).trim()),
    kind,
    name,
    code: codeFrom(field(`${prefix}.code`)) || codeFrom(name),
    numerator: headingsAt(mapping, field(`${prefix}.numerator`)),
    denominator: headingsAt(mapping, field(`${prefix}.denominator`)),
    spread: headingsAt(mapping, field(`${prefix}.spread`))[0] ?? '',
    stratum: field(`${prefix}.stratum`).trim(),
    ...(better === 'higher' || better === 'lower' || better === 'neither' ? { better } : {}),
    ...(area === '' ? {} : { area }),
  }
}

/** Another kind brings its usual unit and scale, unless the person wrote a unit of their own. */
function scaleFrom(
  kind: MeasureKind,
  before: MappedMeasure,
  unit: string,
): Pick<MappedMeasure, 'unit' | 'multiplier' | 'decimals'> {
  if (kind === before.kind) return { unit, multiplier: before.multiplier, decimals: before.decimals }
  const usual = kindOf(kind)
  return {
    unit: unit === before.unit ? usual.unit : unit,
    multiplier: usual.multiplier,
    decimals: kind === 'count' ? 0 : Math.max(1, before.decimals),
  }
}

function kindFrom(text: string, before: MeasureKind): MeasureKind {
  return MEASURE_KINDS.find((kind) => kind === text) ?? before
}

/** Only uses that were changed by hand are applied: the measures above may have claimed columns already. */
function withColumns(corrected: Mapping, before: Mapping, field: Field): Mapping {
  return before.columns.reduce((mapping, column, at) => {
    const use = COLUMN_USES.find((one) => one === field(`columns.${at}`))
    return use === undefined || use === column.use ? mapping : useColumn(mapping, column.heading, use)
  }, corrected)
}

/** Whoever says that a column holds the period has said where it stands. */
function periodPlace(before: Mapping, after: Mapping, field: Field): string {
  const count = (mapping: Mapping) => mapping.columns.filter(({ use }) => use === 'period').length
  const place = field('period.from')
  return place === before.period.from && count(after) > count(before) ? 'column' : place
}

function sheetsFrom(field: Field): string[] {
  return field('sheets') === 'all' ? [] : [field('sheets')]
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
}
