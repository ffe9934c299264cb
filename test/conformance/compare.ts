import type { Path } from './case.ts'
import { fieldName } from './case.ts'

/** Numbers agree within this share of the largest absolute value that the field has in the case. */
const TOLERANCE = 1e-9

/** PowerBI-Funnels' exact limits come from a chi-square of its own that is no better than this. */
const CHI_SQUARE_TOLERANCE = 1e-6

export interface Comparison {
  /** Where the two say different things. */
  readonly differences: readonly Path[]
  /** Names of expected fields that our answer does not have. */
  readonly withoutCounterpart: readonly string[]
}

/** Compares every field that is expected with ours. What only we have is not looked at. */
export function compare(expected: unknown, ours: unknown, peer: string): Comparison {
  const tolerance = peer === 'PowerBI-Funnels' ? CHI_SQUARE_TOLERANCE : TOLERANCE
  const largest = new Map<string, number>()
  measureLargest(expected, [], largest)
  const differences: Path[] = []
  const missing = new Set<string>()
  walk(expected, ours, [])
  return { differences, withoutCounterpart: [...missing] }

  function walk(theirs: unknown, our: unknown, path: Path): void {
    if (our === undefined) {
      missing.add(fieldName(path))
    } else if (Array.isArray(theirs)) {
      if (!Array.isArray(our) || our.length !== theirs.length) differences.push(path)
      else for (let i = 0; i < theirs.length; i++) walk(theirs[i], our[i], [...path, i])
    } else if (typeof theirs === 'object' && theirs !== null) {
      const fields = typeof our === 'object' && our !== null ? (our as Record<string, unknown>) : {}
      for (const [name, value] of Object.entries(theirs)) walk(value, fields[name], [...path, name])
    } else if (!sameValue(theirs, our, tolerance * (largest.get(fieldName(path)) ?? 0))) {
      differences.push(path)
    }
  }
}

function sameValue(theirs: unknown, ours: unknown, within: number): boolean {
  const their = asNumber(theirs)
  const our = asNumber(ours)
  if (their === null || our === null) return theirs === ours
  return their === our || Math.abs(their - our) <= within
}

function measureLargest(value: unknown, path: Path, largest: Map<string, number>): void {
  if (Array.isArray(value)) {
    for (const entry of value) measureLargest(entry, path, largest)
  } else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value)) measureLargest(entry, [...path, name], largest)
  } else if (typeof value === 'number') {
    const name = fieldName(path)
    largest.set(name, Math.max(largest.get(name) ?? 0, Math.abs(value)))
  }
}

/** JSON has no infinities: a vector writes them as words. */
function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return value
  if (value === 'Infinity') return Number.POSITIVE_INFINITY
  if (value === '-Infinity') return Number.NEGATIVE_INFINITY
  return null
}
