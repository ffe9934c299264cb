import type { Assurance, Variation } from '../analysis.ts'
import type { Messages } from '../messages/index.ts'

type Trait = 'improving' | 'concerning' | 'commonCause' | 'changed' | 'unsteady' | 'both'

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
export function headline(
  say: Messages,
  variation: Variation,
  assurance: Assurance,
  { isSteady = true, isBoth = false }: { readonly isSteady?: boolean; readonly isBoth?: boolean } = {},
): string {
  const trait = TRAITS[variation]
  const said: Trait = isBoth ? 'both' : trait === 'commonCause' && !isSteady ? 'unsteady' : trait
  return say.headlines[said][assurance]()
}
