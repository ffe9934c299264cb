import { parse, type Token } from '@messageformat/parser'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const STRANGE = [...'àƀćďéƒğĥíĵķĺḿńóṕɋŕśţúṽŵẋýźÀƁĆĎÉƑĞĤÍĴĶĹḾŃÓṔɊŔŚŢÚṼŴẊÝŹ']

/**
 * A message in a language that nobody speaks: the same words with strange letters, so that whatever is written past the
 * catalogue is seen at once.
 */
export function pseudo(message: string): string {
  let made = ''
  let at = 0
  for (const { offset, text } of contents(parse(message))) {
    made += message.slice(at, offset) + pseudoText(text)
    at = offset + text.length
  }
  return made + message.slice(at)
}

/** The same for a text that is no message: a name that a caller gives. */
export function pseudoText(text: string): string {
  return [...text].map((letter) => STRANGE[PLAIN.indexOf(letter)] ?? letter).join('')
}

function contents(tokens: readonly Token[]): readonly { readonly offset: number; readonly text: string }[] {
  return tokens
    .flatMap((token) => {
      if (token.type === 'content') return [{ offset: token.ctx.offset, text: token.ctx.text }]
      return 'cases' in token ? token.cases.flatMap((one) => contents(one.tokens)) : []
    })
    .toSorted((a, b) => a.offset - b.offset)
}
