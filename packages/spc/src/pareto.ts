import { SpcInputError } from './inputError.ts'

/** How often something of one kind happened. */
export interface ParetoCategory {
  readonly name: string
  /** 0 or above; a cost or hours lost will do as well. */
  readonly count: number
}

export interface ParetoOptions {
  /** The category that gathers the rest and so stands last, however large. Default "Other", in capitals or not. */
  readonly other?: string
  /** The vital few make up at least this share of all, above 0 and up to 1. Default 0.8. */
  readonly vitalShare?: number
}

export interface ParetoBar extends ParetoCategory {
  /** Of all, 0 to 1; null where nothing was counted. */
  readonly share: number | null
  /** Share of this and all bars before it; null where nothing was counted. */
  readonly cumulativeShare: number | null
  /** One of the vital few. */
  readonly vital: boolean
  /** The category that gathers the rest. */
  readonly isOther: boolean
}

/** Why there are no vital few: nothing was counted, what is gathered as other is too much, or no few stand out. */
export type NoVitalFew = 'nothingCounted' | 'otherTooLarge' | 'spreadEvenly'

export interface Pareto {
  /** Most frequent first, equal ones in the order given, the rest last. */
  readonly bars: readonly ParetoBar[]
  readonly total: number
  /** How many bars are the vital few; 0 with a reason. */
  readonly vitalFew: number
  readonly noVitalFew: NoVitalFew | null
  readonly vitalShare: number
}

/** Shares this near (relative) are the same: the last bits are chance. */
const SAME_SHARE = 1 - 1e-12

/**
 * Categories by how often each occurs, with the share of all that each and those before it make up, and the vital few: the
 * fewest of the most frequent that make up `vitalShare`. They are few when they are at most half of the categories that
 * occurred, the rest aside. Rows of one name are added up.
 *
 * @throws SpcInputError for a count that is not finite or below 0, and a share that is not above 0 and up to 1
 * @see Juran 1951, Quality Control Handbook; Montgomery, Introduction to Statistical Quality Control, 5.4
 */
export function pareto(categories: readonly ParetoCategory[], options: ParetoOptions = {}): Pareto {
  const { other = 'Other', vitalShare = 0.8 } = options
  if (!(vitalShare > 0 && vitalShare <= 1)) {
    throw new SpcInputError(`The vital few cannot make up a share of ${vitalShare}: give one such as 0.8`)
  }
  const isOther = (name: string) => name.toLowerCase() === other.toLowerCase()
  const counted = addUp(categories).toSorted(
    (a, b) => Number(isOther(a.name)) - Number(isOther(b.name)) || b.count - a.count,
  )
  const total = counted.reduce((sum, { count }) => sum + count, 0)
  const { vitalFew, noVitalFew } = findVitalFew(counted, total, vitalShare, isOther)
  let before = 0
  const bars = counted.map(({ name, count }, i) => {
    before += count
    return {
      name,
      count,
      share: total > 0 ? count / total : null,
      // The last one is all, whatever the last bits say.
      cumulativeShare: total > 0 ? (i === counted.length - 1 ? 1 : Math.min(1, before / total)) : null,
      vital: i < vitalFew,
      isOther: isOther(name),
    }
  })
  return { bars, total, vitalFew, noVitalFew, vitalShare }
}

function addUp(categories: readonly ParetoCategory[]): ParetoCategory[] {
  const sums = new Map<string, number>()
  for (const { name, count } of categories) {
    if (!(count >= 0 && Number.isFinite(count))) {
      throw new SpcInputError(`“${name}” has a count of ${count}: give a number of 0 or above`)
    }
    sums.set(name, (sums.get(name) ?? 0) + count)
  }
  return [...sums].map(([name, count]) => ({ name, count }))
}

function findVitalFew(
  counted: readonly ParetoCategory[],
  total: number,
  vitalShare: number,
  isOther: (name: string) => boolean,
): Pick<Pareto, 'vitalFew' | 'noVitalFew'> {
  if (total === 0) return { vitalFew: 0, noVitalFew: 'nothingCounted' }
  const named = counted.filter(({ name, count }) => count > 0 && !isOther(name))
  let sum = 0
  for (const [i, { count }] of named.entries()) {
    sum += count
    if (sum < vitalShare * total * SAME_SHARE) continue
    const few = i + 1
    return few * 2 <= named.length || named.length === 1
      ? { vitalFew: few, noVitalFew: null }
      : { vitalFew: 0, noVitalFew: 'spreadEvenly' }
  }
  return { vitalFew: 0, noVitalFew: 'otherTooLarge' }
}
