import type { ChartTypeId, SeriesInput, Wording } from '../../analysis.ts'
import type { Messages } from '../../messages/index.ts'
import type { Examined } from '../examined.ts'

/** A number that led to a piece of advice, as a page lists it. */
export interface Reason {
  /** "Laney’s sigma z, 1.5 at most by counting alone" */
  readonly name: string
  readonly is: number
  /** The number as it is said. */
  readonly said: string
}

/** The same figures, as the advised chart takes them. */
export interface Redrawn {
  readonly series: SeriesInput
  /** Entry of the present series that each point of the new one stands at. */
  readonly at: readonly number[]
}

/** What would suit the figures better, and why. */
export interface Advice {
  readonly id: Adviser['id']
  /** Null where no chart mends it, and only a limit to what any of them tells is to be known. */
  readonly chart: ChartTypeId | null
  /** "More spread than counting explains" */
  readonly title: string
  /** One or two sentences. */
  readonly why: string
  readonly reasons: readonly Reason[]
  readonly citation: string
  /** Null where there is no chart, or where the figures do not say what it would show. */
  readonly redrawn: Redrawn | null
}

/** One reason to draw another chart. Each is one file, one line in the list and one group of the catalogue. */
export interface Adviser {
  /** Leads to its title in the catalogue. */
  readonly id: keyof Messages['advice']['advisers']
  readonly citation: string
  /** Null: the present chart is right, as far as this adviser can tell. */
  advise(examined: Examined, wording: Wording): Omit<Advice, 'id' | 'title' | 'citation'> | null
}

/** All figures at their own places, on another chart. */
export function onChart({ input }: Examined, chart: ChartTypeId): Redrawn {
  const { kind: _, periods: __, events: ___, ...series } = input
  return { series: { ...series, chart }, at: Array.from(series.numerators, (_value, i) => i) }
}
