import { type Kysely, sql } from 'kysely'
import { Problem } from '#platform/errors.ts'

interface Might {
  readonly role: string
  /** Why it could see every organisation's data. */
  readonly reason: string
}

/**
 * Row-level security is only as strong as the role that meets it: none may serve people that could step round it by
 * itself, by owning a table, or by becoming a role that could.
 *
 * @throws Problem with why, and what to run
 */
export async function refuseMightyRole(kysely: Kysely<unknown>): Promise<void> {
  // Both names, since an address can ask for another role than its own (options=-c role=…), and RESET ROLE goes back.
  const { rows } = await sql<Might>`
    WITH mine AS (
      SELECT r.oid, r.rolname FROM pg_roles r WHERE r.rolname IN (current_user, session_user)
    ), owned AS (
      SELECT DISTINCT relowner AS oid FROM pg_class
       WHERE relkind IN ('r', 'p') AND relnamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
    ), might AS (
      SELECT r.oid, r.rolname,
             CASE WHEN r.rolsuper THEN 'is superuser'
                  WHEN r.rolbypassrls THEN 'has BYPASSRLS'
                  WHEN r.oid IN (SELECT oid FROM owned) THEN 'owns tables'
                  WHEN r.rolcreaterole THEN 'has CREATEROLE' END AS reason
        FROM pg_roles r
    )
    SELECT mine.rolname AS role,
           CASE WHEN might.oid = mine.oid THEN might.reason
                ELSE format('is a member of the role "%s", which %s', might.rolname, might.reason) END AS reason
      FROM mine JOIN might ON might.reason IS NOT NULL AND pg_has_role(mine.oid, might.oid, 'MEMBER')
     ORDER BY might.oid <> mine.oid, might.rolname LIMIT 1`.execute(kysely)
  const found = rows[0]
  if (!found) return
  throw new Problem(
    'not-allowed',
    `The database role "${found.role}" in DATABASE_URL ${found.reason}, so it could read every organisation's data. Run "golden-thread database prepare" for the SQL that makes a role that cannot`,
  )
}
