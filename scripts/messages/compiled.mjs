// JavaScript, as the compiler's own types say of none of its modules what Node finds in it.
import MessageFormat from '@messageformat/core'
import compileModule from '@messageformat/core/compile-module.js'

/**
 * A language's messages as a module of plain functions. What they need to choose by number and by case is the package's own
 * `choose.ts`, so that nothing of the compiler goes with them.
 *
 * @param {string} language as BCP 47 names it: "en", "cy"
 * @param {import('./tree.ts').MessageTree} tree
 * @returns {string} TypeScript
 */
export function compiled(language, tree) {
  const module = compileModule(new MessageFormat(language, { returnType: 'string' }), tree)
  const [head, body] = module.split('export default ')
  const used = head.match(/import \{ (.*) \} from "@messageformat\/runtime";/)?.[1].split(', ') ?? []
  const counts = head.includes(`import { ${language} } from`)
  const names = [...(counts ? ['byCount'] : []), ...used].sort()
  return [
    `// Made by \`npm run messages\` from packages/spc/messages/${language}.yaml.`,
    ...(names.length > 0 ? [`import { ${names.join(', ')} } from './choose.ts'`] : []),
    `import type { Messages } from './messages.generated.ts'\n`,
    ...(counts ? [`const ${language} = byCount('${language}')\n`] : []),
    `export const messages: Messages = ${body.trim()}\n`,
  ].join('\n')
}
