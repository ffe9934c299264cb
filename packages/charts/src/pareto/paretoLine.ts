import { escapeText, lineAt, px, textAt } from '../markup.ts'
import { pointPath } from '../pointShape.ts'
import type { ParetoFrame } from './paretoFrame.ts'
import { paretoRowRead } from './paretoTable.ts'

const STEPS = [0, 0.2, 0.4, 0.6, 0.8, 1]

/** Where each fifth of all is; the mark has its own line. */
export function shareGrid({ chart, top, bottom, x, rules }: ParetoFrame): string {
  const d = STEPS.filter((step) => step > 0 && step !== chart.pareto.vitalShare)
    .map((step) => `M${px(x(step))} ${px(top)}V${px(bottom)}`)
    .join('')
  return `<path d="${d}" stroke="${rules.ink.grid}"/>`
}

/** Shares of all along the foot, and the mark that the vital few reach. */
export function shareAxis(frame: ParetoFrame): string {
  const { left, right, bottom, x, rules, stacked } = frame
  const baseline = bottom + 6 + rules.small * 1.1
  const names = STEPS.map((step) => {
    const isAtEdge = stacked && step === 0
    return textAt(isAtEdge ? 4 : x(step), baseline, `${step * 100}%`, isAtEdge ? {} : { anchor: 'middle' })
  })
  return (
    lineAt(left, bottom, right, bottom, ` stroke="${rules.ink.limit}"`) +
    `<g font-size="${rules.small}">${names.join('')}</g>${vitalMark(frame)}`
  )
}

/** Dashes with a white edge, so that they show on a filled bar too. */
function vitalMark({ chart, top, bottom, x, rules }: ParetoFrame): string {
  const { vitalShare, total } = chart.pareto
  if (total === 0) return ''
  const { ink, k, small } = rules
  const at = x(vitalShare)
  const dashes = ` stroke-dasharray="${px(12 * k)} ${px(5 * k)}"`
  const text = `${Number((vitalShare * 100).toFixed(1))}% of all`
  return (
    lineAt(at, top, at, bottom, ` stroke="${ink.ground}" stroke-width="${px(5 * k)}"${dashes}`) +
    lineAt(at, top, at, bottom, ` stroke="${ink.ink}" stroke-width="${px(2 * k)}"${dashes}`) +
    textAt(at, top - 6, [{ text, bold: true }], { anchor: 'middle', size: small, fill: ink.ink })
  )
}

/** The line through the shares that each bar and all before it make up, a point a row. */
export function cumulativeLine({ chart, rows, x, rules, barHeight }: ParetoFrame): string {
  const { ink, k } = rules
  const at = rows.flatMap(({ bar, y }) =>
    bar.cumulativeShare === null ? [] : [{ bar, x: x(bar.cumulativeShare), y: y + barHeight / 2 }],
  )
  if (at.length === 0) return ''
  const line = at.map((each) => `${px(each.x)} ${px(each.y)}`).join(' ')
  const points = at.map(({ bar, x, y }) => {
    const row = rules.rows ? ` class="gt-point" data-row="${escapeText(paretoRowRead(chart, bar))}"` : ''
    return `<path${row} d="${pointPath('commonCause', x, y, k)}"/>`
  })
  return (
    `<path d="M${line}" fill="none" stroke="${ink.ground}" stroke-width="${px(4 * k)}" stroke-linejoin="round"/>` +
    `<path d="M${line}" fill="none" stroke="${ink.common}" stroke-width="${px(1.75 * k)}" stroke-linejoin="round"/>` +
    `<g fill="${ink.common}" stroke="${ink.ground}" stroke-width="2" paint-order="stroke">${points.join('')}</g>`
  )
}
