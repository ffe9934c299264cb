import { Hono } from 'hono'
import { setActingAs } from '#organisation/actingAs.ts'
import { type Beginning, BeginPage } from '#organisation/begin.pages.tsx'
import { type Faults, faultsOf, hasFaults } from '#organisation/faults.ts'
import { beginOrganisation, rootUnit } from '#organisation/organisation.store.ts'
import { checkedCode, checkedEmail, checkedName } from '#organisation/organisation.ts'
import { addPerson } from '#organisation/person.store.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import type { Database } from '#platform/database.ts'
import type { Frame } from '#platform/html/document.tsx'
import { readForm } from '#platform/http/form.ts'
import { framed } from '#platform/http/page.tsx'

const EMPTY: Beginning = { organisation: '', code: '', name: '', email: '', job: '' }

/** /begin — the first page of an empty installation; it leads home as soon as there is an organisation. */
export function beginRoutes(database: Database, frame: () => Frame) {
  const isBegun = async (host: string | undefined) => (await database.organisationOfHost(host ?? '')) !== null
  const shown = { title: 'Whose system is this?' }
  return new Hono()
    .get('/', async (c) => {
      if (await isBegun(c.req.header('host'))) return c.redirect('/', 303)
      return framed(c, frame(), shown, <BeginPage typed={EMPTY} faults={{}} />)
    })
    .post('/', async (c) => {
      if (await isBegun(c.req.header('host'))) return c.redirect('/', 303)
      const typed = typedFrom(await readForm(c))
      const faults = check(typed)
      if (hasFaults(faults))
        return framed(c, frame(), shown, <BeginPage typed={unrepeated(typed)} faults={faults} />, 400)

      const { code, organisation, name, email, job } = typed
      const person = await beginOrganisation(database, { code, name: organisation, fictional: false }, async (db) =>
        addPerson(db, { name, email, job, unit: await rootUnit(db) }),
      )
      // Somebody else began in the same moment: theirs stands, and this one is led to it.
      if (person) setActingAs(c, person)
      return c.redirect('/', 303)
    })
}

function typedFrom(field: (name: string) => string): Beginning {
  return {
    organisation: field('organisation'),
    code: field('code'),
    name: field('name'),
    email: field('email'),
    job: field('job'),
  }
}

/** Said of fields that are empty: what to type, not what is wrong. */
const MISSING = {
  organisation: 'Type the name of your organisation',
  code: 'Type its code, or make up a short one',
  name: 'Type your name',
  email: 'Type your e-mail address',
} as const

function check(typed: Beginning): Faults {
  const missing = Object.entries(MISSING).filter(([field]) => typed[field as keyof typeof MISSING].trim() === '')
  return { ...objections(typed), ...Object.fromEntries(missing) }
}

function objections(typed: Beginning): Faults {
  return faultsOf(
    () => checkedName(typed.organisation, 'organisation'),
    () => checkedCode(typed.code),
    () => checkedName(typed.name),
    () => checkedEmail(typed.email),
    () => refusePersonal(typed.job, 'job'),
  )
}
