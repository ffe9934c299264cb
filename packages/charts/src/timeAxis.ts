import type { Frame } from './frame.ts'
import { lineAt, px, textAt } from './markup.ts'
import { textWidth } from './textWidth.ts'
import { shortName } from './view.ts'

/** The axis line, the names under it, and the dividers between years. */
export function timeAxis(frame: Frame): string {
  const { left, right, bottom, rules, marks } = frame
  const axis = lineAt(left, bottom, right, bottom, ` stroke="${rules.ink.limit}"`)
  if (marks.style === 'marks') return axis + groupMarks(frame)
  if (marks.style === 'ends') return axis + ends(frame)
  return axis + ticks(frame) + groupRow(frame)
}

/** The axis line alone, with dividers between years: a chart beneath has the names. */
export function bareTimeAxis({ left, right, bottom, rules, marks, edge }: Frame): string {
  const dividers = marks.groups.slice(1).map(({ start }) => `M${px(Math.max(left, edge(start)))} ${px(bottom)}v5`)
  return (
    lineAt(left, bottom, right, bottom, ` stroke="${rules.ink.limit}"`) +
    (dividers.length ? `<path d="${dividers.join('')}" stroke="${rules.ink.limit}"/>` : '')
  )
}

function ticks({ marks, bottom, rules, x }: Frame): string {
  const words = marks.ticks.some(({ text }) => text.length > 1)
  const baseline = bottom + (words ? 6 : 4) + rules.small * 1.1
  const stems = words ? marks.ticks.map(({ index }) => `M${px(x(index))} ${px(bottom)}v5`).join('') : ''
  const names = marks.ticks.map(({ index, text }) => textAt(x(index), baseline, text)).join('')
  return `${stems && `<path d="${stems}" stroke="${rules.ink.limit}"/>`}<g text-anchor="middle" font-size="${rules.small}">${names}</g>`
}

/** Years in bold, each in the middle of its stretch, between dividers. */
function groupRow({ marks, bottom, left, right, rules, edge }: Frame): string {
  if (marks.groups.length === 0) return ''
  const baseline = bottom + 19 + rules.small * 1.5
  let drawn = ''
  marks.groups.forEach(({ start, end, text }, place) => {
    const x0 = Math.max(left, edge(start))
    const x1 = Math.min(right, edge(end))
    const last = place === marks.groups.length - 1
    if (place > 0) drawn += lineAt(x0, bottom, x0, baseline + 3, ` stroke="${rules.ink.limit}"`)
    const style = { weight: 600, fill: rules.ink.ink } as const
    if (x1 - x0 >= textWidth(text, rules.small, true) + 8)
      drawn += textAt((x0 + x1) / 2, baseline, text, { ...style, anchor: 'middle' })
    else if (last) drawn += textAt(x0 + 5, baseline, text, style)
    else if (place === 0 && left > 40) drawn += textAt(x1 - 5, baseline, text, { ...style, anchor: 'end' })
  })
  return drawn
}

/** Years marked where they begin. The first one only where it has room before the second. */
function groupMarks({ marks, bottom, rules, edge, from, left, right }: Frame): string {
  let drawn = ''
  marks.groups.forEach(({ start, text }, place) => {
    const x = Math.max(left, edge(start))
    const next = marks.groups[place + 1]
    const width = textWidth(text, rules.small)
    const room = (next ? edge(next.start) : right + 30) - x
    if (start > from) drawn += lineAt(x, bottom, x, bottom + 6, ` stroke="${rules.ink.limit}"`)
    if (room >= width + 8)
      drawn += textAt(start > from ? x + 3 : x, bottom + 6 + rules.small, text, { size: rules.small })
  })
  return drawn
}

/** Neither ticks nor years: the first and the last period by name. */
function ends(frame: Frame): string {
  const { chart, from, to, bottom, left, right, rules } = frame
  const first = shortName(chart, from)
  if (!first) return ''
  const baseline = bottom + 6 + rules.small
  const last = to - 1 > from ? shortName(chart, to - 1) : ''
  const style = { size: rules.small }
  return textAt(left, baseline, first, style) + (last ? textAt(right, baseline, last, { ...style, anchor: 'end' }) : '')
}
