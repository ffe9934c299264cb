/** A whole number as pages say it: "1,342". */
export function counted(count: number): string {
  return count.toLocaleString('en-GB')
}

/** How many figures, and what is said of one and of more of them: `[3, 'was added', 'were added']`. */
type Said = readonly [count: number, one: string, more: string]

/** "3 figures were added, one was restated": the first names what is counted, nought is not said; empty for nothing. */
export function figuresSaid(...parts: readonly Said[]): string {
  const said = parts
    .filter(([count]) => count > 0)
    .map(([count, one, more], place) => {
      const noun = place > 0 ? '' : count === 1 ? ' figure' : ' figures'
      return `${count === 1 ? 'one' : counted(count)}${noun} ${count === 1 ? one : more}`
    })
    .join(', ')
  return said.charAt(0).toUpperCase() + said.slice(1)
}

/** "One row", "1,342 rows" */
export function rowsCounted(count: number): string {
  return count === 1 ? 'One row' : `${counted(count)} rows`
}
