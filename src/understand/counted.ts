/** A whole number as pages say it: "1,342". */
export function counted(count: number): string {
  return count.toLocaleString('en-GB')
}

/** "One row", "1,342 rows" */
export function rowsCounted(count: number): string {
  return count === 1 ? 'One row' : `${counted(count)} rows`
}
