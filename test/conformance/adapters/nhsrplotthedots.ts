import { type Analysis, analyse, type Direction, SpcInputError } from '@golden-thread/spc'
import { type Adapter, type Case, knownOptions, NotComparable, numberOption, optionOf, orNull } from '../case.ts'
import { isOnLine, lastBitExcuse, type OnLine } from './lastBit.ts'
import { nhsrplotthedotsExcuses, targetExcuse } from './nhsrplotthedots.excuses.ts'
import { type Facet, facetsOf } from './nhsrplotthedots.facets.ts'
import {
  ASSURANCE_ICONS,
  ASSURANCE_TYPES,
  POINT_TYPES,
  specialCause,
  VARIATION_ICONS,
} from './nhsrplotthedots.words.ts'

/** NHSRplotthedots: XmR charts by the rules of Making Data Count, one or several facets in one run. */
export const nhsrplotthedots: Adapter = {
  peer: 'NHSRplotthedots',
  excuses: [...nhsrplotthedotsExcuses, targetExcuse(targetOnLimit), lastBitExcuse(valuesOnLines, answer)],
  answer,
}

function answer(testCase: Case) {
  if (testCase.chart !== 'xmr') throw new NotComparable(`chart ${testCase.chart}`)
  knownOptions(testCase, OPTIONS)
  const facets = facetsOf(testCase).map((facet) => describe(testCase, facet))
  const hasFacets = testCase.input.facet !== undefined
  const points = facets.flatMap((facet) => facet.points)
  return {
    points: columns(points),
    variationIcon: hasFacets ? byName(facets, ({ variationIcon }) => variationIcon) : facets[0]!.variationIcon,
    assuranceIcon: hasFacets ? byName(facets, ({ assuranceIcon }) => assuranceIcon) : facets[0]!.assuranceIcon,
    summary: facets.flatMap((facet) => facet.summary),
    shortGroupWarningRaised: points.some(({ shortGroupWarning }) => shortGroupWarning),
  }
}

/** Values of the input that lie on the centre, a limit or a warning line of their facet. */
function valuesOnLines(testCase: Case): readonly OnLine[] {
  return facetsOf(testCase).flatMap((facet) => {
    const { values, centre, lower, upper } = analyseFacet(testCase, facet)
    return facet.rows.flatMap((row, at) => {
      const [middle, far] = [centre[at]!, upper[at]! - centre[at]!]
      const lines = [middle, lower[at]!, upper[at]!, middle - (2 / 3) * far, middle + (2 / 3) * far]
      const line = lines.find((one) => isOnLine(values[at]!, one))
      return line === undefined ? [] : [{ row, line }]
    })
  })
}

function targetOnLimit(testCase: Case): boolean {
  return facetsOf(testCase).some((facet) => {
    const { lower, upper } = analyseFacet(testCase, facet)
    const target = facet.target ?? Number.NaN
    return isOnLine(target, lower.at(-1)!) || isOnLine(target, upper.at(-1)!)
  })
}

const OPTIONS = [
  'improvementDirection',
  'screenOutliers',
  'target',
  'targetByFacet',
  'fixAfterNPoints',
  'rebaseDates',
  'rebaseDatesByFacet',
]

/** Our direction, and whether the NHS package lets a target be judged in it. */
const DIRECTIONS: Record<'increase' | 'decrease' | 'neutral', Direction> = {
  increase: 'higher',
  decrease: 'lower',
  neutral: 'neither',
}

/** Too few rows for limits, as the peer warns. */
const SHORT_GROUP = 13

/** One facet, analysed by our engine. A date that comes twice would be two values of one period, which our series cannot have. */
function analyseFacet(testCase: Case, facet: Facet): Analysis {
  if (new Set(facet.dates).size < facet.dates.length) throw new SpcInputError('two values of one period')
  const baseline = numberOption(testCase, 'fixAfterNPoints')
  const screened = testCase.options.screenOutliers !== false
  return analyse({
    chart: 'xmr',
    numerators: facet.values,
    direction: DIRECTIONS[optionOf(testCase, 'improvementDirection', ['increase', 'decrease', 'neutral'])],
    ...(facet.target === null ? {} : { target: facet.target }),
    phases: [...new Set([0, ...facet.starts])].map((start) => ({ start, ...(baseline === null ? {} : { baseline }) })),
    method: {
      screenRanges: screened,
      withoutSpread: screened ? 'onCentreUnlessEqual' : 'onCentre',
      assuranceWithoutLimits: 'hitOrMiss',
      judgedAt: 'lastPeriod',
    },
  })
}

function describe(testCase: Case, facet: Facet) {
  const analysis = analyseFacet(testCase, facet)
  const baseline = numberOption(testCase, 'fixAfterNPoints') ?? facet.dates.length
  const firstPhase = facet.starts[0] === 0 ? 1 : 0
  const points = facet.dates.map((date, at) => {
    const phase = analysis.phases.find(({ end }) => at < end)!
    return {
      facet: facet.name,
      date,
      phase: phase.number - 1 + firstPhase,
      valueUsedForLimits: at < phase.start + baseline ? orNull(analysis.values[at]!) : null,
      shortGroupWarning: phase.end - phase.start < SHORT_GROUP,
      ...pointOf(analysis, at),
    }
  })
  return {
    name: facet.name,
    points,
    variationIcon: VARIATION_ICONS[analysis.variation],
    assuranceIcon: ASSURANCE_ICONS[analysis.assurance],
    summary: analysis.phases.map((phase) => {
      const within = points.slice(phase.start, phase.end)
      const isLatest = phase.end === facet.dates.length
      return {
        f: facet.name,
        rebase_group: within[0]!.phase,
        mean_col: within[0]!.mean,
        lpl: within[0]!.lpl,
        upl: within[0]!.upl,
        n: within.length,
        common_cause: within.filter(({ pointType }) => pointType === 'common_cause').length,
        special_cause_improvement: within.filter(({ pointType }) => pointType === 'special_cause_improvement').length,
        special_cause_concern: within.filter(({ pointType }) => pointType === 'special_cause_concern').length,
        variation_type: within.at(-1)!.pointType,
        assurance_type: isLatest ? ASSURANCE_TYPES[analysis.assurance] : null,
      }
    }),
  }
}

function pointOf(analysis: Analysis, at: number) {
  const value = analysis.values[at]!
  const mean = analysis.centre[at]!
  const mark = analysis.marks![at]!
  const hasLimits = !Number.isNaN(value) && !Number.isNaN(analysis.upper[at]!)
  const zone = analysis.zones![at]!
  return {
    value: orNull(value),
    mean: orNull(mean),
    lpl: orNull(analysis.lower[at]!),
    upl: orNull(analysis.upper[at]!),
    target: orNull(analysis.targets[at]!),
    relativeToMean: Number.isNaN(value - mean) ? null : Math.sign(zone),
    outsideLimits: hasLimits ? Math.abs(zone) === 3 : null,
    closeToLimits: hasLimits ? Math.abs(zone) === 2 : null,
    specialCauseType: specialCause(mark),
    specialCause: mark !== 0,
    pointType: POINT_TYPES[analysis.verdicts[at]!],
  }
}

/** A list of points as parallel lists. */
function columns(points: readonly object[]): Record<string, unknown[]> {
  const names = Object.keys(points[0] ?? {})
  return Object.fromEntries(
    names.map((name) => [name, points.map((point) => (point as Record<string, unknown>)[name])]),
  )
}

function byName<T>(facets: readonly (T & { name: string | null })[], field: (facet: T) => unknown) {
  return Object.fromEntries(facets.map((facet) => [facet.name, field(facet)]))
}
