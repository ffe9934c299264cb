import { lineAt, px, textAt } from '../markup.ts'
import { fitText } from '../textWidth.ts'
import { type ParetoFrame, type ParetoRow, shareText } from './paretoFrame.ts'

/** Bars: the vital few filled in ink, the others in tint with an edge, what is gathered as other dashed. */
export function paretoBars(frame: ParetoFrame): string {
  return frame.rows.map((row) => bar(frame, row)).join('')
}

function bar({ x, left, barHeight, rules }: ParetoFrame, { bar, y }: ParetoRow): string {
  const width = x(bar.share ?? 0) - left
  if (width <= 0) return ''
  const { ink, slate, limit, band } = rules.ink
  const edge = Math.min(1, width) * 0.5
  const rect = `<rect x="${px(left + edge)}" y="${px(y + 0.5)}" width="${px(Math.max(0.5, width - 2 * edge))}" height="${px(barHeight - 1)}"`
  if (bar.vital) return `${rect} fill="${ink}"/>`
  if (bar.isOther) return `${rect} fill="none" stroke="${slate}" stroke-dasharray="3 2"/>`
  return `${rect} fill="${band}" stroke="${limit}"/>`
}

/** Names, counts and shares so far, over the line where a phone has them over the bars; a bracket beside the vital few. */
export function paretoWords(frame: ParetoFrame): string {
  return frame.rows.map((row) => words(frame, row)).join('') + heads(frame) + bracket(frame)
}

function words(frame: ParetoFrame, { bar, names, y }: ParetoRow): string {
  const { chart, rules, left, barHeight, stacked } = frame
  const { label, ink } = rules
  const line = label * 1.3
  const middle = y + barHeight / 2 + label * 0.36
  const first = (stacked ? y - 6 : middle) - ((names.length - 1) * line) / (stacked ? 1 : 2)
  const count = { text: chart.countFormat(bar.count), bold: true }
  const style = { fill: ink.ink, halo: ink.ground }
  const drawn = names.map((name, row) => {
    const said = { text: name, bold: bar.vital }
    const isLast = row === names.length - 1
    return textAt(4, first + row * line, stacked && isLast ? [said, { text: '\u2002' }, count] : [said], style)
  })
  const beside = stacked ? '' : textAt(left - 12, middle, [count], { anchor: 'end', fill: ink.ink })
  const share = shareText(chart, bar.cumulativeShare)
  return drawn.join('') + beside + (share && textAt(rules.width - 4, middle, share, { anchor: 'end' }))
}

/** What the columns are. */
function heads({ chart, rules, rows, left, stacked }: ParetoFrame): string {
  if (rows.length === 0) return ''
  const { label, small } = rules
  const style = { anchor: 'end', size: small } as const
  const things = stacked ? '' : textAt(left - 12, label, fitText(chart.things, left - 16, small), style)
  return things + (chart.pareto.total > 0 ? textAt(rules.width - 4, label, 'so far', style) : '')
}

function bracket({ chart, rows, left, barHeight, stacked, rules }: ParetoFrame): string {
  const few = rows.slice(0, chart.pareto.vitalFew)
  if (few.length === 0 || stacked) return ''
  const x = left - 5
  return lineAt(x, few[0]!.y, x, few.at(-1)!.y + barHeight, ` stroke="${rules.ink.ink}" stroke-width="2"`)
}

export function nothingYet({ chart, left, right, top, bottom, rules, rows, stacked }: ParetoFrame): string {
  if (chart.pareto.total > 0) return ''
  const text = `No ${chart.things} counted yet`
  if (stacked && rows.length > 0) return textAt(4, rules.label, text, { size: rules.label })
  const style = { anchor: 'middle', size: rules.label + 1.5, halo: rules.ink.ground } as const
  return textAt((left + right) / 2, (top + bottom) / 2, text, style)
}
