import { type BothVerdicts, disagreements } from './disagreement.ts'
import type { Frame } from './frame.ts'
import { type Ink, verdictInk } from './ink.ts'
import { escapeText, px } from './markup.ts'
import { type PointForm, pointPath, ringAway, splitPaths } from './pointShape.ts'
import { formOf } from './sideForm.ts'
import { rowsRead } from './table.ts'
import { valueAt } from './view.ts'

/** Points closer than this many px are drawn as the line alone where nothing special is said of them. */
const TOO_CLOSE = 1.2
/** More points than this carry no row of the table: nobody walks them one by one. */
const MOST_ROWS = 400
/** The ring of a split point, which is larger, stands so much further out. */
const SPLIT_RING = 1.6

const NONE: ReadonlyMap<number, BothVerdicts> = new Map()

/** The points, each with a white edge; hollow when provisional; ringed when outside the limits; split where rules disagree. */
export function points(frame: Frame): string {
  const { from, to, rules, chart } = frame
  const rows = rules.rows && to - from <= MOST_ROWS ? rowsRead(chart, from, to) : null
  const excluded = new Set(chart.analysis.excluded)
  const both = frame.waiting ? NONE : disagreements(chart)
  let drawn = ''
  for (let index = from; index < to; index++) {
    const value = valueAt(frame, index)
    if (value === null) continue
    const form = pointForm(frame, index, excluded)
    if (form === 'commonCause' && frame.pitch < TOO_CLOSE && index !== chart.analysis.latest) continue
    const row = rows ? ` class="gt-point" data-row="${escapeText(rows[index - from]!)}"` : ''
    drawn += point(frame, index, value, form, row, both.get(index))
  }
  drawn = otherSums(frame) + drawn
  const { ground, common } = rules.ink
  return (
    drawn &&
    `<g fill="${common}" stroke="${ground}" stroke-width="${px(edgeOf(frame))}" paint-order="stroke">${drawn}</g>`
  )
}

/**
 * Of two cumulative sums, the one that lies nearer to 0: a circle, unless it lies beyond its limit too. The other is the
 * point's value, and has the row.
 */
function otherSums(frame: Frame): string {
  const { chart, from, to, x, y, shape, waiting, rules } = frame
  const { sums, values, upper, lower, direction } = chart.analysis
  if (!sums) return ''
  let drawn = ''
  for (let index = from; index < to; index++) {
    const value = values[index]!
    if (!Number.isFinite(value)) continue
    const other = value === sums.upper[index] ? sums.lower[index]! : sums.upper[index]!
    const side = other > upper[index]! ? 'high' : other < lower[index]! ? 'low' : null
    const form = formOf(waiting ? null : side, direction)
    const fill = form === 'commonCause' ? '' : ` fill="${verdictInk(form, rules.ink)}"`
    drawn += `<path d="${pointPath(form, x(index), y(other), shape * (form === 'commonCause' ? 0.7 : 1))}"${fill}/>`
  }
  return drawn
}

/** Outside the limits of its own period, and judged so. */
export function isOutside({ chart, waiting }: Frame, index: number): boolean {
  const { values, lower, upper, verdicts } = chart.analysis
  if (waiting || verdicts[index] === 'commonCause' || verdicts[index] === 'missing') return false
  return values[index]! > upper[index]! || values[index]! < lower[index]!
}

function pointForm({ chart, waiting }: Frame, index: number, excluded: ReadonlySet<number>): PointForm {
  if (excluded.has(index)) return 'leftOut'
  const verdict = chart.analysis.verdicts[index] ?? 'commonCause'
  return waiting || verdict === 'missing' ? 'commonCause' : verdict
}

function point(
  frame: Frame,
  index: number,
  value: number,
  form: PointForm,
  row: string,
  both: BothVerdicts | undefined,
): string {
  const { chart, rules, shape, x, y } = frame
  const [cx, cy] = [x(index), y(value)]
  if (form === 'leftOut') {
    return `<path${row} d="${pointPath(form, cx, cy, shape)}" fill="none" stroke="${rules.ink.common}" stroke-width="${px(2 * shape)}"/>`
  }
  const colour = verdictInk(form, rules.ink)
  const ring = isOutside(frame, index)
    ? `<path d="${pointPath(form, cx, cy, shape, ringAway(shape) * (both ? SPLIT_RING : 1))}" fill="${rules.ink.ground}" stroke="${colour}" stroke-width="${px(1.4 * shape)}" paint-order="normal"/>`
    : ''
  if (both) return `${ring}<g${row}>${splitPoint(both, cx, cy, shape, rules.ink, chart.provisional[index])}</g>`
  if (chart.provisional[index]) {
    const stroke = 2 * shape
    const d = pointPath(form, cx, cy, shape, -stroke / 2)
    return `${ring}<path${row} d="${d}" fill="${rules.ink.ground}" stroke="${colour}" stroke-width="${px(stroke)}" paint-order="normal"/>`
  }
  const fill = form === 'commonCause' ? '' : ` fill="${colour}"`
  return `${ring}<path${row} d="${pointPath(form, cx, cy, shape)}"${fill}/>`
}

/** Each half in its own colour; hollow while it is provisional. */
export function splitPoint(
  verdicts: BothVerdicts,
  x: number,
  y: number,
  factor: number,
  ink: Ink,
  hollow = false,
): string {
  return splitPaths(verdicts, x, y, factor)
    .map((d, place) => {
      const colour = verdictInk(verdicts[place]!, ink)
      return hollow
        ? `<path d="${d}" fill="${ink.ground}" stroke="${colour}" stroke-width="${px(1.5 * factor)}" paint-order="normal"/>`
        : `<path d="${d}" fill="${colour}"/>`
    })
    .join('')
}

/** 1 px of white about a point, twice as stroke; none where points touch. */
function edgeOf({ pitch, shape, rules }: Frame): number {
  return pitch < 5 * rules.k ? 0 : 2 * Math.min(1.2, shape)
}
