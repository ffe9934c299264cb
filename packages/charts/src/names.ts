import type { Assurance, PointVerdict, Variation } from '@golden-thread/spc'

const VARIATION: Readonly<Record<Variation, { word: string; side: string }>> = {
  commonCause: { word: 'No special change', side: '' },
  improvingHigh: { word: 'Improving', side: ', high' },
  improvingLow: { word: 'Improving', side: ', low' },
  concerningHigh: { word: 'Concerning', side: ', high' },
  concerningLow: { word: 'Concerning', side: ', low' },
  neutralHigh: { word: 'Changed', side: ', high' },
  neutralLow: { word: 'Changed', side: ', low' },
}

const ASSURANCE: Readonly<Record<Assurance, string>> = {
  meets: 'Meets target',
  hitOrMiss: 'Hit or miss',
  misses: 'Misses target',
  none: 'No target',
}

const POINT: Readonly<Record<PointVerdict, string>> = {
  commonCause: 'No special change',
  improving: 'Improving',
  concerning: 'Concerning',
  neutralHigh: 'Changed, high',
  neutralLow: 'Changed, low',
  missing: 'No data',
}

/** The word beside the icon: "Improving". */
export function variationName(variation: Variation): string {
  return VARIATION[variation].word
}

/** The icon's text alternative where no word stands beside it: "Improving, high". */
export function variationAlternative(variation: Variation): string {
  const { word, side } = VARIATION[variation]
  return word + side
}

/** Word and text alternative alike: "Misses target". */
export function assuranceName(assurance: Assurance): string {
  return ASSURANCE[assurance]
}

/** What one point says, in the table and read aloud. */
export function pointVerdictName(verdict: PointVerdict): string {
  return POINT[verdict]
}
