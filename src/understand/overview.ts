import type { Assurance, Variation } from '@golden-thread/spc'

/** Which series the overview shows; everything empty: all of our own. */
export interface OverviewFilter {
  /** Code of a unit: it and everything below it. */
  readonly unit?: string
  readonly area?: string
  readonly measure?: string
  readonly variation?: Variation
  readonly assurance?: Assurance
  readonly holder?: 'own' | 'peers' | 'all'
  readonly search?: string
}
