import { ONE_OF, type PersonalKind, personalIn } from '#organisation/refusals.ts'
import { type Figure, figureReader, sumOf } from '#understand/intake/applying/figureReader.ts'
import type { Findings } from '#understand/intake/applying/findings.ts'
import type { Layout, Reading } from '#understand/intake/applying/layout.ts'
import { misfitOf, misfitSaid } from '#understand/intake/applying/misfit.ts'
import { type PeriodReader, periodReader } from '#understand/intake/applying/periodOf.ts'
import type { SeriesStore } from '#understand/intake/applying/seriesStore.ts'
import { wordList } from '#understand/intake/applying/wordList.ts'
import { isEmpty, numberOf, textOf } from '#understand/intake/cells.ts'
import type { MappedMeasure, Mapping } from '#understand/intake/mapping.ts'
import type { Cell } from '#understand/intake/table.ts'
import type { PeriodNumber } from '#understand/period.ts'

type Row = readonly Cell[]

/** Where a row stands, and what its place in the file already says. */
export interface RowPlace {
  readonly sheet: string
  readonly line: number
  /** From the title, the sheet or the file; null where the row or the heading says it. */
  readonly period: PeriodNumber | null
}

/** Which series a row speaks of, but for what its columns say. */
export interface RowNames {
  /** Its number in the store. */
  readonly holder: number
  readonly stratum: string
  /** As the row names it; empty where its columns do. */
  readonly measure: string
}

interface RowSays extends RowNames {
  readonly place: RowPlace
  readonly period: PeriodNumber | null
}

interface TakenFigure {
  /** Its number in the store. */
  readonly series: number
  readonly period: PeriodNumber
  readonly numerator: number
  readonly denominator: number
  readonly spread: number
}

/** Nothing that identifies a patient is shorter: “DOB1/1/50”. */
const FEWEST_PERSONAL = 9
const WHOLE = ''
const BETWEEN_STRATA = ' · '

/** Takes the figures of one row after another into series, by a mapping. */
export class RowTaker {
  readonly mapping: Mapping
  readonly store: SeriesStore
  private readonly findings: Findings
  private readonly isTotal: (text: string) => boolean
  /** What the present row says, until it is known that nothing in it is faulty. */
  private readonly figures: TakenFigure[] = []
  private readonly figure: (cell: Cell | undefined) => Figure
  private readonly known = new Map<string, PersonalKind | null>()
  readonly periodOf: PeriodReader

  constructor(mapping: Mapping, findings: Findings, store: SeriesStore) {
    this.mapping = mapping
    this.findings = findings
    this.store = store
    this.isTotal = wordList(mapping.totals)
    this.figure = figureReader(mapping)
    this.periodOf = periodReader(mapping.period)
  }

  take(row: Row, layout: Layout, place: RowPlace): void {
    if (layout.figures.every((column) => isEmpty(row[column]))) {
      this.leaveOutEmpty(row, layout, place)
      return
    }
    const code = joined(row, layout.code, ' ')
    const name = joined(row, layout.name, ' ')
    if (this.isTotalRow(row, layout, code, name)) {
      this.findings.leaveOut(place.sheet, place.line, 'total', glance(row))
      return
    }
    const measure = joined(row, layout.measure, ' ')
    if (code === '' && layout.code.length > 0 && !layout.figures.some((column) => numberOf(row[column]) !== null)) {
      // Words among the figures, such as the upper headings of a further block.
      this.findings.leaveOut(place.sheet, place.line, 'note', glance(row))
      return
    }
    if (this.isPersonal(row, layout, place)) return
    if (this.lacks(code, layout, layout.code, place, 'whose they are')) return
    const period = this.periodOfRow(row, layout, place)
    if (period === undefined || this.lacks(measure, layout, layout.measure, place, 'of which measure')) return
    const names = { holder: this.holderOf(code, name), stratum: this.stratumOf(row, layout), measure }
    const faultsBefore = this.findings.faultCount
    this.figures.length = 0
    let isGiven = false
    for (const reading of layout.readings) {
      const at = { ...names, place, period: reading.period ?? period }
      isGiven = this.takeReading(row, layout, reading, at) || isGiven
    }
    // A row goes in whole or not at all: what stands beside a faulty figure may be as wrong.
    if (this.findings.faultCount === faultsBefore)
      for (const { series, period: when, numerator, denominator, spread } of this.figures)
        this.store.figures.add(series, when, numerator, denominator, spread, place.line, place.sheet)
    if (!isGiven) this.findings.leaveOut(place.sheet, place.line, 'suppressed', glance(row))
  }

  /** What names a series is kept with it: a row that names one by what identifies a patient is a fault, and no more of it is read. */
  private isPersonal(row: Row, layout: Layout, { sheet, line }: RowPlace): boolean {
    for (const column of layout.names) {
      const kind = this.personal(textOf(row[column]))
      if (kind === null) continue
      this.findings.fault(
        ...([sheet, line, layout.headings[column]!, ''] as const),
        `This is ${ONE_OF[kind]}, and nothing that identifies a patient is kept here`,
        'Take it out of the file, or do not read this column',
      )
      return true
    }
    return false
  }

  /** A file names the same few things a million times. */
  private personal(text: string): PersonalKind | null {
    if (text.length < FEWEST_PERSONAL) return null
    const known = this.known.get(text)
    if (known !== undefined) return known
    const kind = personalIn(text)
    if (this.known.size < 100_000) this.known.set(text, kind)
    return kind
  }

  private lacks(
    text: string,
    layout: Layout,
    columns: readonly number[],
    { sheet, line }: RowPlace,
    what: string,
  ): boolean {
    if (columns.length === 0 || text !== '') return false
    const column = layout.headings[columns[0]!]!
    const remedy = `Fill in “${column}”, or add what the row is called to the names of totals`
    this.findings.fault(sheet, line, column, '', `The row has figures, and nothing says ${what}`, remedy)
    return true
  }

  /** Was anything said, if only a fault? */
  private takeReading(row: Row, layout: Layout, reading: Reading, at: RowSays): boolean {
    const numerator = sumOf(row, reading.numerators, this.figure)
    if (numerator === 'fault') return this.noNumber(row, layout, reading.numerators, at.place)
    const denominator = reading.denominators.length === 0 ? Number.NaN : sumOf(row, reading.denominators, this.figure)
    if (denominator === 'fault') return this.noNumber(row, layout, reading.denominators, at.place)
    const spread = reading.spread < 0 ? Number.NaN : this.figure(row[reading.spread])
    if (spread === 'fault') return this.noNumber(row, layout, [reading.spread], at.place)
    const mapped = this.mapping.measures[reading.measure]!
    const isByRow = mapped.name === ''
    // A file that names its measures by row may hold counts beside proportions: theirs is no denominator.
    const lacksWhole = typeof denominator !== 'number' && !(isByRow && denominator === 'blank')
    if (typeof numerator !== 'number' || lacksWhole) {
      if (numerator === 'missing' || denominator === 'missing') this.hide(reading, at)
      return false
    }
    const whole = typeof denominator === 'number' ? denominator : Number.NaN
    const named = this.measureOf(reading, at)
    const measure = this.definiteMeasure(reading, named)
    const misfit = misfitOf(measure, mapped, numerator, whole)
    if (misfit !== null) {
      const isNumerator = misfit !== 'below zero' || numerator < 0
      const column = isNumerator ? reading.numerators[0]! : reading.denominators[0]!
      const value = String(isNumerator ? numerator : whole)
      const name = measure && misfit !== 'below zero' ? measure.name : mapped.name || at.measure
      const { sheet, line } = at.place
      const [reason, remedy] = misfitSaid(misfit, name, numerator, whole)
      this.findings.fault(sheet, line, layout.headings[column]!, value, reason, remedy)
      return true
    }
    this.figures.push({
      series: this.seriesOf(reading, named, at),
      period: at.period!,
      numerator,
      denominator: whole,
      spread: typeof spread === 'number' ? spread : Number.NaN,
    })
    return true
  }

  /** The number of the measure that a reading's figure is of. */
  measureOf({ measure }: Reading, row: RowNames): number {
    const mapped = this.mapping.measures[measure]!
    return mapped.name === '' ? this.store.measureNamed(row.measure, mapped) : measure
  }

  /** A measure of which it is known what it is; null for a new one that rows name. */
  definiteMeasure({ measure }: Reading, number: number): MappedMeasure | null {
    const mapped = this.mapping.measures[measure]!
    return mapped.name === '' ? this.store.ours(number) : mapped
  }

  /** The number of the series that a reading's figure belongs to. */
  seriesOf(reading: Reading, measure: number, row: RowNames): number {
    return this.store.series(measure, row.holder, wholeStratum(reading, row))
  }

  private hide(reading: Reading, at: RowSays): void {
    if (at.period !== null)
      this.store.hide(this.measureOf(reading, at), at.holder, wholeStratum(reading, at), at.period)
  }

  /** What the names of an ordinary row say; null where they make it a total or a fault. */
  namesOf(row: Row, layout: Layout): RowNames | null {
    const code = joined(row, layout.code, ' ')
    const name = joined(row, layout.name, ' ')
    const measure = joined(row, layout.measure, ' ')
    if (layout.code.length > 0 ? code === '' || this.isTotal(code) : name !== '' && this.isTotal(name)) return null
    if (layout.measure.length > 0 && measure === '') return null
    if (layout.names.some((column) => this.personal(textOf(row[column])) !== null)) return null
    return { holder: this.holderOf(code, name), stratum: this.stratumOf(row, layout), measure }
  }

  /** The period of an ordinary row; null where its cells are no period, or the name of a total. */
  ordinaryPeriod(row: Row, layout: Layout): PeriodNumber | null {
    const cells = layout.period.map((column) => row[column] ?? null)
    if (layout.code.length === 0 && cells.some((cell) => !isEmpty(cell) && this.isTotal(textOf(cell)))) return null
    return this.periodOf(cells)
  }

  private holderOf(code: string, name: string): number {
    const { holder: fixed } = this.mapping
    return fixed.from === 'fixed'
      ? this.store.holders.numberOf(fixed.code, fixed.name)
      : this.store.holders.numberOf(code, name)
  }

  private noNumber(row: Row, layout: Layout, columns: readonly number[], place: RowPlace): true {
    const column = columns.find((one) => this.figure(row[one]) === 'fault')!
    const value = textOf(row[column])
    this.findings.fault(
      place.sheet,
      place.line,
      layout.headings[column]!,
      value,
      `“${value.slice(0, 40)}” is not a number`,
      'Correct the cell, or add what it says to the marks for missing figures',
    )
    return true
  }

  /** undefined: a fault was recorded. */
  private periodOfRow(row: Row, layout: Layout, { sheet, line, period }: RowPlace): PeriodNumber | null | undefined {
    if (layout.period.length === 0) return period
    const found = this.periodOf(layout.period.map((column) => row[column] ?? null))
    if (found !== null) return found
    const value = joined(row, layout.period, ' ')
    const reason =
      value === ''
        ? 'The row has figures, and nothing says for when'
        : `“${value.slice(0, 40)}” is not a ${this.mapping.period.kind}`
    this.findings.fault(
      sheet,
      line,
      layout.headings[layout.period[0]!]!,
      value,
      reason,
      'Write it as 2024-04-01, April 2024, Q1 2024/25 or 2024/25',
    )
    return undefined
  }

  /** A row is a total by its code; or by its name, or any label, where it has no code of its own. */
  private isTotalRow(row: Row, layout: Layout, code: string, name: string): boolean {
    if (code !== '') return this.isTotal(code) || (this.isTotal(name) && layout.code.length === 0)
    if (name !== '' && this.isTotal(name)) return true
    const labels = layout.code.length > 0 ? row.slice(0, layout.figures[0]) : layout.period.map((column) => row[column])
    return labels.some((cell) => typeof cell === 'string' && cell.trim() !== '' && this.isTotal(textOf(cell)))
  }

  private stratumOf(row: Row, layout: Layout): string {
    if (layout.strata.length === 0) return WHOLE
    const parts = layout.strata
      .map((column) => {
        const text = textOf(row[column])
        // "1" alone tells nobody anything; "Type 1" does.
        return /^\d{1,3}$/.test(text) ? `${capitalised(layout.headings[column]!)} ${text}` : text
      })
      .filter((text) => text !== '' && !this.isTotal(text))
    return parts.join(BETWEEN_STRATA)
  }

  private leaveOutEmpty(row: Row, layout: Layout, { sheet, line }: RowPlace): void {
    const said = glance(row)
    if (said === '') return
    const isNamed = [...layout.code, ...layout.measure].some((column) => !isEmpty(row[column]))
    const cells = row.filter((cell) => !isEmpty(cell)).length
    this.findings.leaveOut(sheet, line, isNamed && cells > 1 ? 'suppressed' : 'note', said)
  }
}

/** The part that a reading's columns hold, and the one that its row says. */
function wholeStratum(reading: Reading, row: RowNames): string {
  if (reading.stratum === '' || row.stratum === '') return reading.stratum || row.stratum
  return `${reading.stratum}${BETWEEN_STRATA}${row.stratum}`
}

function joined(row: Row, columns: readonly number[], by: string): string {
  if (columns.length === 1) return textOf(row[columns[0]!])
  return columns
    .map((column) => textOf(row[column]))
    .filter((text) => text !== '')
    .join(by)
}

/** The first few filled cells of a row, for a person to recognise it by. */
function glance(row: Row): string {
  return row
    .filter((cell) => !isEmpty(cell))
    .slice(0, 4)
    .map(textOf)
    .join(', ')
}

function capitalised(heading: string): string {
  const words = heading.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
