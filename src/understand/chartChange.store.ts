import { type Analysis, SpcInputError } from '@golden-thread/spc'
import type { OrganisationDb } from '#platform/database.ts'
import { Problem } from '#platform/errors.ts'
import type { PersonId, SeriesId } from '#platform/ids.ts'
import { type ChartChoice, choiceOf, isSameChoice } from '#understand/chartChoice.ts'
import { type Comparison, compare } from '#understand/comparison.ts'
import { findMeasure, type Measure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import { listSummaries } from '#understand/series.store.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { readLimits, readObservations } from '#understand/seriesRows.store.ts'
import { analyseSeries } from '#understand/seriesState.ts'

/** Series that are read at once. */
const AT_ONCE = 500

/** One series of a measure by the chart in force and by another. */
export interface ComparedSeries {
  readonly series: SeriesSummary
  readonly before: Analysis
  /** null when its figures cannot be put on the other chart. */
  readonly after: Analysis | null
  /** Why they cannot. */
  readonly fault: string | null
  readonly comparison: Comparison
}

/** What another chart, or other rules, would say of every series of a measure: own first, then those that change. Reads only. */
export async function compareCharts(
  db: OrganisationDb,
  { definition }: Measure,
  choice: ChartChoice,
): Promise<readonly ComparedSeries[]> {
  const summaries = await listSummaries(db, { measure: definition.code, holder: 'all' })
  const compared: ComparedSeries[] = []
  for (let at = 0; at < summaries.length; at += AT_ONCE)
    compared.push(...(await compareSome(db, summaries.slice(at, at + AT_ONCE), definition, choice)))
  return compared.sort((a, b) => rank(a) - rank(b))
}

/**
 * Another chart or other rules become the next version of the definition, and judge its series at once.
 *
 * @param version the one that was looked at: somebody else may have changed it since
 * @throws Problem for another version in force, nothing that changes, no reason, or figures that the chart cannot hold
 */
export async function changeChart(
  db: OrganisationDb,
  code: string,
  change: { readonly choice: ChartChoice; readonly version: number; readonly reason: string; readonly by: PersonId },
): Promise<void> {
  const { choice, version, by } = change
  const reason = change.reason.trim()
  const measure = await findMeasure(db, code)
  if (measure.version !== version) {
    const message = `The definition has changed since: it is version ${measure.version} now. Look at what would change, and decide again`
    throw new Problem('conflict', message, { chart: message })
  }
  if (isSameChoice(choiceOf(measure.definition), choice)) {
    const message = 'Choose another chart or other rules: these are in force already'
    throw new Problem('invalid', message, { chart: message })
  }
  if (reason === '') throw new Problem('invalid', 'Say why', { reason: 'Say why, in a few words' })
  const refused = (await compareCharts(db, measure, choice)).find(({ fault }) => fault !== null)
  if (refused) {
    const message = `${refused.series.holder.name} cannot be put on this chart: ${refused.fault}. Choose another chart`
    throw new Problem('invalid', message, { chart: message })
  }
  await changeMeasure(db, { ...measure.definition, ...choice }, { by, reason })
}

async function compareSome(
  db: OrganisationDb,
  summaries: readonly SeriesSummary[],
  definition: MeasureDefinition,
  choice: ChartChoice,
): Promise<readonly ComparedSeries[]> {
  const ids: readonly SeriesId[] = summaries.map(({ id }) => id)
  const observations = await readObservations(db, ids)
  const limits = await readLimits(db, ids)
  return summaries.map((series) => {
    const judge = (by: MeasureDefinition) => ({
      analysis: analyseSeries(by, observations.get(series.id)!, limits(series.id)),
      rules: ruleSetOf(by),
    })
    const was = judge(definition)
    const before = was.analysis
    try {
      const would = judge({ ...definition, ...choice })
      return { series, before, after: would.analysis, fault: null, comparison: compare(was, would) }
    } catch (error) {
      if (!(error instanceof SpcInputError)) throw error
      return { series, before, after: null, fault: error.message, comparison: compare(was, was) }
    }
  })
}

function rank({ series, comparison, fault }: ComparedSeries): number {
  const { saysOtherwise, appear, vanish } = comparison
  const isSame = !fault && !saysOtherwise && appear.length + vanish.length === 0
  return (series.holder.kind === 'unit' ? 0 : 2) + (isSame ? 1 : 0)
}
