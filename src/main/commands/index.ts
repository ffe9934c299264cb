import type { Commands } from '#main/commands/command.ts'

/** Everything that `golden-thread` can do, by the words that call it. Only what is called is loaded: a chart needs no database. */
export const COMMANDS: Commands = {
  import: async () => (await import('#main/commands/importFiles.ts')).importFiles,
  'measures apply': async () => (await import('#main/commands/measures.ts')).applyMeasures,
  'measures export': async () => (await import('#main/commands/measures.ts')).exportMeasures,
  spc: async () => (await import('#main/commands/spc/spc.ts')).spc,
  'database prepare': async () => (await import('#main/commands/prepareDatabase.ts')).prepareDatabase,
}
