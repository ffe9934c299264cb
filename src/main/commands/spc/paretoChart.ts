import { paretoSvg } from '@golden-thread/charts'
import { pareto, paretoReading } from '@golden-thread/spc'
import type { Answer } from '#main/commands/spc/answer.ts'
import type { Choices } from '#main/commands/spc/choices.ts'
import { Columns } from '#main/commands/spc/columns.ts'
import { refuseTime } from '#main/commands/spc/sideBySide.ts'
import type { Table } from '#main/commands/spc/table.ts'

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
  const things = choices.noun ? `${choices.noun}s` : 'things'
  const noun = table.headings[category]!.toLowerCase()
  const countFormat = (number: number) => number.toLocaleString('en-GB')
  const shareFormat = (share: number) => `${(share * 100).toFixed(1)}%`
  const said = paretoReading(result, { things, noun, count: countFormat, share: shareFormat })
  const description = `${said.headline} ${said.rest}`.trim()
  const title = choices.title ?? (table.name || 'Pareto chart')
  return {
    results: () => ({ title, chart: 'pareto', ...result, reading: said }),
    text: () => `${title}\n\n${description}\n`,
    svg: () =>
      paretoSvg(
        { id: 'chart', title, description, pareto: result, things, noun, countFormat, shareFormat },
        choices.size,
        { standalone: true },
      ),
  }
}
