/** How far runs may go in a phase of `useful` points, chosen so that a random series stays within about as often as it does within 3 sigma. */
export interface Box {
  /** Fewer crossings than this are a signal. */
  readonly fewestCrossings: number
  /** A longer run than this is a signal. */
  readonly longestRun: number
  /** The corner that the cut box takes off the best box; null where it takes none. */
  readonly corner: Corner | null
}

export interface Corner {
  /** At the longest run allowed, at least so many crossings. */
  readonly crossings: number
  /** At the fewest crossings allowed, at most so long a run. */
  readonly longestRun: number
}

/** Useful points that the table begins with. */
const FIRST = 10

/** @returns null where the table has no entry: below 10 useful points and above 100 */
export function boxOf(useful: number): Box | null {
  const row = BOXES[useful - FIRST]
  if (!row) return null
  const [fewestCrossings, longestRun, crossings, run] = row
  const corner = crossings === undefined || run === undefined ? null : { crossings, longestRun: run }
  return { fewestCrossings, longestRun, corner }
}

/**
 * Published for 10 to 100 useful points, ten to a line: fewest crossings and longest run of the best box, then the borders
 * (crossings, run) of the cut box where it differs from the best box.
 *
 * @see Anhøj & Wentzel-Larsen 2020, PLoS ONE 15:e0233920, doi:10.1371/journal.pone.0233920; as tabulated with qicharts2 0.8.1
 */
// biome-ignore format: ten to a line, from 10, 20, 30 … useful points
const BOXES: readonly (readonly [number, number, number?, number?])[] = [
  [2, 6, 3, 5], [3, 7, 4, 6], [3, 6], [3, 6], [3, 6], [4, 7, 6, 6], [5, 8, 6, 7], [5, 7], [5, 7, 6, 6], [5, 7, 6, 5],
  [6, 7], [7, 8], [6, 7, 7, 6], [6, 7, 7, 6], [6, 7, 7, 6], [6, 7], [9, 9, 10, 7], [9, 8, 10, 7], [9, 8, 11, 7], [10, 8],
  [11, 10, 12, 9], [11, 9, 14, 8], [11, 8], [11, 8, 12, 7], [11, 8, 13, 7], [12, 8], [13, 9, 15, 8], [14, 10], [13, 8], [15, 11],
  [15, 9], [15, 9, 17, 8], [14, 8], [14, 8], [17, 10], [17, 9], [17, 9, 19, 8], [17, 9, 20, 7], [19, 12, 20, 11], [19, 10, 21, 9],
  [19, 9], [19, 9, 21, 8], [19, 9, 21, 7], [21, 11, 23, 9], [21, 10, 23, 8], [21, 9], [21, 9, 23, 8], [23, 12, 25, 11], [23, 10, 24, 9], [23, 10, 26, 8],
  [23, 9], [23, 9, 24, 8], [25, 11, 27, 9], [25, 10, 27, 9], [26, 11, 27, 10], [26, 10, 27, 9], [27, 12, 29, 10], [27, 10], [27, 10, 29, 8], [28, 11, 29, 8],
  [29, 14, 30, 13], [29, 11, 31, 9], [29, 10, 30, 9], [30, 11, 31, 10], [30, 10], [31, 12, 32, 9], [31, 11, 34, 8], [31, 10, 33, 9], [32, 11, 33, 8], [33, 13, 37, 11],
  [33, 11, 35, 9], [33, 10], [34, 11, 36, 10], [33, 10, 36, 7], [35, 11], [35, 11, 38, 8], [35, 10, 36, 9], [35, 10, 38, 8], [37, 12, 38, 10], [37, 11, 39, 9],
  [38, 12], [37, 10, 39, 9], [39, 13, 41, 12], [39, 11, 40, 10], [39, 11, 42, 8], [39, 10], [39, 10, 41, 8], [41, 12, 42, 9], [41, 11, 44, 9], [42, 12, 43, 10],
  [41, 10, 42, 9],
]
