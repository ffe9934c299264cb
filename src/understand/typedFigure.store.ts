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
  readonly by: PersonId
}

/** Takes in one typed figure: an import of one row, so that it is listed, restated and taken back like any other. */
export async function typeFigure(db: OrganisationDb, typed: TypedIn): Promise<ImportId> {
  const { definition, figure, by } = typed
  const fileName = `${definition.name}, ${shortLabel(figure.period, calendarOf(definition))}`
  const importId = await startImport(db, { door: 'typed', fileName, fileBytes: 0, by })
  const accepted = await acceptImport(db, { importId, facts: factsOf(typed), placements: {}, by })
  const summary = { ...NOTHING, ...accepted, rows: 1 }
  await changeDraft(db, importId, ['reading'], { state: 'accepted', summary, acceptedBy: by })
  return importId
}

function factsOf({ definition, holder, stratum, figure }: TypedIn): FileFacts {
  const one = (value: number | null) => (value === null ? null : Float64Array.of(value))
  return {
    series: [
      {
        measure: definition.code,
        holder: holder.code,
        stratum,
        periods: [figure.period],
        numerators: Float64Array.of(figure.numerator),
        denominators: one(figure.denominator),
        spreads: one(figure.spread),
        provisional: figure.provisional,
      },
    ],
    measures: [definition],
    holders: [{ code: holder.code, name: holder.name, as: holder.kind }],
    faults: [],
    leftOut: [],
    rows: 1,
  }
}
