/** The order in which things flow: each part may import what stands before it, and nothing that stands after. */
export const ORDER = [
  'platform',
  'organisation',
  'thread',
  'understand',
  'involve',
  'prioritise',
  'improve',
  'empower',
  'assure',
  'connect',
  'publish',
  'demo',
  'main',
] as const

/** Packages import no part of `src/`; all of `src/` may import them. Each stands with the packages it may import. */
export const PACKAGES: Readonly<Record<string, readonly string[]>> = { spc: [], charts: ['spc'] }

/** The only files with SQL in them, besides stores: they make the schema or open the door. */
export const SQL_BESIDES_STORES: readonly string[] = [
  'src/platform/database.pg.ts',
  'src/platform/holds.pg.ts',
  'src/platform/installation.ts',
  'src/platform/migrations.ts',
  'src/platform/postgres/roles.ts',
  'src/platform/programRole.ts',
]

/** Names that say nothing of what is inside. */
export const EMPTY_NAMES = [
  'utils',
  'util',
  'common',
  'misc',
  'shared',
  'types',
  'helpers',
  'helper',
  'manager',
  'data',
  'info',
]

/** The table of ARCHITECTURE.md, one line for each part. */
export function architectureTable(): string {
  const rows = [
    ...Object.entries(PACKAGES).map(
      ([name, others]) => [`packages/${name}`, others.map((other) => `packages/${other}`)] as const,
    ),
    ...ORDER.map((part, i) => [`src/${part}`, ['packages', ...ORDER.slice(0, i)]] as const),
  ]
  return [
    '| part | may import |',
    '| --- | --- |',
    ...rows.map(([part, may]) => `| ${part} | ${may.join(', ') || 'nothing'} |`),
  ].join('\n')
}
