import type { Case, Excuse } from '../case.ts'
import { type Facet, facetsOf } from './nhsrplotthedots.facets.ts'

/** Moves in a window of 7 points. */
const MOVES = 6

/** Fewest points that the peer lets limits stand on. */
const LEAST_BASELINE = 12

/** Where NHSRplotthedots refuses what can be answered, or answers what cannot be known. */
export const nhsrplotthedotsExcuses: readonly Excuse[] = [
  {
    reason:
      'the peer stops when all moves that are known in a window of 7 with a missing value go one way; ours breaks the trend there',
    covers: (testCase, [field]) => field === 'error' && facetsOf(testCase).some(hasUndecidedWindow),
  },
  {
    reason: `the peer refuses a baseline of fewer than ${LEAST_BASELINE} points; ours are answered and called early`,
    covers: ({ options: { fixAfterNPoints: baseline } }, [field]) =>
      field === 'error' && typeof baseline === 'number' && baseline < LEAST_BASELINE,
  },
  {
    reason:
      'with targets for some facets only, the peer calls the others inconsistent; without a target ours say nothing',
    covers: (testCase, path) => isAssurance(path) && facetWithoutTarget(testCase, path),
  },
]

/** A target on a limit to the last bit: ours is hit or miss, the peer's fell on either side. */
export function targetExcuse(isOnLimit: (testCase: Case) => boolean): Excuse {
  return {
    reason:
      'the target lies on a limit to the last bit of the arithmetic; ours is hit or miss, the peer’s fell beside it',
    covers: (testCase, path) => isAssurance(path) && isOnLimit(testCase),
  }
}

function hasUndecidedWindow({ values, starts }: Facet): boolean {
  const bounds = [...new Set([0, ...starts]), values.length]
  return bounds.slice(1).some((end, i) => {
    const phase = Array.from(values.subarray(bounds[i], end))
    const moves = phase.slice(1).map((value, before) => Math.sign(value - phase[before]!))
    return moves.some((_, at) => at >= MOVES - 1 && isUndecided(moves.slice(at - MOVES + 1, at + 1)))
  })
}

/** Some move is missing, and the others are all up, all down, or there are none. */
function isUndecided(moves: readonly number[]): boolean {
  const known = moves.filter((move) => !Number.isNaN(move))
  return known.length < moves.length && (known.every((move) => move === 1) || known.every((move) => move === -1))
}

function isAssurance(path: readonly (string | number)[]): boolean {
  return path[0] === 'assuranceIcon' || (path[0] === 'summary' && path[2] === 'assurance_type')
}

function facetWithoutTarget(testCase: Case, [first, second]: readonly (string | number)[]): boolean {
  const facets = facetsOf(testCase)
  if (testCase.input.facet === undefined || facets.every(({ target }) => target === null)) return false
  const summary = testCase.expected.summary as readonly { f?: string }[] | undefined
  const name = first === 'assuranceIcon' ? second : summary?.[Number(second)]?.f
  return facets.some((facet) => facet.name === name && facet.target === null)
}
