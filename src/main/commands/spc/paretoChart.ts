import { pareto, paretoReading } from '@golden-thread/spc'
import type { Answer } from '#main/commands/spc/answer.ts'
import type { Choices } from '#main/commands/spc/choices.ts'
import { Columns } from '#main/commands/spc/columns.ts'
import { refuseTime } from '#main/commands/spc/sideBySide.ts'
import type { Table } from '#main/commands/spc/table.ts'
import { Problem } from '#platform/errors.ts'

/** Categories by how often each occurs: rows with a count, or one row a thing that is counted. */
export function paretoChart(table: Table, choices: Choices): Answer {
  refuseTime(choices, ['method'])
  const columns = new Columns(table, choices.columns)
  const category = columns.need('category')
  const isOneEach = !columns.isNamed('value') && table.headings.length === 1
  const count = isOneEach ? undefined : columns.needFigures('value')
  const result = pareto(
    table.rows.map((row) => ({
      name: columns.textAt(row, category),
      count: count === undefined ? 1 : columns.numberAt(row, count),
    })),
  )
  const said = paretoReading(result, {
    things: choices.noun ? `${choices.noun}s` : 'things',
    noun: table.headings[category]!.toLowerCase(),
    count: (number) => number.toLocaleString('en-GB'),
    share: (share) => `${(share * 100).toFixed(1)}%`,
  })
  const title = choices.title ?? (table.name || 'Pareto chart')
  return {
    results: () => ({ title, chart: 'pareto', ...result, reading: said }),
    text: () => `${title}\n\n${said.headline} ${said.rest}`.trim().concat('\n'),
    svg: () => {
      throw new Problem('invalid', 'A Pareto chart is given as JSON or text: choose --as json or --as text')
    },
  }
}
