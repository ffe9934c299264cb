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

/** A happening as pages tell it. */
export interface Told {
  readonly id: string
  readonly at: Date
  /** Name of the person; empty for the program itself. */
  readonly by: string
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** What happened to a thing, newest first. */
export async function happeningsTo(db: OrganisationDb, subject: Happening['subject']): Promise<readonly Told[]> {
  const { rows } = await sql<Told>`
    SELECT h.happening_id AS id, h.happened_at AS at, coalesce(p.name, '') AS by, h.what, h.detail
      FROM happening h
      LEFT JOIN person p ON (p.organisation_id, p.person_id) = (h.organisation_id, h.person_id)
     WHERE h.organisation_id = ${db.organisation} AND h.subject_kind = ${subject.kind} AND h.subject_id = ${subject.id}
     ORDER BY h.happening_id DESC`.execute(db)
  return rows
}
