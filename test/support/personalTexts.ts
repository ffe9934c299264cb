import { sql } from 'kysely'
import type { OrganisationDb } from '#platform/database.ts'

/** Of the range that is never given to a person. */
export const TEST_NUMBER = '9990000018'
const TEST_BIRTH = '12031950'

/** The same patient in the ways in which people write one. */
export const PERSONAL_TEXTS = ['999 000 0018', TEST_NUMBER, '999-000-0018', 'DOB 12/03/1950'] as const

/** Every column of text or JSON in the database that holds a test's patient, however it is written there. */
export function columnsWithPatient(db: OrganisationDb): Promise<readonly string[]> {
  return columnsWith(db, [TEST_NUMBER, TEST_BIRTH])
}

/** The same for any digits. */
export async function columnsWith(db: OrganisationDb, wanted: readonly string[]): Promise<readonly string[]> {
  const { rows: columns } = await sql<{ name: string; column: string }>`
    SELECT table_name AS name, column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'character varying', 'json', 'jsonb', 'ARRAY')`.execute(db)
  const found: string[] = []
  for (const { name, column } of columns) {
    const digits = sql`regexp_replace(${sql.ref(column)}::text, '[^0-9]', '', 'g')`
    const { rows } = await sql`
      SELECT 1 FROM ${sql.table(name)} WHERE ${digits} LIKE ANY(${wanted.map((one) => `%${one}%`)}::text[])`.execute(db)
    if (rows.length > 0) found.push(`${name}.${column}`)
  }
  return found
}
