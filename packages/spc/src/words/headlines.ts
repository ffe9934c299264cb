import type { Assurance, Variation } from '../analysis.ts'

type Trait = 'improving' | 'concerning' | 'commonCause' | 'changed' | 'unsteady'

/** The first sentence of a reading, for each verdict on what the process does and each on its target. */
const HEADLINES: Record<Trait, Record<Assurance, string>> = {
  improving: {
    meets: 'Improving, and the target is met.',
    misses: 'Improving, but not enough to reach the target.',
    hitOrMiss: 'Improving, but not yet enough to meet the target every time.',
    none: 'Improving.',
  },
  concerning: {
    meets: 'Concerning, although the target is still met.',
    misses: 'Concerning, and the target is out of reach.',
    hitOrMiss: 'Concerning, and the target is met only some of the time.',
    none: 'Concerning.',
  },
  commonCause: {
    meets: 'No special change, and the target is met.',
    misses: 'No special change, and the target is out of reach.',
    hitOrMiss: 'No special change, and the target is met only some of the time.',
    none: 'No special change.',
  },
  changed: {
    meets: 'Changed, and the target is met.',
    misses: 'Changed, and the target is out of reach.',
    hitOrMiss: 'Changed, and the target is met only some of the time.',
    none: 'Changed.',
  },
  unsteady: {
    meets: 'Not steady, although the target is met.',
    misses: 'Not steady, and the target is out of reach.',
    hitOrMiss: 'Not steady, and the target is met only some of the time.',
    none: 'Not steady.',
  },
}

const TRAITS: Record<Variation, Trait> = {
  commonCause: 'commonCause',
  improvingHigh: 'improving',
  improvingLow: 'improving',
  concerningHigh: 'concerning',
  concerningLow: 'concerning',
  neutralHigh: 'changed',
  neutralLow: 'changed',
}

/**
 * The verdicts in one sentence that is complete in itself. A phase that does not vary by chance alone is not steady, though no
 * rule flags its latest point.
 */
export function headline(variation: Variation, assurance: Assurance, isSteady = true): string {
  const trait = TRAITS[variation]
  return HEADLINES[trait === 'commonCause' && !isSteady ? 'unsteady' : trait][assurance]
}
