import type { Context } from 'hono'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import type { PersonId } from '#platform/ids.ts'

/** The longest form in bytes: the corrections of a file with thousands of columns. Files have a door of their own. */
export const LONGEST_FORM = 1_000_000

export function tooLong(): never {
  throw new Problem('too-large', 'That is too long for a form. Shorten it, and send it again')
}

/** The fields of a form as text; what is not there is ''. Of a field sent twice the last counts. */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const body = await c.req.parseBody()
  return (name) => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
}

/** Whoever changes something is somebody. Forms ask before it comes to this. @throws Problem until one has chosen whom one acts as */
export function actingPerson(c: Context<OrganisationEnv>): PersonId {
  const { person } = c.var
  if (!person) throw new Problem('not-allowed', 'Choose first whom you act as, at the top of the page')
  return person.id
}
