import { gammaQuantile } from './incompleteGamma.ts'

/** The x that this share (strictly between 0 and 1) of a χ² distribution lies below. */
export function chiSquareQuantile(share: number, degrees: number): number {
  return 2 * (share < 0.5 ? gammaQuantile(degrees / 2, share) : gammaQuantile(degrees / 2, 1 - share, 'upper'))
}
