/**
 * `node scripts/chance.ts`: simulates every rule set anew and writes what `packages/spc/src/chance/table.ts` holds. Needed
 * when a rule set is added, or its rules or its version change. Takes some minutes, and gives the same table every time.
 */
import { writeFileSync } from 'node:fs'
import { LENGTHS, simulateChances, TABLED_SERIES } from '../packages/spc/src/chance/chance.ts'
import type { Estimate } from '../packages/spc/src/chance/simulate.ts'
import { RULE_SETS } from '../packages/spc/src/index.ts'

const TABLE = new URL('../packages/spc/src/chance/table.ts', import.meta.url)

const lines = RULE_SETS.flatMap((ruleSet) =>
  (['xmr', 'run'] as const).flatMap((chart) =>
    LENGTHS.map((points) => {
      const made = simulateChances({ ruleSet, chart, points }, TABLED_SERIES)
      console.log(`${ruleSet.id}, ${chart}, ${points} points: ${written(made.falseSignal)}`)
      const chances = Object.entries(made).map(([name, estimate]) => `${name}: ${written(estimate)}`)
      const what = `ruleSet: '${ruleSet.id}', version: '${ruleSet.version}', chart: '${chart}', points: ${points}`
      return `  { ${[what, ...chances].join(', ')} },`
    }),
  ),
)

writeFileSync(
  TABLE,
  `import type { TabledChances } from './chance.ts'

/** Made by \`node scripts/chance.ts\` of the repository: ${TABLED_SERIES.share} series a share, ${TABLED_SERIES.waits} an average; errors are standard errors. */
// biome-ignore format: a situation a line
export const CHANCES: readonly TabledChances[] = [
${lines.join('\n')}
]
`,
)

function written({ is, error }: Estimate): string {
  return `{ is: ${Number(is.toPrecision(4))}, error: ${Number(error.toPrecision(2))} }`
}
