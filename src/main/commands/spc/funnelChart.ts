import { funnelSvg } from '@golden-thread/charts'
import { funnel, funnelReading } from '@golden-thread/spc'
import type { Answer } from '#main/commands/spc/answer.ts'
import type { Choices } from '#main/commands/spc/choices.ts'
import { Columns } from '#main/commands/spc/columns.ts'
import { multiplierOf } from '#main/commands/spc/controlChart.ts'
import { funnelMethodOf } from '#main/commands/spc/method.ts'
import { refuseTime } from '#main/commands/spc/sideBySide.ts'
import type { Table } from '#main/commands/spc/table.ts'
import { valueWords } from '#main/commands/spc/valueWords.ts'

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
  const words = valueWords(
    analysis.points.map(({ value }) => value ?? Number.NaN),
    false,
    choices.percent ? '%' : '',
  )
  const { noun = 'unit' } = choices
  const said = funnelReading(analysis, { noun, value: words.value })
  const description = `${said.headline} ${said.rest}`.trim()
  return {
    results: () => ({ title, chart: 'funnel', ...analysis, reading: said }),
    text: () => `${title}\n\n${description}\n`,
    svg: () =>
      funnelSvg(
        {
          ...{ id: 'chart', title, description, analysis, noun },
          own: [],
          direction: choices.better,
          valueName: valueName(table.headings[numerator]!, table.headings[denominator]!, choices),
          denominatorName: capitalised(table.headings[denominator]!),
          centreName: choices.kind === 'standardisedRatio' ? 'As expected' : `All ${noun}s`,
          format: words.value,
          axisFormat: words.axis,
          countFormat: (count) => count.toLocaleString('en-GB'),
        },
        choices.size,
        { standalone: true },
      ),
  }
}

/** "Falls per 1,000 bed days" */
function valueName(numerator: string, denominator: string, { per, percent }: Choices): string {
  if (percent) return `${capitalised(numerator)}, per cent of ${denominator}`
  return `${capitalised(numerator)} per ${per === undefined ? '' : `${per.toLocaleString('en-GB')} `}${denominator}`
}

function capitalised(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}
