import { headingsFor, type MappedMeasure, type Mapping, namesMeasuresByRow } from '#understand/intake/mapping.ts'
import { kindOf } from '#understand/measureKind.ts'

const NAMED = 6

/** What a mapping makes of a file, in sentences that a person can agree or disagree with. */
export function understood(mapping: Mapping): readonly string[] {
  return [
    sheetsSaid(mapping),
    headerSaid(mapping),
    holderSaid(mapping),
    periodSaid(mapping),
    ...strataSaid(mapping),
    ...measuresSaid(mapping),
    ...provisionalSaid(mapping),
    ...ignoredSaid(mapping),
  ]
}

function sheetsSaid({ sheets }: Mapping): string {
  if (sheets.length === 0) return 'Every sheet with these headings is read.'
  return sheets.length === 1
    ? `The sheet “${sheets[0]}” is read.`
    : `${sheets.length} sheets are read: ${list(sheets)}.`
}

function headerSaid({ headerLine, headerRows }: Mapping): string {
  if (headerRows === 0) return `There are no headings. The figures begin in row ${headerLine}.`
  return headerRows === 1
    ? `The headings stand in row ${headerLine}.`
    : `The headings stand in rows ${headerLine} to ${headerLine + headerRows - 1}, read together.`
}

function holderSaid(mapping: Mapping): string {
  const { from, code, name, unknown } = mapping.holder
  if (from === 'fixed')
    return code === '' ? 'Every figure is our own organisation’s.' : `Every figure belongs to ${name || code}.`
  const columns = list([...headingsFor(mapping, 'code'), ...headingsFor(mapping, 'name')])
  const others = unknown === 'peer' ? 'peers, to compare with' : 'new units of ours'
  return `Each row belongs to the one that ${columns} names. Codes that our own tree does not have are ${others}.`
}

function provisionalSaid({ provisional, provisionalLast, period }: Mapping): readonly string[] {
  if (provisional === 'none') return []
  if (provisional === 'all') return ['All figures are provisional: they may still change.']
  const last = provisionalLast === 1 ? `the last ${period.kind}` : `the last ${provisionalLast} ${period.kind}s`
  return [`The figures of ${last} are provisional: they may still change.`]
}

function periodSaid(mapping: Mapping): string {
  const { kind, from, text } = mapping.period
  const where = {
    column: `stands in ${list(headingsFor(mapping, 'period'))}`,
    heading: 'stands in the headings: each has its own column',
    title: 'stands above the headings',
    sheet: 'is the name of the sheet',
    file: 'stands in the name of the file',
    fixed: text === '' ? 'is not said anywhere: say it yourself' : `is ${text}, as you said`,
  }[from]
  return kind === 'event'
    ? `Each row is an event. Its date ${where}.`
    : `Each figure is of one ${kind}, which ${where}.`
}

function strataSaid(mapping: Mapping): readonly string[] {
  const strata = headingsFor(mapping, 'stratum')
  return strata.length === 0 ? [] : [`Parts are kept apart by ${list(strata)}; a total among them is the whole.`]
}

function measuresSaid(mapping: Mapping): readonly string[] {
  if (namesMeasuresByRow(mapping)) {
    const pattern = mapping.measures.find((measure) => measure.name === '') ?? mapping.measures[0]
    return [
      `Each row’s measure is the one that ${list(headingsFor(mapping, 'measure'))} names${pattern ? `: ${madeOf(pattern)}` : ''}.`,
    ]
  }
  const codes = Map.groupBy(mapping.measures, (measure) => measure.code)
  const said = [...codes.values()].map(([first, ...others]) => {
    const parts = others.length === 0 ? '' : ` In ${others.length + 1} parts.`
    const kind = kindOf(first!.kind).label.toLowerCase()
    return `“${first!.name}” is ${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}: ${madeOf(first!)}.${parts}`
  })
  return said.length === 0 ? ['No column has figures yet: choose which ones are measures.'] : said
}

function madeOf({ numerator, denominator, spread, kind }: MappedMeasure): string {
  const whole =
    denominator.length === 0
      ? ''
      : kind === 'average'
        ? `, of a sample as large as ${sum(denominator)}`
        : `, out of ${sum(denominator)}`
  return `${sum(numerator)}${whole}${spread === '' ? '' : `, with the spread in “${spread}”`}`
}

function ignoredSaid(mapping: Mapping): readonly string[] {
  const ignored = headingsFor(mapping, 'ignore')
  if (ignored.length === 0) return []
  return [`${ignored.length === 1 ? 'One column is' : `${ignored.length} columns are`} not read: ${list(ignored)}.`]
}

function sum(headings: readonly string[]): string {
  const named = headings.map((heading) => `“${heading.replace('{period}', 'the period’s column')}”`)
  return named.length > NAMED
    ? `the sum of ${named.length} columns from ${named[0]} to ${named.at(-1)}`
    : named.join(' + ')
}

function list(headings: readonly string[]): string {
  const named = headings.slice(0, NAMED).map((heading) => `“${heading}”`)
  const more = headings.length - named.length
  if (more > 0) return `${named.join(', ')} and ${more} more`
  return named.length < 2 ? (named[0] ?? 'nothing') : `${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}
