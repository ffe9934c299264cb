/*
 * What compiled messages call to choose between their cases. The names, and the order of what they are given, are those of the
 * compiler.
 */

/** Every message has this case, for what no other one fits. */
type Cases = Readonly<Record<string, string>> & { readonly other: string }

type KindOf = (count: number, isOrdinal?: boolean) => string

/** The case that a text names. */
export function select(value: string, cases: Cases): string {
  return Object.hasOwn(cases, value) ? cases[value]! : cases.other
}

/** The case that stands for exactly this number, or else for its kind in the language: "one", "few", "many". */
export function plural(count: number, offset: number, kindOf: KindOf, cases: Cases, isOrdinal: 0 | 1 = 0): string {
  return Object.hasOwn(cases, count) ? cases[count]! : select(kindOf(count - offset, isOrdinal === 1), cases)
}

/** A number as the language writes it: "1,342". */
export function number(language: string, count: number, offset: number): string {
  return (count - offset).toLocaleString(language)
}

/** The kinds of numbers that a language tells apart: "1 month, 2 months", "1st, 2nd, 3rd". */
export function byCount(language: string): KindOf {
  const cardinal = new Intl.PluralRules(language)
  const ordinal = new Intl.PluralRules(language, { type: 'ordinal' })
  return (count, isOrdinal = false) => (isOrdinal ? ordinal : cardinal).select(count)
}
