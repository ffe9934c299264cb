import {
  assuranceIconSvg,
  assuranceName,
  sparklineSvg,
  variationAlternative,
  variationIconSvg,
  variationName,
} from '@golden-thread/charts'
import type { Variation } from '@golden-thread/spc'
import { escapeHtml } from '#platform/html/escape.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

/** Which row of the matrix a variation stands in. */
export type MatrixRow = 'improving' | 'commonCause' | 'concerning' | 'changed'

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

/** "≥ 78%" */
export function targetText(series: SeriesSummary): string {
  if (series.target === null) return '–'
  const sign = series.better === 'higher' ? '≥ ' : series.better === 'lower' ? '≤ ' : ''
  return `${sign}${valueText(series.target, { ...series, decimals: targetDecimals(series.target, series.decimals) })}`
}

/** "20.3% to 29.8%" */
export function limitsText(series: SeriesSummary): string {
  if (series.lower === null || series.upper === null) return '–'
  return `${valueText(series.lower, series)} to ${valueText(series.upper, series)}`
}

/** One row of the summary table. Put together as text: two hundred of them are a page. */
export function summaryRow(series: SeriesSummary, root: string): string {
  const place = placeText(series, root)
  const below = [series.measure.area, place].filter(Boolean).map(escapeHtml).join(' · ')
  const provisional = series.provisional ? '<span class="gt-small">provisional</span>' : ''
  return `<tr><th scope="row"><a href="/series/${series.id}">${escapeHtml(series.measure.name)}</a>${below && `<span class="gt-small">${below}</span>`}</th><td>${escapeHtml(series.latestLabel)}${provisional}</td><td class="gt-number gt-strong">${valueText(series.value, series)}</td><td class="gt-number">${targetText(series)}</td><td>${verdict(series)}</td><td class="gt-number">${valueText(series.mean, series)}</td><td class="gt-number">${limitsText(series)}</td><td class="gt-spark">${sparklineSvg(series.spark)}</td></tr>`
}

function verdict(series: SeriesSummary): string {
  if (series.tooFew) return `<span class="gt-small">${series.tooFew.have} of ${series.tooFew.need}, limits to come</span></td><td>–`
  return `${iconWord(variationIconSvg(series.variation, 28), variationAlternative(series.variation), variationName(series.variation))}</td><td>${iconWord(assuranceIconSvg(series.assurance, 28), assuranceName(series.assurance), assuranceName(series.assurance))}`
}

/** The word is hidden from sight, not from a screen reader, where icons only are wanted. */
function iconWord(icon: string, title: string, word: string): string {
  return `<span class="gt-verdict" title="${title}">${icon}<span class="gt-verdict__word">${word}</span></span>`
}

function targetDecimals(target: number, decimals: number): number {
  return Number.isInteger(target) ? 0 : decimals
}
