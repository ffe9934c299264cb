import { type Analysis, analyse, type SeriesInput } from '@golden-thread/spc'
import { type Case, knownOptions, listOf, NotComparable } from '../case.ts'
import { isOnLine } from './lastBit.ts'
import { facetsOf, joined } from './qicharts2.facets.ts'
import { CHARTS, OPTIONS, type Options, optionsOf } from './qicharts2.options.ts'
import { type Points, pointsOf } from './qicharts2.rows.ts'
import { meanLine, runsOf } from './qicharts2.runs.ts'

/** One chart of the peer through our engine. */
export interface Charted {
  readonly rows: Points
  readonly options: Options
  readonly analysis: Analysis
  readonly lines: Readonly<Record<'cl' | 'lcl' | 'ucl' | 'lcl95' | 'ucl95', Float64Array>>
}

/** @throws NotComparable for a chart or option that ours does not have */
export function chartOf(testCase: Case): Charted {
  knownOptions(testCase, OPTIONS)
  const chart = CHARTS.get(testCase.chart)
  if (!chart) throw new NotComparable(`chart ${testCase.chart}`)
  const rows = pointsOf(testCase)
  const options = optionsOf(testCase, rows.x.length)
  const input: SeriesInput = { chart, direction: 'neither', ...rows.figures, ...options.input }
  const analysis = analyse(input)
  const near = analyse({ ...input, method: { ...input.method, sigmas: 2 } })
  const floor = options.clipped && rows.figures.numerators.every((value) => !(value < 0)) ? 0 : Number.NEGATIVE_INFINITY
  const lines = {
    cl: analysis.centre,
    lcl: analysis.lower.map((limit) => Math.max(floor, limit)),
    ucl: analysis.upper,
    lcl95: near.lower.map((limit) => Math.max(floor, limit)),
    ucl95: near.upper,
  }
  return { rows, options, analysis, lines }
}

export function chartAnswer(testCase: Case): Readonly<Record<string, unknown>> {
  return joined(facetsOf(testCase).map(([name, facet]) => [name, facetAnswer(facet)]))
}

function facetAnswer(testCase: Case) {
  const charted = chartOf(testCase)
  const { rows, options, analysis, lines } = charted
  const { phases } = analysis
  const outside = outsideOf(charted)
  const runs = runsOf(testCase, analysis)
  const each = <T>(of: (at: number) => T) => rows.x.map((_, at) => of(at))
  const partOf = (at: number) => phases.find(({ end }) => at < end)!.number
  const isIncluded = (at: number) => !options.excluded.includes(at)
  return {
    points: {
      x: each((at) => (options.categorical ? categoryName(at) : rows.x[at])),
      y: listOf(analysis.values),
      ...(rows.figures.denominators ? { n: listOf(rows.figures.denominators) } : {}),
      subgroupSize: rows.sizes,
      ...Object.fromEntries(Object.entries(lines).map(([name, line]) => [name, listOf(line)])),
      part: each(partOf),
      baseline: each((at) => at < options.baseline),
      include: each(isIncluded),
      sigmaSignal: outside,
      runsSignal: each((at) => runs[partOf(at) - 1]!.runsSignal),
    },
    parts: phases.map((phase, part) => ({
      part: phase.number,
      nObs: each((at) => partOf(at) === phase.number && isIncluded(at)).filter(Boolean).length,
      ...runs[part],
      meanLcl: meanLine(lines.lcl, phase),
      meanLcl95: meanLine(lines.lcl95, phase),
      meanCl: meanLine(lines.cl, phase),
      meanUcl95: meanLine(lines.ucl95, phase),
      meanUcl: meanLine(lines.ucl, phase),
      nSigmaSignals: outside.slice(phase.start, phase.end).filter(Boolean).length,
    })),
  }
}

/** Strictly beyond the limits. An excluded point has no verdict of ours; the peer still compares it with them. */
function outsideOf({ analysis: { values }, lines: { lcl, ucl } }: Charted): readonly boolean[] {
  return Array.from(values, (value, at) => {
    const beyond = value > ucl[at]! ? ucl[at]! : value < lcl[at]! ? lcl[at]! : null
    return beyond !== null && !isOnLine(value, beyond)
  })
}

/** With a categorical axis the vectors' rows are named by their place. */
function categoryName(at: number): string {
  return String(at + 1).padStart(3, '0')
}
