import { verdictInk } from '../ink.ts'
import { escapeText, px } from '../markup.ts'
import { pointPath, ringAway } from '../pointShape.ts'
import type { FunnelFrame, PlacedUnit } from './funnelFrame.ts'
import { funnelRowReader } from './funnelTable.ts'

/** Outside points and ours are drawn a little larger than peers. */
const LARGER = 1.15

/**
 * Peers within the limits first, so that what matters lies on top: then those outside, ours last. `data-at` keeps the order of
 * size, in which they are walked.
 */
export function funnelPoints(frame: FunnelFrame): string {
  const { placed, rules } = frame
  const read = rules.rows ? funnelRowReader(frame.chart) : null
  const drawn = placed
    .map((unit, at) => ({ unit, at }))
    .sort((a, b) => rank(a.unit) - rank(b.unit) || a.at - b.at)
    .map(({ unit, at }) =>
      point(frame, unit, read ? ` class="gt-point" data-at="${at}" data-row="${escapeText(read(unit.point))}"` : ''),
    )
    .join('')
  return (
    drawn &&
    `<g fill="${rules.ink.common}" stroke="${rules.ink.ground}" stroke-width="${px(1.6 * Math.min(1, rules.k))}" paint-order="stroke">${drawn}</g>`
  )
}

function rank({ own, standing }: PlacedUnit): number {
  if (own) return 3
  return standing.isOutermost ? 2 : standing.side ? 1 : 0
}

function point({ rules }: FunnelFrame, unit: PlacedUnit, row: string): string {
  const { form, standing, own, x, y } = unit
  const factor = unit.shape * (standing.side && !own ? LARGER : own ? LARGER ** 2 : 1)
  const colour = verdictInk(form, rules.ink)
  const ring = standing.isOutermost
    ? `<path d="${pointPath(form, x, y, factor, ringAway(factor))}" fill="${rules.ink.ground}" stroke="${colour}" stroke-width="${px(1.4 * factor)}" paint-order="normal"/>`
    : ''
  const fill = form === 'commonCause' ? '' : ` fill="${colour}"`
  return `${ring}<path${row} d="${pointPath(form, x, y, factor)}"${fill}/>`
}
