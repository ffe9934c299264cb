import type { Context } from 'hono'
import { setCookie } from 'hono/cookie'
import type { PersonId } from '#platform/ids.ts'

const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/** Remembers in the browser whom one acts as, until sign-in exists. */
export function setActingAs(c: Context, person: PersonId): void {
  setCookie(c, 'acting-as', person, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: A_YEAR_IN_SECONDS })
}

/** An address of this site to go on to; home for anything that would lead elsewhere. */
export function ownAddress(text: string): string {
  return /^\/(?![/\\])[\w\-./?=&%]*$/.test(text) ? text : '/'
}
