import type { PointVerdict } from '@golden-thread/spc'
import type { ControlChart } from './chart.ts'
import { bothNames, disagreements } from './disagreement.ts'
import { type Ink, SCREEN_INK, verdictInk } from './ink.ts'
import { textAt } from './markup.ts'
import { type PointForm, pointPath, ringAway } from './pointShape.ts'
import { splitPoint } from './points.ts'
import type { SizeRules } from './sizes.ts'
import { textWidth } from './textWidth.ts'

/** What a legend explains. Lines are labelled on the chart itself. */
export interface LegendEntry {
  readonly form: PointForm
  /** The other half, of a point that rules disagree about. */
  readonly also?: PointVerdict
  readonly name: string
  readonly ring?: boolean
  readonly hollow?: boolean
}

const NAMES: readonly LegendEntry[] = [
  { form: 'commonCause', name: 'no special change' },
  { form: 'improving', name: 'improving' },
  { form: 'concerning', name: 'concerning' },
  { form: 'neutralHigh', name: 'changed, high' },
  { form: 'neutralLow', name: 'changed, low' },
]

/** The point shapes that this chart shows, in a fixed order: what a page lists under it, each with `pointShapeSvg`. */
export function legendOf(chart: ControlChart): readonly LegendEntry[] {
  const { values, verdicts, upper, lower, excluded = [], pointsToCome, phases } = chart.analysis
  const waiting = pointsToCome > 0 && phases.length <= 1
  const seen = new Set<PointVerdict>()
  let outside: PointVerdict | null = null
  let provisional: PointVerdict | null = null
  verdicts.forEach((found, index) => {
    if (!Number.isFinite(values[index]) || excluded.includes(index)) return
    const verdict = waiting || found === 'missing' ? 'commonCause' : found
    seen.add(verdict)
    if (verdict !== 'commonCause' && (values[index]! > upper[index]! || values[index]! < lower[index]!))
      outside ??= verdict
    if (chart.provisional[index]) provisional = verdict
  })
  const entries = NAMES.filter(({ form }) => seen.has(form as PointVerdict))
  if (!waiting) entries.push(...splitEntries(chart))
  if (outside) entries.push({ form: outside, name: 'outside the limits', ring: true })
  if (provisional) entries.push({ form: provisional, name: 'provisional', hollow: true })
  if (chart.singleValues) entries.push({ form: 'single', name: 'single values' })
  if (excluded.some((index) => Number.isFinite(values[index])))
    entries.push({ form: 'leftOut', name: 'left out of limits and rules' })
  return entries
}

/** One entry a pair of verdicts. */
function splitEntries(chart: ControlChart): LegendEntry[] {
  const pairs = Map.groupBy(disagreements(chart).values(), (both) => bothNames(both).toLowerCase())
  return [...pairs].map(([name, [both]]) => ({ form: both![0], also: both![1], name }))
}

/** One point shape as an image of its own, 20 × 20 (28 × 28 with its ring), hidden from screen readers: its name stands beside it. */
export function pointShapeSvg({ ring = false, ...entry }: LegendEntry, ink: Ink = SCREEN_INK): string {
  const size = ring ? 28 : 20
  return `<svg class="gt-shape" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}" aria-hidden="true">${shapeAt({ ...entry, ring }, size / 2, size / 2, ink)}</svg>`
}

function shapeAt({ form, also, ring, hollow }: LegendEntry, x: number, y: number, ink: Ink): string {
  if (also) return splitPoint([form as PointVerdict, also], x, y, 1, ink, hollow)
  const colour = verdictInk(form, ink)
  const outer = ring
    ? `<path d="${pointPath(form, x, y, 1, ringAway(1))}" fill="none" stroke="${colour}" stroke-width="1.4"/>`
    : ''
  if (form === 'leftOut')
    return `<path d="${pointPath(form, x, y, 1)}" fill="none" stroke="${colour}" stroke-width="2"/>`
  if (hollow)
    return `${outer}<path d="${pointPath(form, x, y, 1, -1)}" fill="${ink.ground}" stroke="${colour}" stroke-width="2"/>`
  return `${outer}<path d="${pointPath(form, x, y, 1)}" fill="${colour}"/>`
}

/** The legend inside a file of its own, in rows under the plot. */
export function legendRows(
  entries: readonly LegendEntry[],
  rules: Pick<SizeRules, 'width' | 'height' | 'ink'>,
): { svg: string; height: number } {
  let x = 4
  let y = rules.height + 14
  let svg = ''
  for (const entry of entries) {
    const half = entry.ring ? 12 : 6
    const width = 2 * half + 8 + textWidth(entry.name, 13)
    if (x + width > rules.width && x > 4) {
      x = 4
      y += 26
    }
    svg += shapeAt(entry, x + half, y, rules.ink) + textAt(x + 2 * half + 8, y + 4.5, entry.name, { size: 13 })
    x += width + 24
  }
  return { svg, height: entries.length ? y - rules.height + 18 : 0 }
}
