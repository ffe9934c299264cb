import type { Observations } from '#understand/series.ts'

/** Periods in a row, but for the last one of a series: below 2 kB, where PostgreSQL would move the arrays out of line. */
export const BLOCK = 60

/** Observations as one row of the table holds them. */
export interface Block {
  readonly block: number
  readonly firstPeriod: number
  readonly days: readonly number[] | null
  readonly numerators: Float64Array
  readonly denominators: Float64Array | null
  readonly spreads: Float64Array | null
  readonly provisional: string | null
}

export interface BlockRow {
  readonly first_period: number
  readonly days: readonly number[] | null
  readonly numerators: Float64Array
  readonly denominators: Float64Array | null
  readonly spreads: Float64Array | null
  readonly provisional: string | null
}

export function toBlocks(observations: Observations, dated: boolean): readonly Block[] {
  const { periods, numerators, denominators, spreads, provisional } = observations
  const blocks: Block[] = []
  for (let from = 0; from < periods.length; from += BLOCK) {
    const to = Math.min(from + BLOCK, periods.length)
    const marks = provisional.slice(from, to)
    blocks.push({
      block: blocks.length,
      firstPeriod: periods[from]!,
      days: dated ? periods.slice(from, to) : null,
      numerators: numerators.subarray(from, to),
      denominators: denominators?.subarray(from, to) ?? null,
      spreads: spreads?.subarray(from, to) ?? null,
      provisional: bitText(marks),
    })
  }
  return blocks
}

/** Blocks in order, as one stretch. */
export function fromBlocks(blocks: readonly BlockRow[]): Observations {
  const length = blocks.reduce((sum, block) => sum + block.numerators.length, 0)
  const all = (part: 'denominators' | 'spreads') =>
    blocks.some((block) => block[part]) ? new Float64Array(length).fill(Number.NaN) : null
  const numerators = new Float64Array(length)
  const denominators = all('denominators')
  const spreads = all('spreads')
  const periods: number[] = []
  const provisional: boolean[] = []
  for (const block of blocks) {
    const at = periods.length
    numerators.set(block.numerators, at)
    if (block.denominators) denominators!.set(block.denominators, at)
    if (block.spreads) spreads!.set(block.spreads, at)
    for (let i = 0; i < block.numerators.length; i++) {
      periods.push(block.days?.[i] ?? block.first_period + i)
      provisional.push(block.provisional?.[i] === '1')
    }
  }
  return { periods, numerators, denominators, spreads, provisional }
}

/** One digit a mark, 1 = provisional; null when none is. */
export function bitText(marks: readonly boolean[]): string | null {
  return marks.includes(true) ? marks.map(Number).join('') : null
}

export function fromBitText(text: string | null): readonly boolean[] | null {
  return text === null ? null : Array.from(text, (digit) => digit === '1')
}
