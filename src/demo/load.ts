import { createHash } from 'node:crypto'
import { demonstrationFiles, latestOf } from '#demo/files.ts'
import { PLANS } from '#demo/plans/index.ts'
import { definitionOf } from '#demo/trust.ts'
import { emailOf, PEOPLE, UNITS, WEXCOMBE } from '#demo/wexcombe.ts'
import { beginOrganisation, rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import { addUnit } from '#organisation/unit.store.ts'
import type { Database, OrganisationDb } from '#platform/database.ts'
import type { OrganisationId, PersonId, UnitId } from '#platform/ids.ts'
import { acceptImport } from '#understand/acceptance.store.ts'
import { changeDraft, startImport } from '#understand/imports.store.ts'
import { NOTHING } from '#understand/imports.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { saveMeasure } from '#understand/measure.store.ts'
import { type Day, today as dayOfClock } from '#understand/period.ts'
import { addAnnotation, addPhase, listSummaries } from '#understand/series.store.ts'

/**
 * Makes the fictional trust by the same functions that people's actions call, whole or not at all. Its latest figures
 * are those of the last complete period before the clock's day.
 *
 * @returns null when the installation has an organisation already
 */
export async function loadDemonstration(
  database: Database,
  say: (line: string) => void,
  clock: () => Date = () => new Date(),
): Promise<OrganisationId | null> {
  const today = dayOfClock(clock)
  return beginOrganisation(database, WEXCOMBE, async (db) => {
    const by = await addUnitsAndPeople(db)
    const saving = { by, reason: 'First set of measures' }
    for (const plan of PLANS) await saveMeasure(db, definitionOf(plan), saving)
    say(`${WEXCOMBE.name}: ${UNITS.length} units, ${PLANS.length} measures`)
    for (const { name, facts } of demonstrationFiles(today)) {
      await takeIn(db, name, facts, by)
      say(`${name}: ${facts.rows} rows`)
    }
    await rebaseAndNote(db, today, by)
    return db.organisation
  })
}

/** Returns the analyst, who does everything else. */
async function addUnitsAndPeople(db: OrganisationDb): Promise<PersonId> {
  const units = new Map<string, UnitId>([[WEXCOMBE.code, await rootUnit(db)]])
  for (const unit of UNITS) units.set(unit.code, await addUnit(db, { ...unit, parent: units.get(unit.under)! }))
  const people: PersonId[] = []
  for (const person of PEOPLE) {
    people.push(await addPerson(db, { ...person, email: emailOf(person), unit: units.get(person.unit)! }))
  }
  return people[PEOPLE.findIndex((person) => person.job === 'Quality analyst')]!
}

async function takeIn(db: OrganisationDb, fileName: string, facts: FileFacts, by: PersonId): Promise<void> {
  // There is no file: its name and its figures stand for it.
  const sha256 = createHash('sha256').update(`${fileName} ${facts.rows}`).digest('hex')
  const importId = await startImport(db, { door: 'demonstration', fileName, fileBytes: 0, by })
  const accepted = await acceptImport(db, { importId, facts, placements: {}, by })
  const summary = { ...NOTHING, ...accepted, rows: facts.rows }
  await changeDraft(db, importId, ['reading'], { state: 'accepted', sha256, summary, acceptedBy: by })
}

async function rebaseAndNote(db: OrganisationDb, today: Day, by: PersonId): Promise<void> {
  const whole = (await listSummaries(db)).filter((series) => series.holder.code === WEXCOMBE.code)
  const byCode = new Map(whole.map((series) => [series.measure.code, series.id]))
  for (const plan of PLANS) {
    const id = byCode.get(plan.measure.code)!
    const latest = latestOf(plan, today)
    for (const { at, reason } of plan.rebases ?? []) {
      await addPhase(db, id, { start: latest - at, baseline: null, reason, by })
    }
    for (const { at, text } of plan.notes ?? []) await addAnnotation(db, id, { period: latest - at, text, by })
  }
}
