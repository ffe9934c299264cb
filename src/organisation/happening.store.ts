import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'
import { newId, type PersonId } from '#platform/ids.ts'

/** Something that somebody did, acting as a person; null = the program itself (the demonstration, the command line). */
export interface Happening {
  readonly by: PersonId | null
  /** A verb: `rebased`, `took back`, `accepted`. */
  readonly what: string
  readonly subject: { readonly kind: string; readonly id: string }
  readonly detail?: Readonly<Record<string, unknown>>
}

export async function recordHappening(
  db: OrganisationDb,
  { by, what, subject, detail = {} }: Happening,
): Promise<void> {
  await sql`
    INSERT INTO happening (organisation_id, happening_id, happened_at, person_id, what, subject_kind, subject_id, detail)
    VALUES (${db.organisation}, ${newId<'happening'>()}, ${new Date()}, ${by}, ${what}, ${subject.kind}, ${subject.id}, ${JSON.stringify(detail)})`.execute(
    db,
  )
}
