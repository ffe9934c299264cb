import type { Command, Commands, Doors } from '#main/commands/command.ts'
import { Problem } from '#platform/errors.ts'

/** Finds the command that the words call, and runs it; with none, prints what there is. */
export async function runCommand(words: readonly string[], commands: Commands, doors: Doors): Promise<void> {
  const command = await commandOf(words, commands)
  if (words.length === 0 || words.some((word) => word === 'help' || word === '--help' || word === '-h')) {
    doors.print(command?.help?.() ?? (await helpText(commands)))
    return
  }
  if (!command)
    throw new Problem('invalid', `golden-thread cannot “${words.join(' ')}”.\n\n${await helpText(commands)}`)
  await command.run(words.slice(wordsIn(command.name)), doors)
}

async function commandOf(words: readonly string[], commands: Commands): Promise<Command | undefined> {
  const name = Object.keys(commands).find((one) => one === words.slice(0, wordsIn(one)).join(' '))
  return name === undefined ? undefined : await commands[name]!()
}

async function helpText(commands: Commands): Promise<string> {
  const all = await Promise.all(Object.values(commands).map((load) => load()))
  return [
    'Golden Thread from the command line. To start it, type: npm start',
    '',
    ...all.flatMap(({ name, takes, does }) => [`  ${`golden-thread ${name} ${takes}`.trimEnd()}`, `      ${does}`]),
    '',
    'GOLDEN_THREAD_DATA names the folder of its database (else ./data); GOLDEN_THREAD_AS who does it; DATABASE_URL and DATABASE_OWNER_URL a server elsewhere.',
  ].join('\n')
}

function wordsIn(name: string): number {
  return name.split(' ').length
}
