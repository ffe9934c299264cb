import { LIMITS } from '#understand/intake/readers/reader.ts'
import { tooLarge } from '#understand/intake/readers/refusals.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** Figures in a piece: pieces are added, and none is ever copied to a larger one. */
const PIECE = 1 << 15

/** The figures of one series in the order of the file; NaN for a denominator or spread that is not given. */
export interface SeriesColumns {
  readonly periods: Int32Array
  readonly numerators: Float64Array
  readonly denominators: Float64Array
  readonly spreads: Float64Array
  readonly lines: Int32Array
  /** Places in the list of sheets. */
  readonly sheets: Uint16Array
}

interface Columns extends SeriesColumns {
  readonly series: Int32Array
}

/** All figures of a file as they come, in columns: a million lists that grow would cost more than reading the file. */
export class FigureColumns {
  private length = 0
  private readonly pieces: Columns[] = []
  private newest: Columns = columnsFor(0)
  private readonly sheetNames: string[] = []

  /** @throws Problem when there are more figures than the memory for a reading is meant for */
  add(
    series: number,
    period: PeriodNumber,
    numerator: number,
    denominator: number,
    spread: number,
    line: number,
    sheet: string,
  ): void {
    const at = this.length % PIECE
    if (at === 0) this.addPiece()
    const { newest } = this
    newest.series[at] = series
    newest.periods[at] = period
    newest.numerators[at] = numerator
    newest.denominators[at] = denominator
    newest.spreads[at] = spread
    newest.lines[at] = line
    newest.sheets[at] = this.sheetNumber(sheet)
    this.length++
  }

  get sheets(): readonly string[] {
    return this.sheetNames
  }

  /** The figures of each of `count` series, side by side in common arrays. */
  bySeries(count: number): readonly SeriesColumns[] {
    const ends = new Int32Array(count + 1)
    this.each(({ series }, i) => {
      ends[series[i]! + 1]!++
    })
    for (let series = 0; series < count; series++) ends[series + 1]! += ends[series]!
    const grouped = columnsFor(this.length)
    const next = ends.slice()
    this.each((piece, i) => {
      const at = next[piece.series[i]!]!++
      grouped.periods[at] = piece.periods[i]!
      grouped.numerators[at] = piece.numerators[i]!
      grouped.denominators[at] = piece.denominators[i]!
      grouped.spreads[at] = piece.spreads[i]!
      grouped.lines[at] = piece.lines[i]!
      grouped.sheets[at] = piece.sheets[i]!
    })
    return Array.from({ length: count }, (_, series) => ({
      periods: grouped.periods.subarray(ends[series]!, ends[series + 1]!),
      numerators: grouped.numerators.subarray(ends[series]!, ends[series + 1]!),
      denominators: grouped.denominators.subarray(ends[series]!, ends[series + 1]!),
      spreads: grouped.spreads.subarray(ends[series]!, ends[series + 1]!),
      lines: grouped.lines.subarray(ends[series]!, ends[series + 1]!),
      sheets: grouped.sheets.subarray(ends[series]!, ends[series + 1]!),
    }))
  }

  private each(take: (piece: Columns, i: number) => void): void {
    this.pieces.forEach((piece, nth) => {
      const filled = Math.min(PIECE, this.length - nth * PIECE)
      for (let i = 0; i < filled; i++) take(piece, i)
    })
  }

  private addPiece(): void {
    if (this.length >= LIMITS.figures) throw tooLarge('The file has too many figures.')
    this.newest = columnsFor(PIECE)
    this.pieces.push(this.newest)
  }

  private sheetNumber(name: string): number {
    const last = this.sheetNames.length - 1
    if (last >= 0 && this.sheetNames[last] === name) return last
    return this.sheetNames.push(name) - 1
  }
}

function columnsFor(length: number): Columns {
  return {
    series: new Int32Array(length),
    periods: new Int32Array(length),
    numerators: new Float64Array(length),
    denominators: new Float64Array(length),
    spreads: new Float64Array(length),
    lines: new Int32Array(length),
    sheets: new Uint16Array(length),
  }
}
