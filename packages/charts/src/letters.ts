import type { Signal } from '@golden-thread/spc'

/**
 * The letter of each signal on the chart and in the list beneath it: A, B, … Z, AA, AB, … in the order given,
 * which is that of time. `before`: letters that another chart of the same drawing has used.
 */
export function signalLetters(signals: readonly Signal[], before = 0): readonly string[] {
  return signals.map((_, place) => letterOf(before + place))
}

function letterOf(place: number): string {
  const last = String.fromCharCode(65 + (place % 26))
  return place < 26 ? last : letterOf(Math.floor(place / 26) - 1) + last
}
