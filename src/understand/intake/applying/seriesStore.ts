import { FigureColumns } from '#understand/intake/applying/figureColumns.ts'
import type { Findings } from '#understand/intake/applying/findings.ts'
import { HiddenColumns } from '#understand/intake/applying/hiddenColumns.ts'
import { Holders } from '#understand/intake/applying/holders.ts'
import { type GivenRow, SeriesBuilder, type SeriesName } from '#understand/intake/applying/seriesBuilder.ts'
import { folded } from '#understand/intake/cells.ts'
import type { IntakeContext, KnownMeasure } from '#understand/intake/context.ts'
import type { HiddenFigures, ProposedMeasure, SeriesFacts } from '#understand/intake/facts.ts'
import type { MappedMeasure, Mapping } from '#understand/intake/mapping.ts'
import { measureCode } from '#understand/intake/measureCode.ts'
import { kindOf, type MeasureKind } from '#understand/measureKind.ts'
import { type Calendar, type PeriodNumber, shortLabel } from '#understand/period.ts'

/** More series than an organisation could look at: rather a wrong mapping, such as one with a stratum for each patient. */
const MAX_SERIES = 500_000
/** Of rows that contradict each other so many are named. */
const LISTED = 5

/** All series of a file as they grow, by measure, holder and stratum. */
export class SeriesStore {
  readonly holders: Holders
  private readonly mapping: Mapping
  private readonly context: IntakeContext
  private readonly measures: MappedMeasure[]
  /** Measures of one code share their series: the parts of one measure may stand in columns of their own. */
  private readonly codes: string[]
  private readonly ourCodes: ReadonlySet<string>
  private readonly byName = new Map<string, number>()
  private readonly numbers = new Map<string, Map<string, Map<number, number>>>()
  private readonly names: SeriesName[] = []
  readonly figures = new FigureColumns()
  private readonly hiddenFigures: HiddenColumns

  constructor(mapping: Mapping, context: IntakeContext) {
    this.mapping = mapping
    this.context = context
    this.holders = new Holders(context, mapping.holder.unknown)
    this.measures = [...mapping.measures]
    this.ourCodes = new Set(context.knownMeasures.map(({ code }) => code))
    this.codes = this.measures.map((measure) => measure.code)
    this.hiddenFigures = new HiddenColumns(context.knownMeasures, mapping.period)
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
    this.measures.push({ ...pattern, ...(ours ? knownAs(ours) : { code, name: name.slice(0, 120) }) })
    this.codes.push(ours?.code ?? code)
    this.byName.set(folded(name), this.measures.length - 1)
    this.byName.set(name, this.measures.length - 1)
    return this.measures.length - 1
  }

  /** What is known of a numbered measure when it is one of ours; null for a new one. */
  ours(measure: number): MappedMeasure | null {
    return this.isOurs(this.codes[measure]!) ? this.measures[measure]! : null
  }

  /** The number of the series of a measure, holder and stratum: its figures go into `figures` under it. */
  series(measure: number, holder: number, stratum: string): number {
    const code = this.codes[measure]!
    const holders = within(within(this.numbers, code), stratum)
    const found = holders.get(holder)
    if (found !== undefined) return found
    if (this.names.length >= MAX_SERIES) throw new TooManySeries(MAX_SERIES)
    const number = this.names.push({ measure: code, holder: this.holders.at(holder).code, stratum }) - 1
    holders.set(holder, number)
    return number
  }

  /** A mark stands in the place of a figure. */
  hide(measure: number, holder: number, stratum: string, period: PeriodNumber): void {
    this.hiddenFigures.add(this.codes[measure]!, this.holders.at(holder), stratum, period)
  }

  get hidden(): readonly HiddenFigures[] {
    return this.hiddenFigures.all
  }

  finish(findings: Findings): {
    readonly series: readonly SeriesFacts[]
    readonly measures: readonly ProposedMeasure[]
  } {
    const { period } = this.mapping
    const calendar: Calendar = { kind: period.kind, weekEnds: period.weekEnds }
    const dated = period.kind === 'event'
    const measures: ProposedMeasure[] = []
    const series: SeriesFacts[] = []
    const columns = this.figures.bySeries(this.names.length)
    const byNumber = this.names.map((name, i) => new SeriesBuilder(name, columns[i]!))
    const all = [...this.numbers.values()].flatMap((strata) => numbersIn(strata).map((number) => byNumber[number]!))
    if (!dated) this.takeOutContradictions(all, calendar, findings)
    const isProvisional = this.provisional(all)
    for (const [code, strata] of this.numbers) {
      const builders = numbersIn(strata)
        .map((number) => byNumber[number]!)
        .filter((builder) => !builder.isEmpty)
      if (builders.length === 0) continue
      const mapped = this.measures[this.codes.indexOf(code)]!
      const definition = this.proposed(mapped, builders)
      measures.push(definition)
      for (const builder of builders) series.push(builder.finish({ dated, isProvisional }))
    }
    return { series, measures }
  }

  /** Publishers say of whole files, or of their last months, that they may still change. */
  private provisional(all: readonly SeriesBuilder[]): (period: PeriodNumber) => boolean {
    const { provisional, provisionalLast } = this.mapping
    if (provisional === 'none') return () => false
    if (provisional === 'all') return () => true
    const latest = all.reduce((last, builder) => Math.max(last, builder.latest), Number.NEGATIVE_INFINITY)
    return (period) => period > latest - provisionalLast
  }

  /** Rows that contradict each other are faults, all of them: nobody but a person can say which one is right. */
  private takeOutContradictions(all: readonly SeriesBuilder[], calendar: Calendar, findings: Findings): void {
    const contradictions = all.flatMap((builder) =>
      builder.contradictions().map((contradiction) => ({ builder, ...contradiction })),
    )
    if (contradictions.length === 0) return
    const faulty = new Set<string>()
    for (const { builder, period, rows } of contradictions) {
      const mapped = this.measures[this.codes.indexOf(builder.name.measure)]!
      const what = [mapped.name, builder.name.holder, builder.name.stratum, shortLabel(period, calendar)]
      for (const row of rows) {
        faulty.add(rowKey(row))
        findings.fault(
          ...([this.figures.sheets[row.sheet]!, row.line, '', what.filter((part) => part !== '').join(', ')] as const),
          `${placesOf(rows, this.figures.sheets)} give different figures for this: ${valuesOf(rows)}`,
          'Take the wrong one out, or choose the column that tells them apart as a stratum',
        )
      }
    }
    // A row goes in whole or not at all.
    for (const builder of all) builder.takeOut((row) => faulty.has(rowKey(row)))
  }

  private isOurs(code: string): boolean {
    return this.ourCodes.has(code)
  }

  private proposed(mapped: MappedMeasure, builders: readonly SeriesBuilder[]): ProposedMeasure {
    const { period } = this.mapping
    const { code, name, unit, multiplier, decimals, better, area } = mapped
    const isNamedByRow = !this.mapping.measures.some((measure) => measure.code === code)
    const kind = isNamedByRow && !this.isOurs(code) ? kindOfFigures(mapped, builders) : mapped.kind
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

/** What of one of our measures stands in a mapping. */
function knownAs({ code, name, kind, unit, multiplier, decimals }: KnownMeasure): Partial<MappedMeasure> {
  return { code, name, kind, unit, multiplier, decimals }
}

function rowKey({ sheet, line }: GivenRow): string {
  return `${line} ${sheet}`
}

/** "Rows 3 and 9"; with the sheets where they stand on several. */
function placesOf(rows: readonly GivenRow[], sheets: readonly string[]): string {
  const areApart = rows.some(({ sheet }) => sheet !== rows[0]!.sheet)
  const named = rows.map(({ sheet, line }) => (areApart ? `${line} of sheet ${sheets[sheet]!}` : String(line)))
  return `Rows ${listed(named)}`
}

function valuesOf(rows: readonly GivenRow[]): string {
  return listed(
    rows.map(({ numerator, denominator }) => `${numerator}${Number.isNaN(denominator) ? '' : ` of ${denominator}`}`),
  )
}

function listed(words: readonly string[]): string {
  const shown = words.length > LISTED ? [...words.slice(0, LISTED), `${words.length - LISTED} more`] : words
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`
}

function numbersIn(strata: ReadonlyMap<string, ReadonlyMap<number, number>>): readonly number[] {
  return [...strata.values()].flatMap((holders) => [...holders.values()])
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
function kindOfFigures({ kind: wanted, decimals }: MappedMeasure, builders: readonly SeriesBuilder[]): MeasureKind {
  if (!builders.some((builder) => builder.hasDenominators)) {
    const areCounts = builders.every((builder) => builder.hasOnlyWholeNumbers)
    if (kindOf(wanted).needsDenominator) return areCounts ? 'count' : 'published'
    // Shown without decimals, as counts are, a figure with a fraction would be another number.
    return wanted === 'count' && decimals === 0 && !areCounts ? 'published' : wanted
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
