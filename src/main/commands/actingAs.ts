import { findByAddress } from '#organisation/person.store.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { PersonId } from '#platform/ids.ts'

/** The option of commands that change something: by whom. */
export const AS_OPTION = { as: { type: 'string', default: process.env.GOLDEN_THREAD_AS ?? '' } } as const

/** Who is named by it; null where nobody is, and the command stands for itself. @throws Problem for an address that nobody has */
export async function actorNamed(db: OrganisationDb, address: string): Promise<PersonId | null> {
  return address === '' ? null : (await findByAddress(db, address)).id
}
