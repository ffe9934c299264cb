import { expect, test } from 'vitest'
import { doorsTo } from '#test/support/doors.ts'
import { runCommand } from './commandLine.ts'
import type { Command } from './commands/command.ts'
import { COMMANDS } from './commands/index.ts'

async function printed(words: readonly string[], commands = COMMANDS): Promise<string> {
  const lines: string[] = []
  await runCommand(
    words,
    commands,
    doorsTo((line) => lines.push(line)),
  )
  return lines.join('\n')
}

for (const words of [[], ['help'], ['--help'], ['measures', '--help']]) {
  test(`“golden-thread ${words.join(' ')}” says everything that it can do`, async () => {
    const text = await printed(words)
    for (const load of Object.values(COMMANDS)) {
      const { name, does } = await load()
      expect(text).toContain(`golden-thread ${name}`)
      expect(text).toContain(does)
    }
  })
}

test('each command is listed by the words that it says call it', async () => {
  for (const [name, load] of Object.entries(COMMANDS)) expect((await load()).name).toBe(name)
})

test('a command that needs more than a line says more after its name', async () => {
  expect(await printed(['spc', '--help'])).toMatch(/golden-thread spc \[FILE\][\s\S]*Examples:/)
})

test('a command gets the words after its name', async () => {
  const echo: Command = {
    name: 'say again',
    takes: '',
    does: '',
    run: async (words, { print }) => print(words.join('|')),
  }
  expect(await printed(['say', 'again', 'a', 'b'], { 'say again': async () => echo })).toBe('a|b')
})

test('what it cannot do is repeated, with what it can', async () => {
  await expect(printed(['measure', 'export'])).rejects.toThrow(/cannot “measure export”[\s\S]*measures export/)
})

test('apply without a file says how', async () => {
  await expect(printed(['measures', 'apply'])).rejects.toThrow('golden-thread measures apply FILE...')
})

test('the SQL that makes a database has new passwords each time, and roles that step round nothing', async () => {
  const [one, two] = [await printed(['database', 'prepare']), await printed(['database', 'prepare'])]
  expect(one).not.toBe(two)
  expect(one.match(/CREATE ROLE .* NOSUPERUSER .* NOBYPASSRLS;/g)).toHaveLength(2)
  expect(one).toContain('DATABASE_OWNER_URL=postgres://golden_thread_owner:')
})
