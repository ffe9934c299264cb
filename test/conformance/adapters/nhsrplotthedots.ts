import {
  type Analysis,
  type Assurance,
  analyse,
  type Direction,
  type PointVerdict,
  SpcInputError,
  type Variation,
} from '@golden-thread/spc'
import { type Adapter, type Case, knownOptions, NotComparable, numberOption, optionOf, orNull } from '../case.ts'
import { nhsrplotthedotsExcuses } from './nhsrplotthedots.excuses.ts'
import { type Facet, facetsOf } from './nhsrplotthedots.facets.ts'

/** NHSRplotthedots: XmR charts by the rules of Making Data Count, one or several facets in one run. */
export const nhsrplotthedots: Adapter = {
  peer: 'NHSRplotthedots',
  excuses: nhsrplotthedotsExcuses,
  answer(testCase) {
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
  },
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
    specialCauseType: SPECIAL_CAUSES[lowestBit(mark)]!,
    specialCause: mark !== 0,
    pointType: POINT_TYPES[analysis.verdicts[at]!],
  }
}

/** The peer's name of each bit of a point's marks: the rules in their order, high side first; then none. */
const SPECIAL_CAUSES = [
  'Above UCL',
  'Below LCL',
  '7 Point Trend (Increasing)',
  '7 Point Trend (Decreasing)',
  '2 in 3 Above CL',
  '2 in 3 Below CL',
  '7 Points Above CL',
  '7 Points Below CL',
  'Common Cause',
]

function lowestBit(mark: number): number {
  return mark === 0 ? SPECIAL_CAUSES.length - 1 : 31 - Math.clz32(mark & -mark)
}

const POINT_TYPES: Record<PointVerdict, string> = {
  commonCause: 'common_cause',
  missing: 'common_cause',
  improving: 'special_cause_improvement',
  concerning: 'special_cause_concern',
  neutralHigh: 'special_cause_neutral_high',
  neutralLow: 'special_cause_neutral_low',
}

const VARIATION_ICONS: Record<Variation, string> = {
  commonCause: 'common_cause',
  improvingHigh: 'improvement_high',
  improvingLow: 'improvement_low',
  concerningHigh: 'concern_high',
  concerningLow: 'concern_low',
  neutralHigh: 'neutral_high',
  neutralLow: 'neutral_low',
}

const ASSURANCE_ICONS: Record<Assurance, string | null> = {
  meets: 'pass',
  misses: 'fail',
  hitOrMiss: 'inconsistent',
  none: null,
}

const ASSURANCE_TYPES: Record<Assurance, string | null> = {
  meets: 'consistent_pass',
  misses: 'consistent_fail',
  hitOrMiss: 'inconsistent',
  none: null,
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
