import { argumentsOf } from './argumentsOf.ts'
import type { MessageTree } from './tree.ts'

/** The type of a language's messages, as TypeScript: a function for each, with what it must be given. */
export function typesOf(tree: MessageTree): string {
  return `// Made by \`npm run messages\` from packages/spc/messages/en.yaml.

/** What every language says, message by message. */
export interface Messages ${group(tree, '')}
`
}

function group(tree: MessageTree, indent: string): string {
  const lines = Object.entries(tree).map(([name, inside]) => {
    const type = typeof inside === 'string' ? functionOf(inside) : group(inside, `${indent}  `)
    return `${indent}  readonly ${name}: ${type}`
  })
  return ['{', ...lines, `${indent}}`].join('\n')
}

function functionOf(text: string): string {
  const fields = [...argumentsOf(text)].map(([name, type]) => `readonly ${name}: ${type}`)
  return fields.length === 0 ? '() => string' : `(given: { ${fields.join('; ')} }) => string`
}
