import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { personalIn } from '#organisation/refusals.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import type { PersonId } from '#platform/ids.ts'

const A_YEAR_IN_SECONDS = 365 * 24 * 60 * 60
/** Any name: addresses are read against it to see whether they lead elsewhere. */
const OWN = 'http://own.invalid'

/** Remembers in the browser whom one acts as, until sign-in exists. */
export function setActingAs(c: Context, person: PersonId): void {
  setCookie(c, cookieName(c), person, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: A_YEAR_IN_SECONDS })
}

/** Whom one says that one acts as; empty for nobody yet. */
export function actingAs(c: Context): string {
  return getCookie(c, cookieName(c)) ?? ''
}

/** Browsers keep cookies by host alone: two installations on one computer, each at a port, have one each. */
function cookieName(c: Context): string {
  const port = /:(\d+)$/.exec(c.req.header('host') ?? '')?.[1]
  return port === undefined ? 'acting-as' : `acting-as-${port}`
}

/** For the page of a form: one chooses first whom one acts as, and comes back to it. */
export const asSomebody: MiddlewareHandler<OrganisationEnv> = async (c, next) => {
  return c.var.person ? next() : c.redirect(choosingFrom(c), 303)
}

/** Nothing is written as nobody: a form that is sent without a choice changes nothing, and leads to choosing. */
export const nothingAsNobody: MiddlewareHandler<OrganisationEnv> = async (c, next) => {
  const isReading = c.req.method === 'GET' || c.req.method === 'HEAD'
  return isReading || c.var.person || isChoosing(c.req.path) ? next() : c.redirect(choosingFrom(c), 303)
}

/** The page on which one chooses, and from which one comes back here. */
export function choosingFrom(c: Context): string {
  const here = hereOf(c)
  return isChoosing(here) ? here : `/acting-as?back=${encodeURIComponent(here)}`
}

/** An address of this site to go on to; home for anything that would lead elsewhere. What identifies a patient is not repeated. */
export function ownAddress(text: string): string {
  const url = URL.parse(text, OWN)
  if (!url || url.origin !== OWN || !text.startsWith('/')) return '/'
  const isPersonal = [...url.searchParams.values()].some((value) => personalIn(value))
  const address = url.pathname + (isPersonal ? '' : url.search + url.hash)
  return address.startsWith('//') ? '/' : address
}

/** The page that is looked at; for a form that was sent, the one it was sent from. */
function hereOf(c: Context): string {
  if (c.req.method === 'GET') return ownAddress(c.req.url.slice(new URL(c.req.url).origin.length))
  const from = URL.parse(c.req.header('referer') ?? '')
  return from?.host === c.req.header('host') ? ownAddress(from!.pathname + from!.search) : '/'
}

function isChoosing(path: string): boolean {
  return /^\/acting-as(?![\w-])/.test(path)
}
