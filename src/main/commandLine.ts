import type { Command, Doors } from '#main/commands/command.ts'
import { Problem } from '#platform/errors.ts'

/** Finds the command that the words call, and runs it; with none, prints what there is. */
export async function runCommand(words: readonly string[], commands: readonly Command[], doors: Doors): Promise<void> {
  if (words.length === 0 || words.some((word) => word === 'help' || word === '--help' || word === '-h')) {
    doors.print(helpText(commands))
    return
  }
  const command = commands.find(({ name }) => name === words.slice(0, wordsIn(name)).join(' '))
  if (!command) throw new Problem('invalid', `golden-thread cannot “${words.join(' ')}”.\n\n${helpText(commands)}`)
  await command.run(words.slice(wordsIn(command.name)), doors)
}

function helpText(commands: readonly Command[]): string {
  const calls = commands.map(({ name, takes }) => `golden-thread ${name} ${takes}`.trimEnd())
  return [
    'Golden Thread from the command line. To start it, type: npm start',
    '',
    ...commands.flatMap(({ does }, i) => [`  ${calls[i]}`, `      ${does}`]),
    '',
    'GOLDEN_THREAD_DATA names the folder of its database (else ./data); DATABASE_URL and DATABASE_OWNER_URL a server elsewhere.',
  ].join('\n')
}

function wordsIn(name: string): number {
  return name.split(' ').length
}
