/** A block of code in a README. */
export interface Example {
  /** Of its first line. */
  readonly line: number
  readonly code: string
}

const BLOCK = /^```ts\n([\s\S]*?)^```$/gm

export function examplesOf(markdown: string): readonly Example[] {
  return [...markdown.matchAll(BLOCK)].map((match) => ({
    line: markdown.slice(0, match.index).split('\n').length + 1,
    code: match[1]!,
  }))
}

/**
 * A module that runs the example and fails where it does not give what it says: `EXPRESSION // VALUE`, with the value as
 * JavaScript writes it.
 */
export function checked({ code }: Example): string {
  const lines = code.split('\n').map((line) => {
    const said = /^(?!import |const |\/\/)(\S.*?)\s+\/\/ (.+)$/.exec(line)
    return said ? `equal(${said[1]}, ${said[2]})` : line
  })
  return `import { deepEqual as equal } from 'node:assert/strict'\n${lines.join('\n')}`
}

/** How many values an example says. */
export function valuesIn(example: Example): number {
  return checked(example).split('\nequal(').length - 1
}
