import type { PointVerdict } from '@golden-thread/spc'
import type { Sparkline } from './chart.ts'
import { SCREEN_INK, verdictInk } from './ink.ts'
import { escapeText } from './markup.ts'
import { pointPath } from './pointShape.ts'

const WIDTH = 196
const HEIGHT = 38
/** Places; a shorter series stands at the right, so that months of neighbouring rows line up. */
const PLACES = 24
const PITCH = 8
/** The target reaches this many px beyond the band on both sides. */
const BESIDE = 2
/** px above and below, for the shapes of the outermost points. */
const AIR = 5
/** Factors of the shapes: a signal, and the last point, which is always marked. */
const SIGNAL = 0.6
const LAST = 0.78
/** A target that would squeeze the figures into less than this share of the height stands at the edge instead. */
const LEAST_SHARE_OF_FIGURES = 0.3

/** White about a point, so that it stands out of the line. */
const EDGE = ' stroke="#fff" paint-order="stroke"'

type Figures = readonly (number | null)[]

/**
 * The latest 24 values in 196 × 38: band, mean, target, line, signals. With a label it is an image with that name, without
 * it is hidden from screen readers. A series without limits is its line and its last point.
 */
export function sparklineSvg(spark: Sparkline, label = ''): string {
  const n = Math.min(PLACES, spark.values.length)
  const cut = latest(spark, n)
  const x0 = BESIDE + (PLACES - n) * PITCH
  const y = heights(cut)
  const { band, ink, slate, common } = SCREEN_INK
  const bands = cut.upper.some((upper) => upper !== null) ? bandPath(cut, x0, y) : ''
  const target = cut.target === null ? '' : `M0 ${y(cut.target)}H${WIDTH}`
  const name = label ? ` role="img" aria-label="${escapeText(label)}"` : ' aria-hidden="true"'
  return (
    `<svg class="gt-spark" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}" fill="none"${name}>` +
    (bands && `<path fill="${band}" d="${bands}"/>`) +
    drawn(steps(cut.centre, x0, y), ` stroke="${slate}"`) +
    drawn(target, ` stroke="${ink}" stroke-width="1.25" stroke-dasharray="5 3"`) +
    drawn(valueLine(cut.values, x0, y), ` stroke="${common}" stroke-width="1.25" stroke-linejoin="round"`) +
    signalPoints(cut, x0, y) +
    lastPoint(cut, x0, y) +
    '</svg>'
  )
}

function latest(spark: Sparkline, n: number): Sparkline {
  const cut = <T>(line: readonly T[]) => line.slice(-n || line.length)
  return {
    values: cut(spark.values).map(finite),
    centre: cut(spark.centre).map(finite),
    lower: cut(spark.lower).map(finite),
    upper: cut(spark.upper).map(finite),
    verdicts: cut(spark.verdicts),
    provisional: cut(spark.provisional),
    target: finite(spark.target),
  }
}

function finite(value: number | null | undefined): number | null {
  return value !== null && value !== undefined && Math.abs(value) < 1e300 ? value : null
}

function heights({ values, upper, lower, target }: Sparkline): (value: number) => number {
  const figures = [values, upper, lower].flatMap((line) => line.filter((value) => value !== null))
  let low = Math.min(...figures)
  let high = Math.max(...figures)
  if (low > high) [low, high] = [0, 1]
  if (target !== null) {
    const whole = Math.max(high, target) - Math.min(low, target)
    if (high === low || (high - low) / whole >= LEAST_SHARE_OF_FIGURES)
      [low, high] = [Math.min(low, target), Math.max(high, target)]
  }
  const size = Math.max(Math.abs(low), Math.abs(high))
  if (high - low <= Math.max(size * 1e-9, 1e-280)) [low, high] = [low - 1 - size, high + 1 + size]
  const scale = (HEIGHT - 2 * AIR) / (high - low)
  return (value) => tenth(Math.max(1, Math.min(HEIGHT - 1, HEIGHT - AIR - (value - low) * scale)))
}

/** Stretches of equal height as one horizontal each. */
function steps(line: Figures, x0: number, y: (value: number) => number): string {
  let d = ''
  for (let start = 0; start < line.length; ) {
    let end = start + 1
    while (end < line.length && line[end] === line[start]) end++
    const value = line[start]
    if (value !== null && value !== undefined) d += `M${x0 + start * PITCH} ${y(value)}H${x0 + end * PITCH}`
    start = end
  }
  return d
}

function bandPath({ upper, lower }: Sparkline, x0: number, y: (value: number) => number): string {
  let d = ''
  for (let start = 0; start < upper.length; ) {
    let end = start + 1
    while (end < upper.length && upper[end] === upper[start] && lower[end] === lower[start]) end++
    const high = upper[start]
    const low = lower[start]
    if (high !== null && high !== undefined && low !== null && low !== undefined) {
      d += `M${x0 + start * PITCH} ${y(high)}H${x0 + end * PITCH}V${y(low)}H${x0 + start * PITCH}z`
    }
    start = end
  }
  return d
}

function valueLine(values: Figures, x0: number, y: (value: number) => number): string {
  let d = ''
  let drawing = false
  values.forEach((value, place) => {
    if (value === null) drawing = false
    else {
      d += `${drawing ? ' ' : 'M'}${middle(x0, place)} ${y(value)}`
      drawing = true
    }
  })
  return d
}

/** All points of one verdict in one path. */
function signalPoints({ values, verdicts }: Sparkline, x0: number, y: (value: number) => number): string {
  const paths = new Map<PointVerdict, string>()
  const last = lastPlace(values)
  values.forEach((value, place) => {
    const verdict = verdicts[place]
    if (value === null || place === last || !verdict || verdict === 'commonCause' || verdict === 'missing') return
    paths.set(verdict, (paths.get(verdict) ?? '') + pointPath(verdict, middle(x0, place), y(value), SIGNAL))
  })
  return [...paths].map(([verdict, d]) => `<path${EDGE} fill="${verdictInk(verdict, SCREEN_INK)}" d="${d}"/>`).join('')
}

/** In its verdict's shape; hollow while it is provisional. */
function lastPoint({ values, verdicts, provisional }: Sparkline, x0: number, y: (value: number) => number): string {
  const place = lastPlace(values)
  const value = values[place]
  if (value === null || value === undefined) return ''
  const found = verdicts[place] ?? 'commonCause'
  const verdict = found === 'missing' ? 'commonCause' : found
  const colour = verdictInk(verdict, SCREEN_INK)
  const hollow = provisional[place]
  const d = pointPath(verdict, middle(x0, place), y(value), LAST, hollow ? -0.6 : 0)
  return hollow
    ? `<path fill="#fff" stroke="${colour}" stroke-width="1.6" d="${d}"/>`
    : `<path${EDGE} fill="${colour}" d="${d}"/>`
}

function lastPlace(values: Figures): number {
  return values.findLastIndex((value) => value !== null)
}

function middle(x0: number, place: number): number {
  return x0 + place * PITCH + PITCH / 2
}

function drawn(d: string, attributes: string): string {
  return d && `<path${attributes} d="${d}"/>`
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}
