import { folded } from '#understand/intake/cells.ts'
import type { IntakeContext, KnownMeasure } from '#understand/intake/context.ts'
import type { MappedMeasure } from '#understand/intake/mapping.ts'
import { measureCode } from '#understand/intake/measureCode.ts'
import type { About } from '#understand/intake/proposal/about.ts'
import { addedUp, type Figure, withoutBands } from '#understand/intake/proposal/figure.ts'
import { findPairs, type Pair } from '#understand/intake/proposal/parts.ts'
import { wordsOf } from '#understand/intake/proposal/profile.ts'
import {
  DENOMINATOR_HEADING,
  MEAN_HEADING,
  NUMERATOR_HEADING,
  PERCENT_HEADING,
  PUBLISHED_HEADING,
  SIZE_HEADING,
  SPREAD_HEADING,
  VALUE_HEADING,
} from '#understand/intake/proposal/vocabulary.ts'
import { kindOf, type MeasureKind } from '#understand/measureKind.ts'

/** A name that says nothing without what stands over it. */
const BARE_NAME =
  /^(?:(?:(?:grand |overall )?totals?|numbers?|no|n|counts?|values?|figures?|amounts?|results?|scores?|rates?|percentage|per ?cent|%|all|overall|sum|mean|average|median|numerators?|denominators?|actual|performance)\W*$|(?:within|over|under|after|in|between|\d)\S*(?: \S+){0,4}$)/i
const MAX_NAME = 120

/** The measures that a table's columns make. `about`: what the table is about, for names that say too little alone. */
export function measuresFrom(all: readonly Figure[], context: IntakeContext, about: About): readonly MappedMeasure[] {
  const figures = addedUp(withoutBands(all))
  const average = averageOf(figures)
  if (average) return [identified({ ...average, name: nameOf(figures[0]!, about) }, context, new Set())]
  const { pairs, derived } = findPairs(figures)
  const taken = new Set<string>()
  const strata = stratifiedBlocks(figures)
  return figures
    .filter((figure) => !derived.includes(figure) && !isRest(figure, pairs, figures))
    .map((figure) => {
      const measure = one(
        figure,
        pairs.find((pair) => pair.part === figure),
        about,
      )
      const block = strata.get(figure)
      if (!block) return identified(measure, context, taken)
      return identified({ ...measure, name: block.name, stratum: block.stratum }, context, taken, block.name)
    })
}

/** What is made of each row where rows name their measures. */
export function measureByRow(figures: readonly Figure[]): MappedMeasure {
  const find = (pattern: RegExp) => figures.find((figure) => pattern.test(wordsOf(figure.name)))
  const denominator = find(DENOMINATOR_HEADING)
  const numerator =
    find(NUMERATOR_HEADING) ??
    (denominator && figures.find((figure) => figure !== denominator)) ??
    find(VALUE_HEADING) ??
    figures[0]
  const kind = denominator
    ? 'proportion'
    : figures.some((figure) => isPublished(figure) || figure.decimals > 0)
      ? 'published'
      : 'count'
  return {
    ...aMeasure(kind, numerator ? [numerator] : []),
    code: '',
    name: '',
    denominator: denominator ? [...denominator.headings] : [],
  }
}

function one(figure: Figure, pair: Pair | undefined, about: About): MappedMeasure {
  const name = nameOf(figure, about)
  if (pair) return { ...aMeasure('proportion', [figure]), name, denominator: [...pair.whole.headings] }
  const isPercent = figure.isShare || PERCENT_HEADING.test(wordsOf(figure.name))
  const isPublishedValue = isPercent || isPublished(figure)
  const measure = { ...aMeasure(isPublishedValue ? 'published' : 'count', [figure]), name }
  if (!isPercent) return measure
  return { ...measure, unit: '%', multiplier: 100 / figure.whole, decimals: 1 }
}

/** Columns of size, mean and standard deviation make one average. */
function averageOf(figures: readonly Figure[]): MappedMeasure | null {
  const find = (pattern: RegExp) => figures.find((figure) => pattern.test(wordsOf(figure.name)))
  const [mean, size, spread] = [find(MEAN_HEADING), find(SIZE_HEADING), find(SPREAD_HEADING)]
  if (!mean || !size || !spread) return null
  return { ...aMeasure('average', [mean]), denominator: [...size.headings], spread: spread.headings[0]! }
}

function aMeasure(kind: MeasureKind, figures: readonly Figure[]): MappedMeasure {
  const { unit, multiplier } = kindOf(kind)
  const decimals = kind === 'proportion' ? 1 : Math.max(0, ...figures.map((figure) => figure.decimals))
  return {
    code: '',
    name: '',
    kind,
    unit,
    multiplier,
    decimals,
    numerator: figures.flatMap((figure) => figure.headings),
    denominator: [],
    spread: '',
    stratum: '',
  }
}

/** A code of ours where the name is ours too; else one made of the name. `shared`: parts of one measure have one code. */
function identified(measure: MappedMeasure, context: IntakeContext, taken: Set<string>, shared = ''): MappedMeasure {
  // A name that any table could have is no sign that it is ours: only a mapping that is remembered knows that.
  const isBare = BARE_NAME.test(measure.name)
  const ours = isBare ? undefined : context.knownMeasures.find((known) => isSameMeasure(known, measure))
  const others = isBare ? context.knownMeasures.map((known) => known.code) : []
  const code = ours?.code ?? measureCode(measure.name, new Set(shared === '' ? [...taken, ...others] : others))
  taken.add(code)
  if (!ours) return { ...measure, code }
  const { name, kind, unit, multiplier, decimals } = ours
  return { ...measure, code, name, kind, unit, multiplier, decimals }
}

function isSameMeasure(known: KnownMeasure, { name, denominator }: MappedMeasure): boolean {
  const isNamed = folded(known.name) === folded(name) || known.code === measureCode(name, new Set())
  return isNamed && kindOf(known.kind).needsDenominator === denominator.length > 0
}

function isRest(figure: Figure, pairs: readonly Pair[], figures: readonly Figure[]): boolean {
  const mine = pairs.some((pair) => pair.part === figure || pair.whole === figure)
  if (mine) return false
  return pairs.some(({ part, whole }) => part !== figure && figures.includes(part) && isSum(figure, part, whole))
}

function isSum(a: Figure, b: Figure, sum: Figure): boolean {
  return a.values.every(
    (value, i) =>
      Number.isNaN(value + b.values[i]! + sum.values[i]!) || Math.abs(value + b.values[i]! - sum.values[i]!) < 0.01,
  )
}

function isPublished(figure: Figure): boolean {
  return PUBLISHED_HEADING.test(wordsOf(figure.name))
}

/**
 * Two or more upper headings over the same lower ones (available and occupied, each by sector): the upper one names
 * the measure, the lower one the part, and its total is the whole.
 */
function stratifiedBlocks(
  figures: readonly Figure[],
): ReadonlyMap<Figure, { readonly name: string; readonly stratum: string }> {
  const blocks = Map.groupBy(figures, (figure) => figure.over)
  const namesOf = (block: readonly Figure[]) => block.map((figure) => folded(figure.name)).join('\n')
  const alike = Map.groupBy(
    [...blocks].filter(([over, block]) => over !== '' && block.length > 1),
    ([, block]) => namesOf(block),
  )
  const found = new Map<Figure, { readonly name: string; readonly stratum: string }>()
  for (const [, group] of alike) {
    if (group.length < 2) continue
    for (const [over, block] of group) {
      for (const figure of block)
        found.set(figure, { name: said(over), stratum: /^total\b|^all\b/i.test(figure.name) ? '' : figure.name })
    }
  }
  return found
}

function nameOf(figure: Figure, { table, file }: About): string {
  if (figure.name === '') return said(table || 'Value').slice(0, MAX_NAME)
  const isBare = BARE_NAME.test(figure.name.trim())
  const about = isBare ? table || said(figure.over) || said(file) : ''
  return [about, said(figure.name)]
    .filter((part) => part !== '')
    .join(': ')
    .slice(0, MAX_NAME)
}

/** As a sentence says it: words in capitals and names of programs become plain words. */
function said(text: string): string {
  const plain = wordsOf(text).replace(/\s+/g, ' ').trim()
  const quiet = plain === plain.toUpperCase() && /[A-Z]{4}/.test(plain) ? plain.toLowerCase() : plain
  return quiet.charAt(0).toUpperCase() + quiet.slice(1)
}
