import { writeSync } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { runCommand } from '#main/commandLine.ts'
import type { Doors } from '#main/commands/command.ts'
import { COMMANDS } from '#main/commands/index.ts'
import { Problem } from '#platform/errors.ts'

const STANDARD_OUTPUT = 1
/** What the user can mend, and what is a fault of ours. */
const EXIT = { problem: 2, fault: 1 } as const

const doors: Doors = {
  print: (line) => console.log(line),
  write(result) {
    const bytes = Buffer.from(result as Uint8Array)
    // A pipe takes what it has room for.
    for (let done = 0; done < bytes.length; ) done += writeSync(STANDARD_OUTPUT, bytes, done)
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

try {
  await runCommand(process.argv.slice(2), COMMANDS, doors)
} catch (error) {
  console.error(error instanceof Problem ? error.message : (error as Error).stack)
  process.exitCode = error instanceof Problem ? EXIT.problem : EXIT.fault
}
// The channel to the launcher would keep this process alive.
if (process.connected) process.disconnect()
