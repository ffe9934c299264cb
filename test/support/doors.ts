import type { Doors } from '#main/commands/command.ts'

/** The doors of a command in a test: what it prints goes to `print`, and there is no pipe and no database but those given. */
export function doorsTo(print: Doors['print'], given: Partial<Doors> = {}): Doors {
  return {
    print,
    write: (result) => print(String(result)),
    readInput: () => Promise.reject(new Error('nothing piped in here')),
    withOrganisation: () => Promise.reject(new Error('no database here')),
    ...given,
  }
}
