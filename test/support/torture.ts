/** The seed of this run: printed by `npm test`, and repeated by TORTURE_SEED. */
export const tortureSeed = Number(process.env.TORTURE_SEED ?? 1)

/** How often a long proof repeats itself: the sample in `npm test`, the full count in `npm run torture`. Says which. */
export function rounds(name: string, { sample, full }: { readonly sample: number; readonly full: number }): number {
  const count = process.env.TORTURE === 'full' ? full : sample
  console.log(
    `torture: ${name}: ${count} of ${full}, seed ${tortureSeed}${count < full ? `; ${full - count} left out` : ''}`,
  )
  return count
}

/** Numbers from 0 to 1, the same for the same seed. @see Mulberry32, T. Ettinger, public domain */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
