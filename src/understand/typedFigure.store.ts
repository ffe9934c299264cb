import type { OrganisationDb } from '#platform/database.ts'
import type { ImportId, PersonId } from '#platform/ids.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import type { Figure } from '#understand/figure.ts'
import { changeDraft, startImport } from '#understand/imports.store.ts'
import { NOTHING } from '#understand/imports.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { shortLabel } from '#understand/period.ts'
import type { Holder } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'

export interface TypedIn {
  readonly definition: MeasureDefinition
  readonly holder: Pick<Holder, 'kind' | 'code' | 'name'>
  readonly stratum: string
  readonly figure: Figure
  /** Events that are known of that day: the new one comes beside them, not in their place. */
  readonly sameDay: readonly Figure[]
  readonly by: PersonId
}

/** Takes in one typed figure: an import of one row, so that it is listed, restated and taken back like any other. */
export async function typeFigure(db: OrganisationDb, typed: TypedIn): Promise<ImportId> {
  const { definition, figure, by } = typed
  const fileName = `${definition.name}, ${shortLabel(figure.period, calendarOf(definition))}`
  const importId = await startImport(db, { door: 'typed', fileName, fileBytes: 0, by })
  const accepted = await acceptImport(db, { importId, facts: factsOf(typed), placements: {}, by, overturns: true })
  const summary = { ...NOTHING, ...accepted, rows: 1 }
  await changeDraft(db, importId, ['reading'], { state: 'accepted', summary, acceptedBy: by })
  return importId
}

function factsOf({ definition, holder, stratum, figure, sameDay }: TypedIn): FileFacts {
  const figures = [...sameDay, figure]
  const column = (read: (figure: Figure) => number | null) =>
    figures.some((one) => read(one) !== null) ? Float64Array.from(figures, (one) => read(one) ?? Number.NaN) : null
  return {
    series: [
      {
        measure: definition.code,
        holder: holder.code,
        stratum,
        periods: figures.map(({ period }) => period),
        numerators: Float64Array.from(figures, ({ numerator }) => numerator),
        denominators: column(({ denominator }) => denominator),
        spreads: column(({ spread }) => spread),
        provisional: figures.some(({ provisional }) => provisional)
          ? figures.map(({ provisional }) => provisional)
          : null,
      },
    ],
    measures: [definition],
    holders: [{ code: holder.code, name: holder.name, as: holder.kind }],
    faults: [],
    leftOut: [],
    rows: 1,
  }
}
