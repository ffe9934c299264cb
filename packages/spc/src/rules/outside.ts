import { above, below } from './onLine.ts'
import type { SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'

/** A point strictly outside the limits; on a limit is inside. Neighbours on the same side are one pattern. */
export const outside: SignalRule = {
  id: 'outside',
  label: 'a point outside the limits',
  mark({ values, lower, upper, start, end }, { bits, high, low }) {
    for (let i = start; i < end; i++) {
      const value = values[i]!
      if (above(value, upper[i]!)) bits[i] = bits[i]! | high
      else if (below(value, lower[i]!)) bits[i] = bits[i]! | low
    }
  },
  find: (judged, marks) => stretches(judged, marks),
}
