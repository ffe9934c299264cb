import type { Frame } from './frame.ts'
import { px, textAt } from './markup.ts'
import { pointPath } from './pointShape.ts'
import { type Box, clash, isFree, type Room, written } from './room.ts'
import { textWidth } from './textWidth.ts'
import { dataLines, shortName, valueAt } from './view.ts'

/** The lines through the values: broken at gaps, dotted where they lead to or from a provisional point. */
export function dataLine(frame: Frame): string {
  return dataLines(frame.chart)
    .map((line) => oneLine(frame, line))
    .join('')
}

function oneLine({ chart, from, to, rules, x, y }: Frame, line: Float64Array): string {
  const { k, ink } = rules
  let solid = ''
  let dotted = ''
  let pen: 'solid' | 'dotted' | null = null
  for (let index = from; index < to; index++) {
    const value = line[index]!
    const before = index > from ? line[index - 1]! : Number.NaN
    if (!Number.isFinite(value)) pen = null
    if (!Number.isFinite(value) || !Number.isFinite(before)) continue
    const open = chart.provisional[index] || chart.provisional[index - 1]
    const here = `${px(x(index))} ${px(y(value))}`
    const start = `M${px(x(index - 1))} ${px(y(before))}L`
    if (open) dotted += (pen === 'dotted' ? ' ' : start) + here
    else solid += (pen === 'solid' ? ' ' : start) + here
    pen = open ? 'dotted' : 'solid'
  }
  const style = `fill="none" stroke="${ink.common}" stroke-width="${px(1.75 * k)}" stroke-linejoin="round"`
  const solidPath = solid && `<path d="${solid}" ${style}/>`
  const dottedPath =
    dotted && `<path d="${dotted}" ${style} stroke-linecap="round" stroke-dasharray="${px(1.5 * k)} ${px(3.5 * k)}"/>`
  return solidPath + dottedPath
}

/** The single values behind averages: dots without a line. */
export function singleDots({ chart, from, to, rules, x, y, shape }: Frame): string {
  const { singleValues } = chart
  if (!singleValues) return ''
  let d = ''
  for (let index = from; index < to; index++) {
    const value = singleValues[index]
    if (value !== undefined && Number.isFinite(value)) d += pointPath('single', x(index), y(value), shape)
  }
  return d && `<path d="${d}" fill="${rules.ink.limit}"/>`
}

/** Missing periods keep their place: a bracket on the axis, and the words where there is room. */
export function gaps(frame: Frame, room: Room): string {
  const { rules, bottom, edge } = frame
  const { ink, k } = rules
  let drawn = ''
  let brackets = ''
  for (const [start, end] of missing(frame)) {
    const inset = Math.min(1, frame.pitch * 0.1)
    const x0 = px(edge(start) + inset)
    const x1 = px(edge(end) - inset)
    const y = px(bottom - 3 * k)
    brackets += `M${x0} ${px(bottom - 6 * k)}V${px(bottom)}M${x1} ${px(bottom - 6 * k)}V${px(bottom)}M${x0} ${y}H${x1}`
    if (rules.signals === 'words') drawn += gapWords(frame, room, start, end)
  }
  return (brackets && `<path d="${brackets}" fill="none" stroke="${ink.limit}"/>`) + drawn
}

function gapWords(frame: Frame, room: Room, start: number, end: number): string {
  const { rules, bottom, left, right, edge } = frame
  const name = gapName(frame, start, end)
  const width = Math.max(textWidth('No data', rules.small), textWidth(name, rules.small))
  const middle = Math.max(left + width / 2, Math.min(right - width / 2, (edge(start) + edge(end)) / 2))
  const lines = name ? ['No data', name] : ['No data']
  const first = bottom - 12 - (lines.length - 1) * rules.small * 1.35
  const box: Box = { x0: middle - width / 2, x1: middle + width / 2, y0: first - rules.small, y1: bottom - 6 }
  if (!isFree(room, box) || clash(room, box) > 160) return ''
  written(room, box)
  return lines
    .map((line, row) =>
      textAt(middle, first + row * rules.small * 1.35, line, {
        anchor: 'middle',
        size: rules.small,
        halo: rules.ink.ground,
      }),
    )
    .join('')
}

/** "Aug 2025", "Mar to Aug 2025" */
function gapName({ chart }: Frame, start: number, end: number): string {
  const first = shortName(chart, start)
  if (end - start === 1) return first
  const group = chart.time[start]?.group
  const sameGroup = group && group === chart.time[end - 1]?.group && first.endsWith(` ${group}`)
  return `${sameGroup ? first.slice(0, -group.length - 1) : first} to ${shortName(chart, end - 1)}`
}

/** Stretches of missing values as [start, end); none where nothing has a value. */
function missing(frame: Frame): [number, number][] {
  const found: [number, number][] = []
  if (frame.chart.analysis.latest < 0) return found
  for (let index = frame.from; index < frame.to; index++) {
    if (valueAt(frame, index) !== null) continue
    const open = found.at(-1)
    if (open?.[1] === index) open[1]++
    else found.push([index, index + 1])
  }
  return found
}
