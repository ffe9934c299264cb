/**
 * A number of 0 or above to so many decimals: the nearer of the two that it lies between, the even one when they are as near,
 * as R rounds since its version 4.
 */
export function roundTo(value: number, decimals: number): number {
  const power = 10 ** decimals
  const whole = Math.floor(value * power)
  const [below, above] = [whole / power, Math.ceil(value * power) / power]
  const nearer = above - value - (value - below)
  return nearer < 0 || (nearer === 0 && whole % 2 === 1) ? above : below
}
