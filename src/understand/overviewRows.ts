import { assuranceIconSvg, assuranceName, sparklineSvg, variationIconSvg, variationName } from '@golden-thread/charts'
import type { Assurance, Variation } from '@golden-thread/spc'
import { escapeHtml } from '#platform/html/escape.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { reachOf, valueText } from '#understand/wording.ts'

/** Which row of the matrix a variation stands in. */
export type MatrixRow = 'improving' | 'commonCause' | 'concerning' | 'changed'

export const MATRIX_ROWS: readonly { readonly id: MatrixRow; readonly name: string; readonly note: string }[] = [
  { id: 'improving', name: 'Improving', note: 'a change for the better' },
  { id: 'commonCause', name: 'No special change', note: 'only chance at work' },
  { id: 'concerning', name: 'Concerning', note: 'a change for the worse' },
  { id: 'changed', name: 'Changed', note: 'no direction is better' },
]

export const MATRIX_COLUMNS: readonly { readonly id: Assurance; readonly note: string }[] = [
  { id: 'meets', note: 'every period, as things are' },
  { id: 'hitOrMiss', note: 'chance decides each period' },
  { id: 'misses', note: 'every period, as things are' },
  { id: 'none', note: 'none is set' },
]

const VARIATIONS: readonly Variation[] = [
  'commonCause',
  'improvingHigh',
  'improvingLow',
  'concerningHigh',
  'concerningLow',
  'neutralHigh',
  'neutralLow',
]
const ICON_SIZE = 28
const DOTTED =
  '<svg width="9" height="16" aria-hidden="true"><path d="M4.5 0v16" stroke="currentColor" stroke-width="2" stroke-dasharray="2 2.5"/></svg>'

export function matrixRowOf(variation: Variation): MatrixRow {
  if (variation.startsWith('improving')) return 'improving'
  if (variation.startsWith('concerning')) return 'concerning'
  return variation === 'commonCause' ? 'commonCause' : 'changed'
}

/** What tells this series from others of the same measure; empty for the whole organisation. */
export function placeText({ holder, stratum }: SeriesSummary, root: string): string {
  const name = holder.kind === 'unit' && holder.code === root ? '' : holder.name
  return [name, stratum].filter(Boolean).join(', ')
}

/** "Falls per 1,000 bed days, Heron Ward" */
export function nameText(series: SeriesSummary, root: string): string {
  return [series.measure.name, placeText(series, root)].filter(Boolean).join(', ')
}

/** "≥ 78%" */
export function targetText(series: SeriesSummary): string {
  if (series.target === null) return '–'
  const sign = series.better === 'higher' ? '≥ ' : series.better === 'lower' ? '≤ ' : ''
  return `${sign}${valueText(series.target, { ...series, decimals: targetDecimals(series.target, series.decimals) })}`
}

/** "20.3% to 29.8%", and where a limit lies beyond what values can be: "up to 29.8%", "20.3% or more". */
export function limitsText(series: SeriesSummary): string {
  if (series.lower === null || series.upper === null) return '–'
  const { floor = -Infinity, ceiling = Infinity } = reachOf({ unit: series.unit, kind: series.measure.kind })
  // Figures that lie there themselves show that they can.
  const shown = [series.value, ...series.spark.values].filter((value) => value !== null)
  const isBelow = series.lower < floor && shown.every((value) => value >= floor)
  const isAbove = series.upper > ceiling && shown.every((value) => value <= ceiling)
  if (isBelow && isAbove) return 'any'
  if (isBelow) return `up to ${valueText(series.upper, series)}`
  if (isAbove) return `${valueText(series.lower, series)} or more`
  return `${valueText(series.lower, series)} to ${valueText(series.upper, series)}`
}

/**
 * One row of the summary table. Put together as text: two hundred of them are a page.
 *
 * @param undecided the version of the definition that counts something else, while nobody has decided on new limits
 */
export function summaryRow(series: SeriesSummary, root: string, undecided?: number): string {
  const below = [series.measure.area, placeText(series, root)].filter(Boolean).map(escapeHtml).join(' · ')
  const provisional = series.provisional ? '<span class="gt-small">provisional</span>' : ''
  const cells = [
    `<td>${escapeHtml(series.latestLabel)}${provisional}</td>`,
    `<td class="gt-number gt-strong">${valueText(series.value, series)}</td>`,
    targetCell(series),
    ...verdictCells(series),
    `<td class="gt-number">${valueText(series.mean, series)}</td>`,
    `<td class="gt-number">${limitsText(series)}</td>`,
    `<td>${sparklineSvg(series.spark)}</td>`,
  ]
  return `<tr><th scope="row"><a href="/series/${series.id}">${escapeHtml(series.measure.name)}</a>${below && `<span class="gt-small">${below}</span>`}${undecided === undefined ? '' : undecidedMark(series, undecided)}</th>${cells.join('')}</tr>`
}

/** The dotted line that new limits have on a chart, and what is asked. */
function undecidedMark({ id }: SeriesSummary, version: number): string {
  return `<a class="gt-small gt-undecided" href="/series/${id}#proposal">${DOTTED}Version ${version} counts something else: new limits?</a>`
}

/** Every icon once, for the rows to point at: two in each of two hundred rows would be half of the page. */
export function iconSprite(): string {
  const icons = [
    ...VARIATIONS.map((variation) => symbol(variation, variationIconSvg(variation, ICON_SIZE))),
    ...MATRIX_COLUMNS.map(({ id }) => symbol(id, assuranceIconSvg(id, ICON_SIZE))),
  ]
  return `<svg class="gt-sprite" width="0" height="0" aria-hidden="true">${icons.join('')}</svg>`
}

function symbol(name: string, svg: string): string {
  return svg.replace(/^<svg[^>]*>/, `<symbol id="icon-${name}" viewBox="0 0 48 48">`).replace(/<\/svg>$/, '</symbol>')
}

function verdictCells(series: SeriesSummary): readonly string[] {
  if (series.tooFew) {
    const { have, need } = series.tooFew
    return [`<td class="gt-few" colspan="2">${have} of ${need} points, limits to come</td>`]
  }
  return [
    `<td>${iconWord(series.variation, variationName(series.variation))}</td>`,
    `<td>${iconWord(series.assurance, assuranceName(series.assurance))}</td>`,
  ]
}

/** On a phone the target's line says the verdict too, and that there is none. */
function targetCell(series: SeriesSummary): string {
  const word = series.tooFew ? '' : ` data-word="${assuranceName(series.assurance).toLowerCase()}"`
  return series.target === null
    ? '<td class="gt-number gt-none"><span>–</span></td>'
    : `<td class="gt-number"${word}>${targetText(series)}</td>`
}

/** The word is hidden from sight, not from a screen reader, where icons only are wanted. */
function iconWord(icon: string, word: string): string {
  return `<span class="gt-verdict"><svg class="gt-icon" width="${ICON_SIZE}" height="${ICON_SIZE}" aria-hidden="true"><use href="#icon-${icon}"/></svg><span class="gt-verdict__word">${word}</span></span>`
}

function targetDecimals(target: number, decimals: number): number {
  return Number.isInteger(target) ? 0 : decimals
}
