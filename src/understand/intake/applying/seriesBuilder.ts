import type { SeriesFacts } from '#understand/intake/facts.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** One series as it grows, row by row, in the order of the file. */
export class SeriesBuilder {
  readonly measure: string
  readonly holder: string
  readonly stratum: string
  private readonly periods: number[] = []
  private readonly numerators: number[] = []
  private readonly denominators: number[] = []
  private readonly spreads: number[] = []
  private readonly lines: number[] = []

  constructor(measure: string, holder: string, stratum: string) {
    this.measure = measure
    this.holder = holder
    this.stratum = stratum
  }

  /** NaN for a denominator or spread that is not given. */
  add(period: PeriodNumber, numerator: number, denominator: number, spread: number, line: number): void {
    this.periods.push(period)
    this.numerators.push(numerator)
    this.denominators.push(denominator)
    this.spreads.push(spread)
    this.lines.push(line)
  }

  /** Nothing but faults was said of it. */
  get isEmpty(): boolean {
    return this.periods.length === 0
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

  /**
   * In time order. A period said twice stays in once, as it was said first, and is reported with both lines.
   * `dated`: two events on one day are two events.
   */
  finish(
    options: { dated: boolean; provisional: boolean },
    twice: (period: PeriodNumber, first: number, second: number) => void,
  ): SeriesFacts {
    const order = Array.from(this.periods, (_, i) => i).sort((a, b) => this.periods[a]! - this.periods[b]! || a - b)
    const kept = order.filter((place, i) => {
      const before = order[i - 1]
      if (options.dated || before === undefined || this.periods[before] !== this.periods[place]) return true
      twice(this.periods[place]!, this.lines[before]!, this.lines[place]!)
      return false
    })
    const pick = (values: readonly number[]) => Float64Array.from(kept, (place) => values[place]!)
    const picked = (values: readonly number[]) => (values.some((value) => !Number.isNaN(value)) ? pick(values) : null)
    return {
      measure: this.measure,
      holder: this.holder,
      stratum: this.stratum,
      periods: kept.map((place) => this.periods[place]!),
      numerators: pick(this.numerators),
      denominators: picked(this.denominators),
      spreads: picked(this.spreads),
      provisional: options.provisional,
    }
  }
}
