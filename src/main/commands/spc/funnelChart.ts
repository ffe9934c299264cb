import { type FunnelAnalysis, funnel, funnelReading } from '@golden-thread/spc'
import type { Answer } from '#main/commands/spc/answer.ts'
import type { Choices } from '#main/commands/spc/choices.ts'
import { Columns } from '#main/commands/spc/columns.ts'
import { multiplierOf } from '#main/commands/spc/controlChart.ts'
import { funnelMethodOf } from '#main/commands/spc/method.ts'
import { refuseTime } from '#main/commands/spc/sideBySide.ts'
import type { Table } from '#main/commands/spc/table.ts'
import { valueWords } from '#main/commands/spc/valueWords.ts'
import { Problem } from '#platform/errors.ts'

/** Units side by side at one time. */
export function funnelChart(table: Table, choices: Choices): Answer {
  refuseTime(choices)
  const columns = new Columns(table, choices.columns)
  const unit = columns.need('unit')
  const [numerator, denominator] = [columns.needFigures('numerator'), columns.needFigures('denominator')]
  const multiplier = multiplierOf(choices)
  const analysis = funnel({
    kind: choices.kind,
    units: table.rows.map((row) => columns.textAt(row, unit)),
    numerators: table.rows.map((row) => columns.numberAt(row, numerator)),
    denominators: table.rows.map((row) => columns.numberAt(row, denominator)),
    multiplier,
    method: funnelMethodOf(choices.method),
    ...(choices.target !== undefined && { target: choices.target / multiplier }),
  })
  const title = choices.title ?? (table.name || 'Funnel plot')
  const said = readingOf(analysis, choices)
  return {
    results: () => ({ title, chart: 'funnel', ...analysis, reading: said }),
    text: () => `${title}\n\n${said.headline} ${said.rest}`.trim().concat('\n'),
    svg: () => {
      throw new Problem('invalid', 'A funnel plot is given as JSON or text: choose --as json or --as text')
    },
  }
}

function readingOf(analysis: FunnelAnalysis, { percent, noun = 'unit' }: Choices) {
  const values = analysis.points.map(({ value }) => value ?? Number.NaN)
  return funnelReading(analysis, { noun, value: valueWords(values, false, percent ? '%' : '').value })
}
