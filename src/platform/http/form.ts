import type { Context, MiddlewareHandler } from 'hono'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import type { PersonId } from '#platform/ids.ts'

/** The longest form in bytes: the corrections of a file with thousands of columns. Files have a door of their own. */
const LONGEST_FORM = 1_000_000

function tooLong(): Problem {
  return new Problem('too-large', 'That is too long for a form. Shorten it, and send it again')
}

/** A form that says itself that it is too long is not read at all. */
export const shortForms: MiddlewareHandler = async (c, next) => {
  if (Number(c.req.header('content-length') ?? 0) > LONGEST_FORM) throw tooLong()
  return next()
}

/** The fields of a form as text; what is not there is ''. Of a field sent twice the last counts. @throws Problem as `formOf` */
export async function readForm(c: Context): Promise<(name: string) => string> {
  const form = await formOf(c)
  return (name) => {
    const value = form.getAll(name).at(-1)
    return typeof value === 'string' ? value : ''
  }
}

/**
 * A form with its files, whole in memory; empty for a body of another kind.
 * Its bytes are counted as they come: a body that is sent in pieces does not say how long it is.
 *
 * @throws Problem too-large beyond `LONGEST_FORM`; invalid for a form that broke off
 */
export async function formOf(c: Context): Promise<FormData> {
  const type = c.req.header('content-type') ?? ''
  if (!/^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(type)) return new FormData()
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let bytes = 0
  for await (const piece of (c.req.raw.body ?? []) as AsyncIterable<Uint8Array<ArrayBuffer>>) {
    bytes += piece.length
    if (bytes > LONGEST_FORM) throw tooLong()
    pieces.push(piece)
  }
  const whole = new Response(new Blob(pieces), { headers: { 'content-type': type } })
  return whole.formData().catch(() => {
    throw new Problem('invalid', 'The form did not arrive whole. Send it again')
  })
}

/** Whoever changes something is somebody. Forms ask before it comes to this. @throws Problem until one has chosen whom one acts as */
export function actingPerson(c: Context<OrganisationEnv>): PersonId {
  const { person } = c.var
  if (!person) throw new Problem('not-allowed', 'Choose first whom you act as, at the top of the page')
  return person.id
}
