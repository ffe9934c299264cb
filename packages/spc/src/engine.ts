/**
 * Version of the engine, stored with every result. It changes whenever the same input could give another number, flag,
 * verdict or sentence, so that a stored result can be told from one that would be made today.
 */
export const ENGINE_VERSION = '1.2.0'
