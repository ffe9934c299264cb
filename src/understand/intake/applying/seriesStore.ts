import type { Findings } from '#understand/intake/applying/findings.ts'
import { Holders } from '#understand/intake/applying/holders.ts'
import { SeriesBuilder } from '#understand/intake/applying/seriesBuilder.ts'
import { folded } from '#understand/intake/cells.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { ProposedMeasure, SeriesFacts } from '#understand/intake/facts.ts'
import type { MappedMeasure, Mapping } from '#understand/intake/mapping.ts'
import { measureCode } from '#understand/intake/measureCode.ts'
import { kindOf, type MeasureKind } from '#understand/measureKind.ts'
import { type Calendar, shortLabel } from '#understand/period.ts'

/** More series than an organisation could look at: rather a wrong mapping, such as one with a stratum for each patient. */
const MAX_SERIES = 500_000

/** All series of a file as they grow, by measure, holder and stratum. */
export class SeriesStore {
  readonly holders: Holders
  private readonly mapping: Mapping
  private readonly context: IntakeContext
  private readonly measures: MappedMeasure[]
  /** Measures of one code share their series: the parts of one measure may stand in columns of their own. */
  private readonly codes: string[]
  private readonly byName = new Map<string, number>()
  private readonly builders = new Map<string, Map<string, Map<number, SeriesBuilder>>>()
  private count = 0

  constructor(mapping: Mapping, context: IntakeContext) {
    this.mapping = mapping
    this.context = context
    this.holders = new Holders(context, mapping.holder.unknown)
    this.measures = [...mapping.measures]
    this.codes = this.measures.map((measure) => measure.code)
    mapping.measures.forEach((measure, i) => {
      if (measure.name !== '') this.byName.set(folded(measure.name), i)
    })
  }

  /** The number of a measure that a row names: one of the mapping's, one of ours, or a new one made as the mapping says. */
  measureNamed(name: string, pattern: MappedMeasure): number {
    const known = this.byName.get(name) ?? this.byName.get(folded(name))
    if (known !== undefined) {
      if (this.byName.size < 100_000) this.byName.set(name, known)
      return known
    }
    const code = measureCode(name, new Set(this.codes))
    const ours = this.context.knownMeasures.find(
      (measure) => measure.code === folded(name) || folded(measure.name) === folded(name) || measure.code === code,
    )
    this.measures.push(ours ? { ...pattern, ...ours } : { ...pattern, code, name: name.slice(0, 120) })
    this.codes.push(ours?.code ?? code)
    this.byName.set(folded(name), this.measures.length - 1)
    this.byName.set(name, this.measures.length - 1)
    return this.measures.length - 1
  }

  series(measure: number, holder: number, stratum: string): SeriesBuilder {
    const code = this.codes[measure]!
    const strata = within(this.builders, code)
    const holders = within(strata, stratum)
    const found = holders.get(holder)
    if (found) return found
    if (++this.count > MAX_SERIES) throw new TooManySeries(MAX_SERIES)
    const made = new SeriesBuilder(code, this.holders.at(holder).code, stratum)
    holders.set(holder, made)
    return made
  }

  finish(findings: Findings): {
    readonly series: readonly SeriesFacts[]
    readonly measures: readonly ProposedMeasure[]
  } {
    const { period, provisional } = this.mapping
    const calendar: Calendar = { kind: period.kind, weekEnds: period.weekEnds }
    const dated = period.kind === 'event'
    const measures: ProposedMeasure[] = []
    const series: SeriesFacts[] = []
    for (const [code, strata] of this.builders) {
      const builders = [...strata.values()]
        .flatMap((holders) => [...holders.values()])
        .filter((builder) => !builder.isEmpty)
      if (builders.length === 0) continue
      const mapped = this.measures[this.codes.indexOf(code)]!
      const definition = this.proposed(mapped, builders)
      measures.push(definition)
      for (const builder of builders) {
        series.push(
          builder.finish({ dated, provisional }, (when, first, second) => {
            const what = [definition.name, builder.holder, builder.stratum, shortLabel(when, calendar)]
              .filter((part) => part !== '')
              .join(', ')
            findings.fault(
              '',
              second,
              '',
              what,
              `Lines ${first} and ${second} both give a figure for this`,
              'Take one of them out, or choose the column that tells them apart as a stratum',
            )
          }),
        )
      }
    }
    return { series, measures }
  }

  private proposed(mapped: MappedMeasure, builders: readonly SeriesBuilder[]): ProposedMeasure {
    const { period } = this.mapping
    const { code, name, unit, multiplier, decimals, better, area } = mapped
    const isNamedByRow = !this.mapping.measures.some((measure) => measure.code === code)
    const isOurs = this.context.knownMeasures.some((measure) => measure.code === code)
    const kind = isNamedByRow && !isOurs ? kindOfFigures(mapped.kind, builders) : mapped.kind
    const shown =
      kind === mapped.kind
        ? { unit, multiplier, decimals }
        : { unit: kindOf(kind).unit, multiplier: kindOf(kind).multiplier, decimals: kind === 'count' ? 0 : 1 }
    return {
      ...{ code, name, kind, period: period.kind, weekEnds: period.weekEnds, ...shown },
      numerator: mapped.numerator.join(' + ').slice(0, 300),
      denominator: kindOf(kind).needsDenominator ? mapped.denominator.join(' + ').slice(0, 300) : '',
      ...(better === undefined ? {} : { better }),
      ...(area === undefined ? {} : { area }),
    }
  }
}

/** The map under a key, made where there is none. */
function within<Key, Inner extends Map<unknown, unknown>>(outer: Map<Key, Inner>, key: Key): Inner {
  const found = outer.get(key)
  if (found) return found
  const made = new Map() as Inner
  outer.set(key, made)
  return made
}

/** What a measure that a row names can be, by its figures: the mapping's word fits only some of them. */
function kindOfFigures(wanted: MeasureKind, builders: readonly SeriesBuilder[]): MeasureKind {
  if (!builders.some((builder) => builder.hasDenominators)) {
    if (!kindOf(wanted).needsDenominator) return wanted
    return builders.every((builder) => builder.hasOnlyWholeNumbers) ? 'count' : 'published'
  }
  return kindOf(wanted).partOfWhole && builders.some((builder) => builder.hasPartsAboveWhole) ? 'ratio' : wanted
}

/** A mapping that makes more series than anybody could look at. */
export class TooManySeries extends Error {
  override readonly name = 'TooManySeries'

  constructor(limit: number) {
    super(`This would make more than ${limit.toLocaleString('en-GB')} series`)
  }
}
