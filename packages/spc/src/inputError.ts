/** The caller gave figures that no chart could be made of. What the data merely lack (too few points, no spread) is part of the result instead. */
export class SpcInputError extends Error {
  override readonly name = 'SpcInputError'
}
