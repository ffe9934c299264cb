import { messages as english } from './en.generated.ts'
import type { Messages } from './messages.generated.ts'

export { english, type Messages }

/** The messages of the language that a caller wants, in English where none is named. */
export function messagesOf({ messages = english }: { readonly messages?: Messages }): Messages {
  return messages
}
