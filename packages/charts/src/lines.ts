import type { Frame } from './frame.ts'
import { px } from './markup.ts'
import { reachable } from './view.ts'

/** Expected range and limits, mean and target of every phase, in that order from back to front with the grid between. */
export function expectedRange(frame: Frame): string {
  const { chart, waiting, rules } = frame
  if (waiting) return ''
  const bands = stretches(frame, chart.analysis.upper, chart.analysis.lower)
    .map(
      ([start, end]) =>
        `${stepped(frame, chart.analysis.upper, start, end)}${backwards(frame, chart.analysis.lower, start, end)}Z`,
    )
    .join('')
  return bands && `<path d="${bands}" fill="${rules.ink.band}"/>`
}

export function grid({ axis, left, right, y, rules, bottom }: Frame): string {
  const lines = axis.steps
    .filter((step) => Math.abs(y(step) - bottom) > 0.5)
    .map((step) => `M${px(left)} ${px(y(step))}H${px(right)}`)
  return lines.length ? `<path d="${lines.join('')}" stroke="${rules.ink.grid}"/>` : ''
}

/** The three differ by dash and weight, not by colour. */
export function limitsMeanTarget(frame: Frame): string {
  const { chart, waiting, rules, targetOff } = frame
  const { upper, lower, centre, targets } = chart.analysis
  const { k, ink } = rules
  const limits = waiting ? '' : path(frame, reachable(frame, upper)) + path(frame, reachable(frame, lower))
  const mean = waiting ? '' : path(frame, centre)
  const behind = waiting ? '' : centreSpans(frame)
  const target = targetOff ? '' : path(frame, targets, false) + targetToCome(frame)
  return (
    drawn(limits, `stroke="${ink.limit}" stroke-width="${px(1.25 * k)}" stroke-dasharray="${px(5 * k)} ${px(4 * k)}"`) +
    drawn(mean, `stroke="${ink.ink}" stroke-width="${px(1.5 * k)}"`) +
    drawn(behind, `stroke="${ink.ink}" stroke-width="${px(3.5 * k)}"`) +
    drawn(target, `stroke="${ink.ink}" stroke-width="${px(2 * k)}" stroke-dasharray="${px(12 * k)} ${px(5 * k)}"`)
  )
}

/** The centre line over the values that it is of. */
function centreSpans(frame: Frame): string {
  const { chart, from: first, to: last } = frame
  return (chart.centreOf ?? [])
    .filter(({ from, to }) => to >= first && from < last)
    .map(({ from, to }) => stepped(frame, chart.analysis.centre, Math.max(first, from), Math.min(last, to + 1)))
    .join('')
}

/** Where there are places still to come, the target goes on. */
function targetToCome({ chart, from, to, places, y, edge, right }: Frame): string {
  const last = chart.analysis.targets[to - 1]
  return last !== undefined && Number.isFinite(last) && places > to - from
    ? `M${px(edge(to))} ${px(y(last))}H${px(right)}`
    : ''
}

function drawn(d: string, attributes: string): string {
  return d && `<path d="${d}" fill="none" ${attributes}/>`
}

function path(frame: Frame, line: Float64Array, breaksAtPhases = true): string {
  return stretches(frame, line, line, breaksAtPhases)
    .map(([start, end]) => stepped(frame, line, start, end))
    .join('')
}

/** Runs of neighbouring periods of one phase where both lines have a figure, as [start, end). */
function stretches(frame: Frame, a: Float64Array, b: Float64Array, breaksAtPhases = true): [number, number][] {
  const starts = new Set(breaksAtPhases ? frame.chart.analysis.phases.map(({ start }) => start) : [])
  const found: [number, number][] = []
  let open: [number, number] | null = null
  for (let index = frame.from; index < frame.to; index++) {
    if (!Number.isFinite(a[index]!) || !Number.isFinite(b[index]!)) open = null
    else if (open && !starts.has(index)) open[1] = index + 1
    else {
      open = [index, index + 1]
      found.push(open)
    }
  }
  return found
}

/** A line that keeps its height through each period and steps between periods, where it changes. */
function stepped({ y, edge }: Frame, line: Float64Array, start: number, end: number): string {
  let at = px(y(line[start]!))
  let d = `M${px(edge(start))} ${at}`
  for (let index = start + 1; index < end; index++) {
    const next = px(y(line[index]!))
    if (next === at) continue
    d += `H${px(edge(index))}V${next}`
    at = next
  }
  return `${d}H${px(edge(end))}`
}

function backwards({ y, edge }: Frame, line: Float64Array, start: number, end: number): string {
  let at = px(y(line[end - 1]!))
  let d = `V${at}`
  for (let index = end - 2; index >= start; index--) {
    const next = px(y(line[index]!))
    if (next === at) continue
    d += `H${px(edge(index + 1))}V${next}`
    at = next
  }
  return `${d}H${px(edge(start))}`
}
