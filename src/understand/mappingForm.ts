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

/** Every text of a mapping with the part that it stands in, for the check that refuses what identifies a patient. */
export function textsOf(mapping: Mapping): readonly { readonly part: string; readonly text: string }[] {
  const { measures, period, holder, totals, missing, nil, columns, sheets } = mapping
  const parts = [
    ['A measure', measures],
    ['The period', period],
    ['Whose figures they are', holder],
    ['The names of totals', totals],
    ['The marks for missing figures', missing],
    ['The marks for none', nil],
    ['A column', columns],
    ['A sheet', sheets],
  ] as const
  return parts.flatMap(([part, inside]) => textsIn(inside).map((text) => ({ part, text })))
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : []
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
