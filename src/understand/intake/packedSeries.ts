import type { SeriesFacts } from '#understand/intake/facts.ts'

/** Many series as a few long arrays: what goes from one process to another goes faster so than as many short ones. */
export interface PackedSeries {
  readonly names: readonly Pick<SeriesFacts, 'measure' | 'holder' | 'stratum'>[]
  readonly lengths: Int32Array
  readonly periods: Int32Array
  readonly numerators: Float64Array
  /** These three of the series that have them only, one after another. */
  readonly denominators: Float64Array
  readonly spreads: Float64Array
  readonly provisional: Uint8Array
  /** Which of the three a series has: 1, 2 and 4, added up. */
  readonly has: Uint8Array
}

const [DENOMINATORS, SPREADS, PROVISIONAL] = [1, 2, 4]

export function packSeries(series: readonly SeriesFacts[]): PackedSeries {
  const length = (part: (one: SeriesFacts) => { readonly length: number } | null) =>
    series.reduce((sum, one) => sum + (part(one)?.length ?? 0), 0)
  const packed: PackedSeries = {
    names: series.map(({ measure, holder, stratum }) => ({ measure, holder, stratum })),
    lengths: Int32Array.from(series, ({ periods }) => periods.length),
    periods: new Int32Array(length(({ periods }) => periods)),
    numerators: new Float64Array(length(({ numerators }) => numerators)),
    denominators: new Float64Array(length(({ denominators }) => denominators)),
    spreads: new Float64Array(length(({ spreads }) => spreads)),
    provisional: new Uint8Array(length(({ provisional }) => provisional)),
    has: Uint8Array.from(
      series,
      ({ denominators, spreads, provisional }) =>
        (denominators ? DENOMINATORS : 0) + (spreads ? SPREADS : 0) + (provisional ? PROVISIONAL : 0),
    ),
  }
  const at = { figure: 0, denominator: 0, spread: 0, mark: 0 }
  for (const { periods, numerators, denominators, spreads, provisional } of series) {
    packed.periods.set(periods, at.figure)
    packed.numerators.set(numerators, at.figure)
    packed.denominators.set(denominators ?? [], at.denominator)
    packed.spreads.set(spreads ?? [], at.spread)
    packed.provisional.set(provisional?.map(Number) ?? [], at.mark)
    at.figure += periods.length
    at.denominator += denominators?.length ?? 0
    at.spread += spreads?.length ?? 0
    at.mark += provisional?.length ?? 0
  }
  return packed
}

/** The series again; their figures stay in the long arrays. */
export function unpackSeries(packed: PackedSeries): readonly SeriesFacts[] {
  const at = { figure: 0, denominator: 0, spread: 0, mark: 0 }
  return packed.names.map((name, i): SeriesFacts => {
    const length = packed.lengths[i]!
    const has = (part: number) => (packed.has[i]! & part) > 0
    const one = {
      ...name,
      periods: Array.from(packed.periods.subarray(at.figure, at.figure + length)),
      numerators: packed.numerators.subarray(at.figure, at.figure + length),
      denominators: has(DENOMINATORS) ? packed.denominators.subarray(at.denominator, at.denominator + length) : null,
      spreads: has(SPREADS) ? packed.spreads.subarray(at.spread, at.spread + length) : null,
      provisional: has(PROVISIONAL)
        ? Array.from(packed.provisional.subarray(at.mark, at.mark + length), Boolean)
        : null,
    }
    at.figure += length
    at.denominator += one.denominators?.length ?? 0
    at.spread += one.spreads?.length ?? 0
    at.mark += one.provisional?.length ?? 0
    return one
  })
}
