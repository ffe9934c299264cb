import { parse, type Token } from '@messageformat/parser'

/** What a message must be given: name → its type, as TypeScript writes it. */
export type Arguments = ReadonlyMap<string, string>

/**
 * What a message asks for: a number where it counts, one of the named cases where it chooses, and otherwise a text.
 *
 * @throws Error for a text that is no ICU message; says where
 */
export function argumentsOf(text: string): Arguments {
  const found = new Map<string, string>()
  collect(parse(text, { strict: true }), found)
  return found
}

function collect(tokens: readonly Token[], found: Map<string, string>): void {
  for (const token of tokens) {
    if (token.type === 'argument' && !found.has(token.arg)) found.set(token.arg, 'string')
    if (token.type === 'plural' || token.type === 'selectordinal') found.set(token.arg, 'number')
    if (token.type === 'select') found.set(token.arg, casesOf(token))
    if ('cases' in token) for (const { tokens: inside } of token.cases) collect(inside, found)
  }
}

/** The named cases; where the last one, "other", says something, any other text may come as well. */
function casesOf({ cases }: Extract<Token, { type: 'select' | 'plural' | 'selectordinal' }>): string {
  const takesAny = cases.some(({ key, tokens }) => key === 'other' && tokens.length > 0)
  return takesAny
    ? 'string'
    : cases
        .filter(({ key }) => key !== 'other')
        .map(({ key }) => `'${key}'`)
        .join(' | ')
}
