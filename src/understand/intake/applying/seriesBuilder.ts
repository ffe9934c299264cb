import type { SeriesFacts } from '#understand/intake/facts.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** A row that gave a figure, and the figure. */
export interface GivenRow {
  readonly sheet: string
  readonly line: number
  readonly numerator: number
  readonly denominator: number
}

/** One series as it grows, row by row, in the order of the file. */
export class SeriesBuilder {
  readonly measure: string
  readonly holder: string
  readonly stratum: string
  private periods: number[] = []
  private numerators: number[] = []
  private denominators: number[] = []
  private spreads: number[] = []
  private lines: number[] = []
  private sheets: string[] = []

  constructor(measure: string, holder: string, stratum: string) {
    this.measure = measure
    this.holder = holder
    this.stratum = stratum
  }

  /** NaN for a denominator or spread that is not given. */
  add(period: PeriodNumber, numerator: number, denominator: number, spread: number, line: number, sheet: string): void {
    this.periods.push(period)
    this.numerators.push(numerator)
    this.denominators.push(denominator)
    this.spreads.push(spread)
    this.lines.push(line)
    this.sheets.push(sheet)
  }

  /** Nothing but faults was said of it. */
  get isEmpty(): boolean {
    return this.periods.length === 0
  }

  get latest(): PeriodNumber {
    return this.periods.reduce((latest, period) => Math.max(latest, period), Number.NEGATIVE_INFINITY)
  }

  get hasDenominators(): boolean {
    return this.denominators.some((value) => !Number.isNaN(value))
  }

  get hasPartsAboveWhole(): boolean {
    return this.numerators.some((value, i) => value > this.denominators[i]!)
  }

  get hasOnlyWholeNumbers(): boolean {
    return this.numerators.every(Number.isInteger)
  }

  /** Periods for which rows give different figures, each with all its rows. The same figure twice is no contradiction. */
  contradictions(): readonly { readonly period: PeriodNumber; readonly rows: readonly GivenRow[] }[] {
    const order = this.inTime()
    const isContradicted = new Set<PeriodNumber>()
    order.forEach((place, i) => {
      const before = order[i - 1]
      if (before === undefined || this.periods[before] !== this.periods[place]) return
      if (!this.isSame(before, place)) isContradicted.add(this.periods[place]!)
    })
    return [...isContradicted].map((period) => {
      const places = order.filter((place) => this.periods[place] === period)
      return { period, rows: places.map((place) => this.rowAt(place)) }
    })
  }

  takeOut(isOut: (row: GivenRow) => boolean): void {
    const kept = Array.from(this.periods, (_, place) => place).filter((place) => !isOut(this.rowAt(place)))
    if (kept.length === this.periods.length) return
    const pick = <Value>(values: readonly Value[]) => kept.map((place) => values[place]!)
    this.periods = pick(this.periods)
    this.numerators = pick(this.numerators)
    this.denominators = pick(this.denominators)
    this.spreads = pick(this.spreads)
    this.lines = pick(this.lines)
    this.sheets = pick(this.sheets)
  }

  /** In time order; a figure that is given twice stands once. `dated`: two events on one day are two events. */
  finish(options: { readonly dated: boolean; readonly isProvisional: (period: PeriodNumber) => boolean }): SeriesFacts {
    const order = this.inTime()
    const kept = order.filter((place, i) => {
      const before = order[i - 1]
      return options.dated || before === undefined || this.periods[before] !== this.periods[place]
    })
    const pick = (values: readonly number[]) => Float64Array.from(kept, (place) => values[place]!)
    const picked = (values: readonly number[]) => (values.some((value) => !Number.isNaN(value)) ? pick(values) : null)
    const periods = kept.map((place) => this.periods[place]!)
    const provisional = periods.map(options.isProvisional)
    return {
      measure: this.measure,
      holder: this.holder,
      stratum: this.stratum,
      periods,
      numerators: pick(this.numerators),
      denominators: picked(this.denominators),
      spreads: picked(this.spreads),
      provisional: provisional.includes(true) ? provisional : null,
    }
  }

  /** The places of the figures, by period and then as the file has them. */
  private inTime(): readonly number[] {
    return Array.from(this.periods, (_, i) => i).sort((a, b) => this.periods[a]! - this.periods[b]! || a - b)
  }

  private isSame(a: number, b: number): boolean {
    return [this.numerators, this.denominators, this.spreads].every((values) => Object.is(values[a], values[b]))
  }

  private rowAt(place: number): GivenRow {
    return {
      sheet: this.sheets[place]!,
      line: this.lines[place]!,
      numerator: this.numerators[place]!,
      denominator: this.denominators[place]!,
    }
  }
}
