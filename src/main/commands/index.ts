import type { Command } from '#main/commands/command.ts'
import { applyMeasures, exportMeasures } from '#main/commands/measures.ts'
import { prepareDatabase } from '#main/commands/prepareDatabase.ts'

/** Everything that `golden-thread` can do. */
export const COMMANDS: readonly Command[] = [applyMeasures, exportMeasures, prepareDatabase]
