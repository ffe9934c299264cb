import { describe, expect, test } from 'vitest'
import { type Mapping, parseMapping } from '#understand/intake/mapping.ts'
import { correctedMapping, layoutFrom, mappingFault, placesOf, unrepeatedMapping } from '#understand/mappingForm.ts'

function aMapping(overrides: Partial<Mapping> = {}): Mapping {
  return parseMapping({
    columns: [
      { heading: 'Month', use: 'period' },
      { heading: 'Ward', use: 'code' },
      { heading: 'Falls', use: 'figure' },
      { heading: 'Bed days', use: 'figure' },
      { heading: 'Comment', use: 'ignore' },
    ],
    measures: [
      { code: 'falls', name: 'Falls', kind: 'count', unit: '', numerator: ['Falls'] },
      { code: 'bed-days', name: 'Bed days', kind: 'count', unit: '', numerator: ['Bed days'] },
    ],
    period: { kind: 'month', from: 'column' },
    holder: { from: 'column', unknown: 'unit' },
    totals: ['total', 'all *'],
    missing: ['*'],
    ...overrides,
  })!
}

/** The form as a browser sends it when nothing was changed. */
function untouched(mapping: Mapping): Record<string, string> {
  const fields: Record<string, string> = {
    'period.kind': mapping.period.kind,
    'period.from': mapping.period.from,
    'period.text': mapping.period.text,
    'period.weekEnds': String(mapping.period.weekEnds),
    'holder.from': mapping.holder.from,
    'holder.code': mapping.holder.code,
    'holder.name': mapping.holder.name,
    'holder.unknown': mapping.holder.unknown,
    totals: mapping.totals.join('\r\n'),
    missing: mapping.missing.join('\r\n'),
    nil: mapping.nil.join('\r\n'),
  }
  mapping.columns.forEach((column, at) => {
    fields[`columns.${at}`] = column.use
  })
  mapping.measures.forEach((measure, at) => {
    const { name, code, kind, unit, stratum } = measure
    for (const [field, value] of Object.entries({ name, code, kind, unit, stratum }))
      fields[`measures.${at}.${field}`] = value
    fields[`measures.${at}.numerator`] = placesOf(mapping, measure.numerator)
    fields[`measures.${at}.denominator`] = placesOf(mapping, measure.denominator)
  })
  return fields
}

function corrected(changes: Record<string, string>, mapping = aMapping()): Mapping | null {
  const fields: Record<string, string> = { ...untouched(mapping), ...changes }
  return correctedMapping(mapping, (name) => fields[name] ?? '')
}

test('a form that nobody touched changes nothing', () => {
  expect(corrected({})).toEqual(aMapping())
})

test('a sum of columns stays a sum', () => {
  const mapping = aMapping({ measures: [{ ...aMapping().measures[0]!, numerator: ['Falls', 'Bed days'] }] })
  expect(placesOf(mapping, ['Falls', 'Bed days'])).toBe('2+3')
  expect(corrected({}, mapping)?.measures[0]?.numerator).toEqual(['Falls', 'Bed days'])
})

describe('what a person corrects', () => {
  test('another kind brings its usual unit and scale', () => {
    const measure = corrected({ 'measures.0.kind': 'rate', 'measures.0.denominator': '3' })?.measures[0]
    expect(measure).toMatchObject({
      kind: 'rate',
      unit: 'per 1,000',
      multiplier: 1000,
      decimals: 1,
      denominator: ['Bed days'],
    })
  })

  test('but keeps a unit that was written by hand', () => {
    const changes = {
      'measures.0.kind': 'rate',
      'measures.0.unit': 'per 1,000 bed days',
      'measures.0.denominator': '3',
    }
    expect(corrected(changes)?.measures[0]?.unit).toBe('per 1,000 bed days')
  })

  test('a measure left out goes, and the others keep their corrections', () => {
    const mapping = corrected({
      'measures.0.remove': 'yes',
      'measures.1.name': 'Occupied bed days',
      'measures.1.code': '',
    })
    expect(mapping?.measures.map(({ code, name }) => `${code}: ${name}`)).toEqual([
      'occupied-bed-days: Occupied bed days',
    ])
  })

  test('another measure takes a column that was not read', () => {
    const mapping = corrected({ 'new.name': 'Comments', 'new.kind': 'count', 'new.numerator': '4' })
    expect(mapping?.measures.at(-1)).toMatchObject({ code: 'comments', numerator: ['Comment'] })
    expect(mapping?.columns[4]?.use).toBe('figure')
  })

  test('a column that is no figure any more leaves its measures', () => {
    expect(corrected({ 'columns.3': 'ignore' })?.measures.map(({ code }) => code)).toEqual(['falls'])
  })

  test('whoever says which column holds the period has said where it stands', () => {
    const mapping = aMapping({
      columns: aMapping().columns.map((one) => (one.use === 'period' ? { ...one, use: 'stratum' as const } : one)),
      period: { ...aMapping().period, from: 'fixed' },
    })
    expect(corrected({ 'columns.0': 'period' }, mapping)?.period.from).toBe('column')
  })

  test('which way is better, and the area', () => {
    expect(corrected({ 'measures.0.better': 'lower', 'measures.0.area': ' Safety ' })?.measures[0]).toMatchObject({
      better: 'lower',
      area: 'Safety',
    })
  })
})

test('a form that makes no sense is none', () => {
  expect(corrected({ 'period.kind': 'fortnight' })).toBeNull()
  expect(corrected({ 'holder.unknown': '' })).toBeNull()
})

describe('a form that is not taken', () => {
  const parts: Readonly<Record<string, Partial<Mapping>>> = {
    'A measure': { measures: [{ ...aMapping().measures[0]!, name: 'Falls of 999 000 0018' }] },
    'The period': { period: { ...aMapping().period, text: '999 000 0018' } },
    'Whose figures they are': { holder: { ...aMapping().holder, name: '999-000-0018' } },
    'The names of totals': { totals: ['all *', '9990000018'] },
    'The marks for missing figures': { missing: ['born 12/03/1950'] },
    'The marks for none': { nil: ['9990000018'] },
  }
  test.each(Object.entries(parts))(
    'names the part, and comes back with all but what is never repeated: %s',
    (part, change) => {
      const mapping = aMapping(change)
      expect(mappingFault(mapping)).toMatch(new RegExp(`^${part} holds (an NHS number|a date of birth)\\. Take it out`))
      const back = unrepeatedMapping(mapping)
      expect(mappingFault(back)).toBeNull()
      expect(back.columns).toEqual(mapping.columns)
    },
  )

  test('is asked for again where it makes no sense', () => {
    expect(mappingFault(null)).toContain('send it again')
    expect(mappingFault(aMapping())).toBeNull()
  })

  test.each([
    ['', '1'],
    ['0', '1'],
    ['two', '1'],
    ['1.5', '1'],
    ['3', '-1'],
  ])('row %j with %j heading rows is no place for a table', (headerLine, headerRows) => {
    const sent: Record<string, string> = { headerLine, headerRows, sheet: '' }
    expect(layoutFrom((name) => sent[name] ?? '')).toContain('whole number')
  })

  test('a place for a table is a row, its rows of headings, and a sheet if one is named', () => {
    const sent: Record<string, string> = { headerLine: ' 4 ', headerRows: '2', sheet: 'Wards' }
    expect(layoutFrom((name) => sent[name] ?? '')).toEqual({ headerLine: 4, headerRows: 2, sheet: 'Wards' })
  })
})
