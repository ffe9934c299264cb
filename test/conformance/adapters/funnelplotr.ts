import {
  type FunnelAnalysis,
  type FunnelInput,
  type FunnelLimits,
  type FunnelMethodOptions,
  type FunnelPoint,
  funnel,
  sideOf,
} from '@golden-thread/spc'
import { type Adapter, type Case, fieldName, knownOptions, NotComparable, numberOption, optionOf } from '../case.ts'
import { funnelOf, inOrder, isPlottedTwice, limitsAlong, PLOTTED_TWICE, sums } from './funnels.ts'

/** FunnelPlotR: both pairs of limits, as chance alone and as τ² has them, whichever are drawn. */
export const funnelplotr: Adapter = {
  peer: 'FunnelPlotR',
  excuses: [
    {
      reason:
        'the logarithm of a unit without events makes the peer’s φ, τ² and wider limits infinite; ours leave it out',
      covers: (testCase, path) => MADE_OF_PHI.test(fieldName(path)) && hasLogarithmOfNought(testCase),
    },
    {
      reason: 'more events than cases are no proportion: ours refuses them, the peer goes on without that unit’s score',
      covers: (testCase, [field]) =>
        field === 'error' && testCase.options.dataType === 'PR' && sums(testCase).some(([part, all]) => part > all),
    },
    {
      reason: PLOTTED_TWICE,
      covers: (testCase, [, field, place]) =>
        testCase.options.dataType === 'PR' &&
        LIMIT_OR_FLAG.test(String(field)) &&
        typeof place === 'number' &&
        isTwice(testCase, place),
    },
  ],
  answer(testCase) {
    knownOptions(testCase, OPTIONS)
    const asked = testCase.options.overdispersionAdjusted === true
    const input = inputOf(testCase, asked)
    const analysis = funnel(input)
    const points = inOrderOfName(analysis.points)
    const plain = pairsOf(input, analysis, points, false)
    const widened = pairsOf(input, asked ? analysis : withoutTau(analysis), points, true)
    const level = numberOption(testCase, 'limitUsedForOutliers') === 95 ? 0 : 1
    const drawn = analysis.adjusted ? widened : plain
    return {
      points: {
        group: points.map(({ unit }) => unit),
        numerator: points.map(({ numerator }) => numerator),
        denominator: points.map(({ denominator }) => denominator),
        ratio: points.map(({ value }) => value! / analysis.multiplier),
        transformedValue: points.map(({ score }) => scoreOf(score)),
        transformedTarget: points.map(() => analysis.targetScore),
        zScore: points.map(({ z }) => scoreOf(z)),
        trimmedZScore: points.map(({ trimmedZ }) => trimmedZ),
        ...lines(plain, ['lcl95', 'ucl95', 'lcl998', 'ucl998']),
        ...lines(widened, ['odLcl95', 'odUcl95', 'odLcl998', 'odUcl998']),
        outlier: points.map(({ value }, i) => sideOf(value!, drawn[i]![level]!) !== null),
      },
      phi: asked ? analysis.dispersion.phi : 0,
      tau2: asked ? analysis.dispersion.tau2 : 0,
      target: analysis.target! / analysis.multiplier,
      drawAdjusted: analysis.adjusted,
      drawUnadjusted: !analysis.adjusted,
    }
  },
}

const LIMIT_OR_FLAG = /^((l|u|odL|odU)cl\d+|outlier)$/

/** Units stand in the order of their names. */
function isTwice(testCase: Case, place: number): boolean {
  const denominators = sums(testCase).map(([, denominator]) => denominator)
  const { denominator } = inOrderOfName(funnel(inputOf(testCase, false)).points)[place]!
  return isPlottedTwice(denominator!, plottingDenominators(denominators))
}

/** What φ changes. */
const MADE_OF_PHI = /^(phi|tau2|draw\w+|points\.(trimmedZScore|od\w+|outlier))$/

/** Some unit without events is not among those that truncation leaves out: there are too many of them, or too few units. */
function hasLogarithmOfNought(testCase: Case): boolean {
  const units = sums(testCase)
  const without = units.filter(([observed]) => observed === 0).length
  const rank = (without + 1) / 2
  const isLeftOut = Math.floor(rank / (numberOption(testCase, 'trimBy') ?? TRIM) / (units.length + 1)) === 0
  const isByLogarithm = testCase.options.dataType === 'SR' && testCase.options.srMethod !== 'CQC'
  return isByLogarithm && without > 0 && !isLeftOut
}

function inOrderOfName(points: readonly FunnelPoint[]): readonly FunnelPoint[] {
  return points.toSorted((a, b) => (a.unit < b.unit ? -1 : 1))
}

const TRIM = 0.1

const OPTIONS = [
  'dataType',
  'overdispersionAdjusted',
  'srMethod',
  'trimBy',
  'limitUsedForOutliers',
  'multiplier',
  'shmiRounding',
]

/** The quantiles as the peer rounds them. */
const LEVELS = [
  { share: 0.95, sigmas: 1.959964 },
  { share: 0.998, sigmas: 3.090232 },
]

function inputOf(testCase: Case, asked: boolean): FunnelInput {
  const units = funnelOf(testCase)
  return {
    ...units,
    multiplier: numberOption(testCase, 'multiplier') ?? 1,
    method: {
      levels: LEVELS,
      ...scaleOf(testCase, units.kind),
      countError: 'halfRoot',
      limits: units.kind === 'standardisedRatio' ? 'interval' : 'approximate',
      trim: numberOption(testCase, 'trimBy') ?? TRIM,
      adjust: asked ? 'whenPhiAboveOne' : 'never',
      beyondScale: 'folded',
    },
  }
}

function scaleOf(testCase: Case, kind: FunnelInput['kind']): FunnelMethodOptions {
  if (kind === 'proportion') return {}
  if (kind === 'rate') return { scale: 'log' }
  // SHMI unless the peer is told otherwise.
  if (testCase.options.srMethod != null && optionOf(testCase, 'srMethod', ['SHMI', 'CQC']) === 'CQC')
    return { scale: 'root' }
  const rounded = testCase.options.shmiRounding === false ? {} : { denominatorDecimals: 2 }
  return { scale: 'log', outerScores: 'truncated', ...rounded }
}

/** A logarithm of 0, which is null in ours. */
function scoreOf(score: number | null): number | string {
  return score ?? '-Infinity'
}

type Pairs = readonly (readonly FunnelLimits[])[]

/** Where nothing was asked for, the peer's adjusted limits are those on the scale of the scores. */
function withoutTau(analysis: FunnelAnalysis): FunnelAnalysis {
  return { ...analysis, dispersion: { ...analysis.dispersion, tau2: 0 } }
}

function pairsOf(
  input: FunnelInput,
  analysis: FunnelAnalysis,
  points: readonly FunnelPoint[],
  widened: boolean,
): Pairs {
  if (points.some(({ limits }) => limits === null)) throw new NotComparable('a unit without a denominator')
  const denominators = points.map(({ denominator }) => denominator!)
  const isProportion = input.kind === 'proportion'
  const grid = isProportion ? [...plottingDenominators(denominators), ...denominators] : denominators
  const along = limitsAlong(input, analysis, inOrder(grid), widened)
  return denominators.map((denominator) => {
    const { here, next } = along.get(denominator)!
    if (isProportion && next) return here.map((pair, level) => inBounds(pair, next[level]!, analysis.multiplier))
    return widened && isByRoot(input) ? here.map((pair) => notSquared(pair, analysis.multiplier)) : here
  })
}

/** The peer's own thousand, from 3 to the largest, which is exact. */
function plottingDenominators(denominators: readonly number[]): readonly number[] {
  const largest = Math.ceil(Math.max(...denominators))
  const step = (largest - 3) / 999
  return Array.from({ length: 1000 }, (_, i) => (i === 999 ? largest : 3 + i * step))
}

/** A limit that goes the wrong way towards the next denominator is put at the end of the scale. */
function inBounds({ lower, upper }: FunnelLimits, next: FunnelLimits, multiplier: number): FunnelLimits {
  return { lower: lower! > next.lower! ? 0 : lower, upper: upper! < next.upper! ? multiplier : upper }
}

function isByRoot({ kind, method }: FunnelInput): boolean {
  return kind === 'standardisedRatio' && method?.scale === 'root'
}

/**
 * The peer draws limits by square roots as roots, not squared (its issue 33): as far below 1 as the upper one is above. They
 * are ours on its scale, so that what made them is compared nonetheless.
 */
function notSquared({ upper }: FunnelLimits, multiplier: number): FunnelLimits {
  const root = Math.sqrt(upper! / multiplier)
  return { lower: (2 - root) * multiplier, upper: root * multiplier }
}

function lines(pairs: Pairs, names: readonly [string, string, string, string]) {
  return Object.fromEntries(
    names.map((name, i) => {
      const side = i % 2 === 0 ? 'lower' : 'upper'
      return [name, pairs.map((levels) => levels[i >> 1]![side])]
    }),
  )
}
