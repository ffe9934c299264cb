import { type FunnelInput, type FunnelLimits, funnel, sideOf } from '@golden-thread/spc'
import { type Adapter, type Case, knownOptions, NotComparable, optionOf } from '../case.ts'
import { funnelOf, inOrder, isPlottedTwice, limitsAlong, PLOTTED_TWICE } from './funnels.ts'

/** PowerBI-Funnels: limits as drawn, and the over-dispersion that it finds whether or not they are widened by it. */
export const powerbiFunnels: Adapter = {
  peer: 'PowerBI-Funnels',
  excuses: [
    {
      reason: PLOTTED_TWICE,
      covers: (testCase, [, field, place]) =>
        LIMIT_OR_FLAG.test(String(field)) && typeof place === 'number' && isTwice(testCase, place),
    },
  ],
  answer(testCase) {
    knownOptions(testCase, ['dataType', 'odAdjust'])
    const input = inputOf(testCase)
    const analysis = funnel(input)
    const { points } = analysis
    if (points.some(({ limits }) => limits === null)) throw new NotComparable('a unit without a denominator')
    const denominators = points.map(({ denominator }) => denominator!)
    const grid = inOrder([...plottingDenominators(denominators), ...denominators])
    const along = limitsAlong(input, analysis, grid, analysis.adjusted)
    const pairs = denominators.map((denominator) => {
      const { here, next } = along.get(denominator)!
      return next ? here.map((pair, level) => ifInOrder(pair, next[level]!)) : here
    })
    const side = (level: number) => points.map(({ value }, i) => SIDES[sideOf(value!, pairs[i]![level]!) ?? 'within'])
    return {
      points: {
        group: points.map(({ unit }) => unit),
        ratio: points.map(({ value }) => value),
        ...Object.fromEntries(
          ['99', '95', '68'].flatMap((name, level) => [
            [`ll${name}`, pairs.map((levels) => levels[level]!.lower)],
            [`ul${name}`, pairs.map((levels) => levels[level]!.upper)],
          ]),
        ),
        zScore: points.map(({ z }) => z),
        threeSigma: side(0),
        twoSigma: side(1),
      },
      target: analysis.target,
      tau2: analysis.dispersion.tau2,
      phi: analysis.dispersion.phi,
      overdispersionApplied: analysis.adjusted,
    }
  },
}

const LIMIT_OR_FLAG = /^([lu]l\d\d|threeSigma|twoSigma)$/

function isTwice(testCase: Case, place: number): boolean {
  const denominators = Array.from(inputOf(testCase).denominators)
  return isPlottedTwice(denominators[place]!, plottingDenominators(denominators))
}

const SIDES = { high: 'upper', low: 'lower', within: 'none' } as const

/** The peer's tails are 0.1%, 2.5% and 16%. */
const LEVELS = [{ share: 0.998 }, { share: 0.95 }, { share: 0.68 }]

function inputOf(testCase: Case): FunnelInput {
  const units = plotted(funnelOf(testCase))
  return {
    ...units,
    method: {
      levels: LEVELS,
      scale: units.kind === 'rate' ? 'log' : 'root',
      limits: units.kind === 'standardisedRatio' ? 'interval' : 'approximate',
      adjust: optionOf(testCase, 'odAdjust', ['yes', 'no', 'auto']) === 'no' ? 'never' : 'whenTauAboveZero',
      beyondScale: 'folded',
    },
  }
}

/** The peer takes rows that it cannot plot out before it begins. */
function plotted({ kind, units, numerators, denominators }: ReturnType<typeof funnelOf>) {
  const kept = [...numerators.keys()].filter((row) => {
    const [numerator, denominator] = [numerators[row]!, denominators[row]!]
    return numerator >= 0 && denominator >= 0 && (kind !== 'proportion' || numerator <= denominator)
  })
  return {
    kind,
    units: kept.map((row) => units[row]!),
    numerators: kept.map((row) => numerators[row]!),
    denominators: kept.map((row) => denominators[row]!),
  }
}

/** The peer's own: from 1 in steps of a hundredth of the largest, added up, to nearly a tenth beyond it. */
function plottingDenominators(denominators: readonly number[]): readonly number[] {
  const largest = Math.max(...denominators)
  const step = largest * 0.01
  const grid = [1]
  const count = Math.floor((largest + largest * 0.1 - 1) / step)
  while (grid.length < count) grid.push(grid.at(-1)! + step)
  return grid
}

/** A limit that goes the wrong way towards the next denominator is left out, and a pair that has changed sides. */
function ifInOrder({ lower, upper }: FunnelLimits, next: FunnelLimits): FunnelLimits {
  const kept = {
    lower: lower! > next.lower! ? null : lower,
    upper: upper! < next.upper! ? null : upper,
  }
  return kept.lower !== null && kept.upper !== null && kept.lower >= kept.upper ? { lower: null, upper: null } : kept
}
