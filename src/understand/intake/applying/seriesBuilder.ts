import type { SeriesColumns } from '#understand/intake/applying/figureColumns.ts'
import type { SeriesFacts } from '#understand/intake/facts.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** Which series: the codes of its measure and its holder, and its stratum. */
export type SeriesName = Pick<SeriesFacts, 'measure' | 'holder' | 'stratum'>

/** A row that gave a figure, and the figure. */
export interface GivenRow {
  /** Place in the list of sheets. */
  readonly sheet: number
  readonly line: number
  readonly numerator: number
  readonly denominator: number
}

/** One series when the file is read: its figures in the order of the file, of which some may still be taken out. */
export class SeriesBuilder {
  readonly name: SeriesName
  private columns: SeriesColumns

  constructor(name: SeriesName, columns: SeriesColumns) {
    this.name = name
    this.columns = columns
  }

  /** Nothing but faults was said of it. */
  get isEmpty(): boolean {
    return this.columns.periods.length === 0
  }

  get latest(): PeriodNumber {
    return this.columns.periods.reduce((latest, period) => Math.max(latest, period), Number.NEGATIVE_INFINITY)
  }

  get hasDenominators(): boolean {
    return hasValues(this.columns.denominators)
  }

  get hasPartsAboveWhole(): boolean {
    const { numerators, denominators } = this.columns
    return numerators.some((value, i) => value > denominators[i]!)
  }

  get hasOnlyWholeNumbers(): boolean {
    return this.columns.numerators.every(Number.isInteger)
  }

  /** Periods for which rows give different figures, each with all its rows. The same figure twice is no contradiction. */
  contradictions(): readonly { readonly period: PeriodNumber; readonly rows: readonly GivenRow[] }[] {
    if (this.isInTime()) return []
    const { periods } = this.columns
    const order = this.order()
    const isContradicted = new Set<PeriodNumber>()
    order.forEach((place, i) => {
      const before = order[i - 1]
      if (before === undefined || periods[before] !== periods[place]) return
      if (!this.isSame(before, place)) isContradicted.add(periods[place]!)
    })
    return [...isContradicted].map((period) => {
      const places = order.filter((place) => periods[place] === period)
      return { period, rows: places.map((place) => this.rowAt(place)) }
    })
  }

  takeOut(isOut: (row: GivenRow) => boolean): void {
    const { periods } = this.columns
    const kept = Array.from(periods, (_, place) => place).filter((place) => !isOut(this.rowAt(place)))
    if (kept.length !== periods.length) this.columns = picked(this.columns, kept)
  }

  /** In time order; a figure that is given twice stands once. `dated`: two events on one day are two events. */
  finish(options: { readonly dated: boolean; readonly isProvisional: (period: PeriodNumber) => boolean }): SeriesFacts {
    const columns = this.isInTime() ? this.columns : picked(this.columns, this.kept(options.dated))
    const { numerators, denominators, spreads } = columns
    const periods = Array.from(columns.periods)
    const provisional = periods.map(options.isProvisional)
    return {
      ...this.name,
      periods,
      numerators,
      denominators: hasValues(denominators) ? denominators : null,
      spreads: hasValues(spreads) ? spreads : null,
      provisional: provisional.includes(true) ? provisional : null,
    }
  }

  /** As most files are: each period once, and later ones later. */
  private isInTime(): boolean {
    const { periods } = this.columns
    for (let i = 1; i < periods.length; i++) if (periods[i]! <= periods[i - 1]!) return false
    return true
  }

  private kept(dated: boolean): readonly number[] {
    const { periods } = this.columns
    return this.order().filter((place, i, order) => dated || i === 0 || periods[order[i - 1]!] !== periods[place])
  }

  /** The places of the figures, by period and then as the file has them. */
  private order(): readonly number[] {
    const { periods } = this.columns
    return Array.from(periods, (_, i) => i).sort((a, b) => periods[a]! - periods[b]! || a - b)
  }

  private isSame(a: number, b: number): boolean {
    const { numerators, denominators, spreads } = this.columns
    return [numerators, denominators, spreads].every((values) => Object.is(values[a], values[b]))
  }

  private rowAt(place: number): GivenRow {
    const { sheets, lines, numerators, denominators } = this.columns
    return {
      sheet: sheets[place]!,
      line: lines[place]!,
      numerator: numerators[place]!,
      denominator: denominators[place]!,
    }
  }
}

function hasValues(values: Float64Array): boolean {
  return values.some((value) => !Number.isNaN(value))
}

function picked(columns: SeriesColumns, places: readonly number[]): SeriesColumns {
  return {
    periods: Int32Array.from(places, (place) => columns.periods[place]!),
    numerators: Float64Array.from(places, (place) => columns.numerators[place]!),
    denominators: Float64Array.from(places, (place) => columns.denominators[place]!),
    spreads: Float64Array.from(places, (place) => columns.spreads[place]!),
    lines: Int32Array.from(places, (place) => columns.lines[place]!),
    sheets: Uint16Array.from(places, (place) => columns.sheets[place]!),
  }
}
