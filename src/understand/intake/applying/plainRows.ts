import type { FigureColumns } from '#understand/intake/applying/figureColumns.ts'
import type { Layout, Reading } from '#understand/intake/applying/layout.ts'
import { misfitOf } from '#understand/intake/applying/misfit.ts'
import type { RowNames, RowPlace, RowTaker } from '#understand/intake/applying/rowTaker.ts'
import { WordRows } from '#understand/intake/applying/words.ts'
import { plainNumber } from '#understand/intake/cells.ts'
import type { MappedMeasure } from '#understand/intake/mapping.ts'
import { type PlainRow, textsOf } from '#understand/intake/readers/reader.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** What rows with the same names have in common. */
interface Known {
  readonly names: RowNames
  /** The measure of each reading: its number, and what is known of it. */
  readonly measures: readonly { readonly number: number; readonly definite: MappedMeasure | null }[]
  /** The series of each reading, once it has a figure; −1 before. */
  readonly series: Int32Array
}

/**
 * Takes ordinary rows by their bytes: whose names and period were read before, and whose figures are all plain numbers
 * that fit. What it makes of them is what `RowTaker` would; every other row is left to that.
 */
export class PlainRows {
  private readonly layout: Layout
  private readonly taker: RowTaker
  private readonly figures: FigureColumns
  private readonly cellsNeeded: number
  private readonly nameRows: WordRows
  private readonly known: (Known | null)[] = []
  private readonly periodRows: WordRows
  private readonly periods: (PeriodNumber | null)[] = []
  /** The present row's figures, by column. */
  private readonly values: Float64Array

  constructor(layout: Layout, taker: RowTaker) {
    this.layout = layout
    this.taker = taker
    this.figures = taker.store.figures
    this.cellsNeeded = 1 + Math.max(-1, ...layout.names, ...layout.period, ...layout.figures)
    this.nameRows = new WordRows(layout.names)
    this.periodRows = new WordRows(layout.period)
    this.values = new Float64Array(this.cellsNeeded)
  }

  /** False, and nothing is done, for a row that is not ordinary. */
  take(row: PlainRow, place: RowPlace): boolean {
    if (row.cells < this.cellsNeeded || !this.readFigures(row)) return false
    const { readings, period: periodColumns } = this.layout
    const period = periodColumns.length === 0 ? place.period : this.periodOf(row)
    if (period === null && periodColumns.length > 0) return false
    const known = this.knownOf(row)
    if (known === null) return false
    if (!this.fits(known)) return false
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i]!
      if (known.series[i]! < 0) known.series[i] = this.taker.seriesOf(reading, known.measures[i]!.number, known.names)
      const spread = reading.spread < 0 ? Number.NaN : this.values[reading.spread]!
      const [numerator, whole] = [this.sumOf(reading.numerators), this.wholeOf(reading)]
      this.figures.add(known.series[i]!, reading.period ?? period!, numerator, whole, spread, place.line, place.sheet)
    }
    return true
  }

  private fits({ measures }: Known): boolean {
    const { readings } = this.layout
    for (let i = 0; i < readings.length; i++) {
      const reading = readings[i]!
      const pattern = this.taker.mapping.measures[reading.measure]!
      const misfit = misfitOf(measures[i]!.definite, pattern, this.sumOf(reading.numerators), this.wholeOf(reading))
      if (misfit !== null) return false
    }
    return true
  }

  private readFigures({ bytes, starts, ends }: PlainRow): boolean {
    const { figures } = this.layout
    for (let i = 0; i < figures.length; i++) {
      const column = figures[i]!
      const value = plainNumber(bytes, starts[column]!, ends[column]!)
      if (Number.isNaN(value)) return false
      this.values[column] = value
    }
    return true
  }

  private wholeOf({ denominators }: Reading): number {
    return denominators.length === 0 ? Number.NaN : this.sumOf(denominators)
  }

  private sumOf(columns: readonly number[]): number {
    if (columns.length === 1) return this.values[columns[0]!]!
    let sum = 0
    for (const column of columns) sum += this.values[column]!
    return sum
  }

  private periodOf(row: PlainRow): PeriodNumber | null {
    const number = this.periodRows.numberOf(row)
    if (number < 0) return null
    const known = this.periods[number]
    if (known !== undefined) return known
    const period = this.taker.ordinaryPeriod(textsOf(row), this.layout)
    this.periods[number] = period
    return period
  }

  private knownOf(row: PlainRow): Known | null {
    const number = this.nameRows.numberOf(row)
    if (number < 0) return null
    const known = this.known[number]
    if (known !== undefined) return known
    const names = this.taker.namesOf(textsOf(row), this.layout)
    const made = names && this.madeKnown(names)
    this.known[number] = made
    return made
  }

  private madeKnown(names: RowNames): Known {
    const { readings } = this.layout
    const measures = readings.map((reading) => {
      const number = this.taker.measureOf(reading, names)
      return { number, definite: this.taker.definiteMeasure(reading, number) }
    })
    return { names, measures, series: new Int32Array(readings.length).fill(-1) }
  }
}
