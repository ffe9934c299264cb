import { inFigures, inWords } from '../words/counting.ts'
import { centreName, periods, periodsInFigures, periodsInWords, type Telling } from '../words/telling.ts'
import type { Judged, Pattern, SignalRule } from './rule.ts'

/** Useful points that the table begins with. */
const FIRST = 10

/**
 * Fewest and most runs that chance gives among 10, 11 … 60 useful points, ten to a line; about one series in forty has fewer
 * by chance, and one in forty more.
 *
 * @see Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46, from Swed & Eisenhart 1943, Annals of Mathematical Statistics 14:66
 */
// biome-ignore format: ten to a line, from 10, 20, 30 … useful points
const RUNS: readonly (readonly [fewest: number, most: number])[] = [
  [3, 9], [3, 10], [3, 11], [4, 11], [4, 12], [5, 12], [5, 13], [5, 13], [6, 14], [6, 15],
  [6, 16], [7, 16], [7, 17], [7, 17], [8, 18], [8, 18], [9, 19], [10, 19], [10, 20], [10, 20],
  [11, 21], [11, 22], [11, 23], [12, 23], [12, 24], [12, 24], [13, 25], [13, 25], [14, 26], [14, 26],
  [15, 27], [15, 27], [16, 28], [16, 28], [17, 29], [17, 30], [17, 31], [18, 31], [18, 32], [19, 32],
  [19, 33], [20, 33], [20, 34], [21, 34], [21, 35], [22, 35], [22, 36], [23, 36], [23, 37], [24, 38],
  [24, 38],
]

/** How many runs chance gives among so many points off the centre line; null where the table has no entry: below 10 and above 60. */
export function usualRuns(useful: number): { readonly fewest: number; readonly most: number } | null {
  const row = RUNS[useful - FIRST]
  return row ? { fewest: row[0], most: row[1] } : null
}

interface Tally {
  readonly useful: readonly number[]
  readonly runs: number
}

/**
 * Too few or too many runs: stretches of points on one side of the centre line, points on it and missing ones passed over.
 * It speaks of the phase as a whole, so only the phase's last useful point is flagged, where the count is complete.
 */
export const runsCount: SignalRule = {
  id: 'runsCount',
  label: (say) => say.rules.runsCount.label(),
  isSideless: true,
  isOfPhase: true,
  words: {
    title: (telling) => {
      const { runs, usual } = countOf(telling)
      const than = runs < usual.fewest ? 'few' : 'many'
      return telling.say.rules.runsCount.title({ than, ...inSentence(telling) })
    },
    because: (telling) => {
      const { runs, usual } = countOf(telling)
      return telling.say.rules.runsCount.because({
        ...{ periods: periods(telling), useful: usefulOnes(telling), centre: centreName(telling) },
        ...{ runs: String(runs), fewest: String(usual.fewest), most: String(usual.most) },
      })
    },
    now: (telling) =>
      telling.say.rules.runsCount.now({
        ...{ useful: usefulOnes(telling), centre: centreName(telling) },
        ...inSentence(telling),
      }),
    short: (telling) => {
      const { useful, runs } = countOf(telling)
      return telling.say.rules.runsCount.short({
        runs: inFigures(telling.say, runs, 'run'),
        useful: periodsInFigures(telling, useful.length),
      })
    },
  },
  mark(judged, { bits, high, low }) {
    const [found] = find(judged)
    if (found) bits[found.to] = bits[found.to]! | (found.side === 'high' ? high : low)
  },
  find,
}

function find({ zones, start, end }: Judged): readonly Pattern[] {
  const { useful, runs } = tally(zones, start, end)
  const usual = usualRuns(useful.length)
  if (!usual || (runs >= usual.fewest && runs <= usual.most)) return []
  const last = useful.at(-1)!
  return [{ side: zones[last]! > 0 ? 'high' : 'low', from: useful[0]!, to: last, points: [last] }]
}

function tally(zones: Int8Array, from: number, to: number): Tally {
  const useful: number[] = []
  let runs = 0
  for (let at = from; at < to; at++) {
    if (zones[at] === 0) continue
    if (useful.length === 0 || Math.sign(zones[at]!) !== Math.sign(zones[useful.at(-1)!]!)) runs++
    useful.push(at)
  }
  return { useful, runs }
}

function countOf({ signal, analysis }: Telling) {
  const count = tally(analysis.zones!, signal.from, signal.to + 1)
  return { ...count, usual: usualRuns(count.useful.length)! }
}

/** "nineteen months" */
function usefulOnes(telling: Telling): string {
  return periodsInWords(telling, countOf(telling).useful.length)
}

function inSentence(telling: Telling) {
  const { runs, usual } = countOf(telling)
  const [made, fewest, most] = [runs, usual.fewest, usual.most].map((count) => inWords(telling.say, count))
  return { runs: made!, fewest: fewest!, most: most! }
}
