import type { OrganisationDb } from '#platform/database.ts'
import { faultsAgainstFigures, isSameDefinition, listMeasures, type Saving } from '#understand/measure.store.ts'
import { countsOtherwise, type MeasureDefinition } from '#understand/measure.ts'
import { changeMeasure } from '#understand/measureChange.store.ts'
import type { LineOf, PackFault } from '#understand/measurePack.ts'

/** A pack in which nothing is wrong by itself. */
export interface SoundPack {
  readonly file: string
  readonly definitions: readonly MeasureDefinition[]
  readonly lineOf: LineOf
}

/** What applying a pack would do. Measures that it does not name stay as they are. */
export interface PackPlan {
  readonly made: readonly MeasureDefinition[]
  readonly changed: readonly {
    readonly before: MeasureDefinition
    readonly after: MeasureDefinition
    /** Something else is counted from then on. */
    readonly counts: boolean
  }[]
  readonly unchanged: readonly MeasureDefinition[]
}

/** What the pack would read otherwise in figures that stand. */
export async function faultsOfPack(
  db: OrganisationDb,
  { file, definitions, lineOf }: SoundPack,
): Promise<readonly PackFault[]> {
  const faults: PackFault[] = []
  for (const definition of definitions) {
    for (const { field, message } of await faultsAgainstFigures(db, definition))
      faults.push({ file, line: lineOf(definition.code, field), field, message })
  }
  return faults
}

/** What would change, before anything does. */
export async function planPack(db: OrganisationDb, definitions: readonly MeasureDefinition[]): Promise<PackPlan> {
  const known = new Map((await listMeasures(db)).map(({ definition }) => [definition.code, definition]))
  const pairs = definitions.map((after) => ({ before: known.get(after.code), after }))
  return {
    made: pairs.flatMap(({ before, after }) => (before ? [] : [after])),
    changed: pairs.flatMap(({ before, after }) => {
      if (!before || isSameDefinition(before, after)) return []
      return [{ before, after, counts: countsOtherwise(before, after) }]
    }),
    unchanged: pairs.flatMap(({ before, after }) => (before && isSameDefinition(before, after) ? [after] : [])),
  }
}

/** Makes and changes measures as a pack says, and judges their series by it. @throws Problem as `changeMeasure` */
export async function applyPack(
  db: OrganisationDb,
  definitions: readonly MeasureDefinition[],
  saving: Saving,
): Promise<void> {
  for (const definition of definitions) await changeMeasure(db, definition, saving)
}
