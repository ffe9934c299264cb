import { writeFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { SpcInputError } from '@golden-thread/spc'
import type { Command, Doors } from '#main/commands/command.ts'
import type { Answer } from '#main/commands/spc/answer.ts'
import { type Choices, choicesOf } from '#main/commands/spc/choices.ts'
import { onlyWhere } from '#main/commands/spc/columns.ts'
import { controlChart } from '#main/commands/spc/controlChart.ts'
import { funnelChart } from '#main/commands/spc/funnelChart.ts'
import { helpText } from '#main/commands/spc/help.ts'
import { paretoChart } from '#main/commands/spc/paretoChart.ts'
import { type Table, tableOfFile, tableOfInput } from '#main/commands/spc/table.ts'
import { Problem } from '#platform/errors.ts'

/** Charts that are not of one series in time; every other id is one of `CHART_TYPES`. */
const OTHERS: Readonly<Record<string, (table: Table, choices: Choices) => Answer>> = {
  funnel: funnelChart,
  pareto: paretoChart,
}

export const spc: Command = {
  name: 'spc',
  takes: '[FILE] [options]',
  does: 'makes one chart from a CSV or JSON file, or from what is piped in: reading, results, SVG or PNG; golden-thread spc --help says how',
  help: helpText,
  async run(words, doors) {
    const choices = choicesOf(words)
    const table = onlyWhere(await tableOf(choices, doors), choices.where)
    const made = await given(answerOf(table, choices), choices)
    if (choices.out === undefined) doors.write(made)
    else save(choices.out, made)
  },
}

function tableOf({ file }: Choices, { readInput }: Doors): Promise<Table> {
  return file === undefined ? readInput().then(tableOfInput) : tableOfFile(file)
}

/** What the statistics refuse is for the user to mend. */
function answerOf(table: Table, choices: Choices): Answer {
  try {
    return (OTHERS[choices.chart] ?? controlChart)(table, choices)
  } catch (error) {
    throw error instanceof SpcInputError ? new Problem('invalid', error.message) : error
  }
}

async function given(answer: Answer, { form }: Choices): Promise<string | Uint8Array> {
  if (form === 'json') return `${JSON.stringify(answer.results(), null, 2)}\n`
  if (form === 'text') return answer.text()
  const svg = answer.svg()
  if (form === 'svg') return `${svg}\n`
  const { pngOf } = await import('#understand/png.ts')
  return pngOf(svg)
}

function save(path: string, made: string | Uint8Array): void {
  try {
    writeFileSync(path, made)
  } catch {
    throw new Problem('invalid', `--out: “${path}” cannot be written. Is there a folder ${dirname(resolve(path))}?`)
  }
}
