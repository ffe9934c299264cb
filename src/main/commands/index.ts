import type { Command } from '#main/commands/command.ts'
import { importFiles } from '#main/commands/importFiles.ts'
import { applyMeasures, exportMeasures } from '#main/commands/measures.ts'
import { prepareDatabase } from '#main/commands/prepareDatabase.ts'

/** Everything that `golden-thread` can do. */
export const COMMANDS: readonly Command[] = [importFiles, applyMeasures, exportMeasures, prepareDatabase]
