import { runBrackets } from './brackets.ts'
import { callouts } from './callouts.ts'
import { centreFigures } from './centreFigures.ts'
import type { ChartSize, ControlChart, DrawOptions } from './chart.ts'
import { dataLine, gaps, singleDots } from './dataLine.ts'
import { directLabels, latestBesidePoint, targetOnLine } from './directLabels.ts'
import { type Frame, frameOf } from './frame.ts'
import { legendOf } from './legend.ts'
import { expectedRange, grid, limitsMeanTarget } from './lines.ts'
import { lineAt, textAt } from './markup.ts'
import { phaseMarks } from './phaseMarks.ts'
import { points } from './points.ts'
import { roomOf } from './room.ts'
import { withSurround } from './surround.ts'
import { bareTimeAxis, timeAxis } from './timeAxis.ts'
import { LATEST, plural, viewOf } from './view.ts'

/**
 * A control chart as SVG text: complete without style sheet or script, and safe under a strict content security policy.
 * It is an image with a title and the reading as its description; desk and phone carry each point's row of the table
 * in `data-row`, which the browser script turns into tooltips and walking.
 */
export function controlChartSvg(chart: ControlChart, size: ChartSize, options: DrawOptions = {}): string {
  const frame = frameOf(viewOf(chart, size))
  return withSurround(chart, size, frame.rules, () => legendOf(chart), drawing(frame), options)
}

/** Back to front. `part`: of two charts on one time axis the lower one names the periods, the upper one those without a value.
 * Words come last, each where it covers least of what is drawn before. */
export function drawing(frame: Frame, part: 'whole' | 'upper' | 'lower' = 'whole'): string {
  const room = roomOf(frame)
  const phases = phaseMarks(frame, room)
  const latest = latestBesidePoint(frame, room)
  const target = targetOnLine(frame, room)
  const missing = part === 'lower' ? '' : gaps(frame, room)
  const brackets = runBrackets(frame, room)
  const words = callouts(frame, room)
  const medians = centreFigures(frame, room)
  return [
    expectedRange(frame),
    grid(frame),
    stepLabels(frame),
    limitsMeanTarget(frame),
    phases,
    singleDots(frame),
    dataLine(frame),
    missing,
    brackets,
    words,
    target,
    medians,
    points(frame),
    directLabels(frame),
    latest,
    part === 'upper' ? bareTimeAxis(frame) : timeAxis(frame),
    toCome(frame),
    emptyWords(frame),
    part === 'upper' ? '' : howManyShown(frame),
  ].join('')
}

function stepLabels({ axis, chart, left, y, rules }: Frame): string {
  const labels = axis.steps.map((step) =>
    textAt(left - 9, y(step) + rules.label * 0.36, chart.axisFormat(step, axis.decimals)),
  )
  return `<g text-anchor="end">${labels.join('')}</g>`
}

/** The places that wait for figures: dotted, and how many there are until limits can be drawn. */
function toCome({ chart, waiting, to, from, places, edge, right, bottom, rules }: Frame): string {
  const { pointsToCome, latest } = chart.analysis
  if (latest < 0 || !waiting || places <= to - from) return ''
  const start = edge(to)
  const line = lineAt(
    start + 2,
    bottom - 4,
    right,
    bottom - 4,
    ` stroke="${rules.ink.common}" stroke-width="1.25" stroke-dasharray="1.5 3"`,
  )
  return line + textAt((start + right) / 2, bottom - 12, `${pointsToCome} to come`, { anchor: 'middle' })
}

function emptyWords({ chart, to, left, top, right, bottom, y, rules }: Frame): string {
  if (chart.analysis.latest >= 0) return ''
  const target = chart.analysis.targets[to - 1]
  const middle = (top + bottom) / 2
  const onTarget = target !== undefined && Math.abs(y(target) - middle) < 24
  const style = { anchor: 'middle', size: rules.label + 1.5 } as const
  return textAt((left + right) / 2, middle + (onTarget ? 44 : 0), 'No figures yet', style)
}

function howManyShown({ chart, from, to, rules, size }: Frame): string {
  if (from === 0 || size === 'wall' || chart.analysis.latest < 0) return ''
  const text = `Latest ${LATEST} of ${to} ${plural(chart.noun)}`
  return textAt(rules.width - 4, rules.height - 4, text, { anchor: 'end', size: rules.small })
}
