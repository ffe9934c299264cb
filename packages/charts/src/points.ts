import type { Frame } from './frame.ts'
import { verdictInk } from './ink.ts'
import { escapeText, px } from './markup.ts'
import { type PointForm, pointPath, ringAway } from './pointShape.ts'
import { rowsRead } from './table.ts'
import { valueAt } from './view.ts'

/** Points closer than this many px are drawn as the line alone where nothing special is said of them. */
const TOO_CLOSE = 1.2
/** More points than this carry no row of the table: nobody walks them one by one. */
const MOST_ROWS = 400

/** The points, each with a white edge; hollow when provisional; ringed when outside the limits. */
export function points(frame: Frame): string {
  const { from, to, rules, chart } = frame
  const rows = rules.rows && to - from <= MOST_ROWS ? rowsRead(chart, from, to) : null
  const excluded = new Set(chart.analysis.excluded)
  let drawn = ''
  for (let index = from; index < to; index++) {
    const value = valueAt(frame, index)
    if (value === null) continue
    const form = formOf(frame, index, excluded)
    if (form === 'commonCause' && frame.pitch < TOO_CLOSE && index !== chart.analysis.latest) continue
    const row = rows ? ` class="gt-point" data-row="${escapeText(rows[index - from]!)}"` : ''
    drawn += point(frame, index, value, form, row)
  }
  const { ground, common } = rules.ink
  return (
    drawn &&
    `<g fill="${common}" stroke="${ground}" stroke-width="${px(edgeOf(frame))}" paint-order="stroke">${drawn}</g>`
  )
}

/** Outside the limits of its own period, and judged so. */
export function isOutside({ chart, waiting }: Frame, index: number): boolean {
  const { values, lower, upper, verdicts } = chart.analysis
  if (waiting || verdicts[index] === 'commonCause' || verdicts[index] === 'missing') return false
  return values[index]! > upper[index]! || values[index]! < lower[index]!
}

function formOf({ chart, waiting }: Frame, index: number, excluded: ReadonlySet<number>): PointForm {
  if (excluded.has(index)) return 'leftOut'
  const verdict = chart.analysis.verdicts[index] ?? 'commonCause'
  return waiting || verdict === 'missing' ? 'commonCause' : verdict
}

function point(frame: Frame, index: number, value: number, form: PointForm, row: string): string {
  const { chart, rules, shape, x, y } = frame
  const [cx, cy] = [x(index), y(value)]
  if (form === 'leftOut') {
    return `<path${row} d="${pointPath(form, cx, cy, shape)}" fill="none" stroke="${rules.ink.common}" stroke-width="${px(2 * shape)}"/>`
  }
  const colour = verdictInk(form, rules.ink)
  const ring = isOutside(frame, index)
    ? `<path d="${pointPath(form, cx, cy, shape, ringAway(shape))}" fill="${rules.ink.ground}" stroke="${colour}" stroke-width="${px(1.4 * shape)}" paint-order="normal"/>`
    : ''
  if (chart.provisional[index]) {
    const stroke = 2 * shape
    const d = pointPath(form, cx, cy, shape, -stroke / 2)
    return `${ring}<path${row} d="${d}" fill="${rules.ink.ground}" stroke="${colour}" stroke-width="${px(stroke)}" paint-order="normal"/>`
  }
  const fill = form === 'commonCause' ? '' : ` fill="${colour}"`
  return `${ring}<path${row} d="${pointPath(form, cx, cy, shape)}"${fill}/>`
}

/** 1 px of white about a point, twice as stroke; none where points touch. */
function edgeOf({ pitch, shape, rules }: Frame): number {
  return pitch < 5 * rules.k ? 0 : 2 * Math.min(1.2, shape)
}
