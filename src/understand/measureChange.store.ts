import type { OrganisationDb } from '#platform/database.ts'
import type { MeasureId } from '#platform/ids.ts'
import { type Saving, saveMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { rejudgeMeasure } from '#understand/rejudge.store.ts'

/**
 * Saves a definition and judges all series of the measure by it: new targets, direction and chart hold at once.
 *
 * @throws Problem as `saveMeasure`
 */
export async function changeMeasure(
  db: OrganisationDb,
  definition: MeasureDefinition,
  saving: Saving,
): Promise<MeasureId> {
  const id = await saveMeasure(db, definition, saving)
  await rejudgeMeasure(db, id, saving.by)
  return id
}
