import { messagesOf } from '../../messages/index.ts'
import { inFigures } from '../../words/counting.ts'
import type { Examined } from '../examined.ts'
import type { QualityCheck } from './check.ts'

/** A run of equal values is told of when chance would give it in fewer than one series in so many. */
const RARE = 0.01
const SHORTEST_RUN = 3
/** Too few other values to know how often two are equal: then so long a run is told of. */
const FEWEST_OTHERS = 5
const LONGEST_BY_CHANCE = 8

/**
 * The same figures several times in a row, as when the last one is carried forward while the new one is waited for. How long a
 * run must be follows from how often two of the other values are equal. Runs at an edge (none, or all) are left alone: a
 * process may stay there.
 */
export const carriedForward: QualityCheck = {
  id: 'carriedForward',
  citation: 'chance of a run of n equal values among m: (m − n + 1) × (chance that two are equal)ⁿ⁻¹',
  look(examined, wording) {
    const { input, places, values, sizes } = examined
    const [from, to] = longestRun(examined)
    const length = to - from
    if (length < SHORTEST_RUN || isAtEdge(examined, from)) return null
    const others = values.map((_, i) => i).filter((i) => i < from || i >= to)
    const chance =
      others.length < FEWEST_OTHERS ? (length >= LONGEST_BY_CHANCE ? 0 : 1) : chanceOf(examined, others, length)
    if (chance >= RARE) return null
    const say = messagesOf(wording)
    return {
      weight: 'note',
      found: chance,
      threshold: RARE,
      at: places.slice(from, to),
      sentence: say.advice.checks.carriedForward.sentence({
        value: wording.value(values[from]! * (input.multiplier ?? 1)),
        divided: input.denominators && new Set(sizes).size > 1 ? 'yes' : 'no',
        periods: inFigures(say, length, wording.noun),
        period: wording.period(places[to - 1]!),
      }),
    }
  },
}

function isSame({ numerators, sizes }: Examined, one: number, other: number): boolean {
  return numerators[one] === numerators[other] && sizes[one] === sizes[other]
}

/** [from, to) of the longest run of equal figures; the latest of several. */
function longestRun(examined: Examined): readonly [number, number] {
  let best: readonly [number, number] = [0, 0]
  let from = 0
  for (let to = 1; to <= examined.values.length; to++) {
    if (to < examined.values.length && isSame(examined, from, to)) continue
    if (to - from >= best[1] - best[0]) best = [from, to]
    from = to
  }
  return best
}

function isAtEdge({ input, numerators, sizes }: Examined, at: number): boolean {
  return numerators[at] === 0 || (input.kind === 'proportion' && numerators[at] === sizes[at])
}

function chanceOf(examined: Examined, others: readonly number[], length: number): number {
  const equal = others.reduce((sum, one) => sum + others.filter((other) => isSame(examined, one, other)).length, 0)
  return (examined.values.length - length + 1) * (equal / others.length ** 2) ** (length - 1)
}
