import { buffer } from 'node:stream/consumers'
import { runCommand } from '#main/commandLine.ts'
import type { Doors } from '#main/commands/command.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { Problem } from '#platform/errors.ts'

/** What the user can mend, and what is a fault of ours. */
const EXIT = { problem: 2, fault: 1 } as const

const doors: Doors = {
  print: (line) => console.log(line),
  write: (result) => {
    process.stdout.write(result)
  },
  async readInput() {
    if (process.stdin.isTTY) throw new Problem('invalid', 'There is no file named and nothing piped in. Name a file')
    return await buffer(process.stdin)
  },
  async withOrganisation(work) {
    const { withOrganisation } = await import('#main/databaseDoor.ts')
    await withOrganisation(work)
  },
}

// Who reads only the beginning, as `head` does, has what they wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

try {
  await runCommand(process.argv.slice(2), COMMANDS, doors)
} catch (error) {
  console.error(error instanceof Problem ? error.message : (error as Error).stack)
  process.exitCode = error instanceof Problem ? EXIT.problem : EXIT.fault
}
// The channel to the launcher would keep this process alive.
if (process.connected) process.disconnect()
