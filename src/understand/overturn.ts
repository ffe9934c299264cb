import { kindOf, type MeasureKind } from '#understand/measureKind.ts'
import type { Change, Observation } from '#understand/observation.ts'

type Restated = Change['restated'][number]

/** By more than this share of the larger of two figures one is not a correction of the other. */
const MUCH = 0.5
/** Of a series with fewer figures every one counts. */
const FEWEST = 3

/**
 * The restated figures of a series that would become quite other ones, where they are most of those that the file and we
 * both have: rather the figures of something else than a correction. Else none.
 */
export function overturnedBy(change: Change, known: number, kind: MeasureKind): readonly Restated[] {
  const much = change.restated.filter(({ before, after }) => isMuch(before, after, kind))
  const shared = change.restated.length + change.unchanged
  return much.length > shared / 2 && much.length >= Math.min(FEWEST, known) ? much : []
}

/** Quite another value, or of quite another whole. */
function isMuch(before: Observation, after: Observation, kind: MeasureKind): boolean {
  const value = ({ numerator, denominator }: Observation) =>
    kindOf(kind).divides ? numerator / denominator : numerator
  return isFar(value(before), value(after)) || isFar(before.denominator, after.denominator)
}

function isFar(a: number, b: number): boolean {
  return Math.abs(a - b) > MUCH * Math.max(Math.abs(a), Math.abs(b))
}
