import { type Context, Hono } from 'hono'
import { ownAddress, setActingAs } from '#organisation/actingAs.ts'
import { type Faults, faultsOf, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { checkedCode, checkedEmail, checkedName, UNIT_KINDS, type UnitKind } from '#organisation/organisation.ts'
import { ActingAsPage, PeersPage, PeoplePage, type TypedPerson } from '#organisation/people.pages.tsx'
import { addPerson, findPerson, listPeople } from '#organisation/person.store.ts'
import { refusePersonal, unrepeated } from '#organisation/refusals.ts'
import { addUnit, listPeers, listUnits } from '#organisation/unit.store.ts'
import { type TypedUnit, UnitsPage } from '#organisation/units.pages.tsx'
import { Problem } from '#platform/errors.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { parseId, type UnitId } from '#platform/ids.ts'

type Request = Context<OrganisationEnv>

/** /units, /people, /peers, /acting-as — who and what the organisation consists of. */
export function organisationRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/units', (c) => unitsPage(c, { name: '', code: '', kind: 'ward', parent: '' }, {}))
    .post('/units', async (c) => {
      const field = await readForm(c)
      const typed = { name: field('name'), code: field('code'), kind: field('kind'), parent: field('parent') }
      const faults = checkUnit(typed)
      if (hasFaults(faults)) return unitsPage(c, typed, faults)
      try {
        const unit = { ...typed, kind: typed.kind as UnitKind, parent: parseId<'unit'>(typed.parent) }
        await c.var.as((db) => addUnit(db, unit))
      } catch (error) {
        return unitsPage(c, typed, fieldsOf(error))
      }
      return c.redirect('/units', 303)
    })
    .get('/people', (c) => peoplePage(c, { name: '', email: '', unit: '', job: '' }, {}))
    .post('/people', async (c) => {
      const field = await readForm(c)
      const typed = { name: field('name'), email: field('email'), unit: field('unit'), job: field('job') }
      const faults = checkPerson(typed)
      if (hasFaults(faults)) return peoplePage(c, typed, faults)
      try {
        const unit = parseId<'unit'>(typed.unit) as UnitId
        const person = await c.var.as((db) => addPerson(db, { ...typed, unit }))
        if (!c.var.person) setActingAs(c, person)
      } catch (error) {
        return peoplePage(c, typed, fieldsOf(error))
      }
      return c.redirect('/people', 303)
    })
    .get('/peers', async (c) => {
      const peers = await c.var.as(listPeers)
      return page(c, { title: 'Peers', at: '/units' }, <PeersPage organisation={c.var.organisation} peers={peers} />)
    })
    .get('/acting-as', async (c) => {
      const people = await c.var.as(listPeople)
      const back = ownAddress(c.req.query('back') ?? '/')
      const body = <ActingAsPage people={people} acting={c.var.person?.id ?? null} back={back} />
      return page(c, { title: 'Whom do you act as?', at: '/people' }, body)
    })
    .post('/acting-as', async (c) => {
      const field = await readForm(c)
      const person = await c.var.as((db) => findPerson(db, parseId<'person'>(field('person'))))
      if (!person) throw new Problem('not-found', 'This person is not here any more. Choose another one.')
      setActingAs(c, person.id)
      return c.redirect(ownAddress(field('back')), 303)
    })
}

async function unitsPage(c: Request, typed: TypedUnit, faults: Faults) {
  const units = await c.var.as(listUnits)
  const body = <UnitsPage organisation={c.var.organisation} units={units} typed={unrepeated(typed)} faults={faults} />
  return page(c, { title: 'Units', at: '/units' }, body, hasFaults(faults) ? 400 : 200)
}

async function peoplePage(c: Request, typed: TypedPerson, faults: Faults) {
  const { people, units } = await c.var.as(async (db) => ({ people: await listPeople(db), units: await listUnits(db) }))
  const body = <PeoplePage people={people} units={units} typed={unrepeated(typed)} faults={faults} />
  return page(c, { title: 'People', at: '/people' }, body, hasFaults(faults) ? 400 : 200)
}

function checkUnit({ name, code, kind, parent }: TypedUnit): Faults {
  return faultsOf(
    () => checkedName(name),
    () => checkedCode(code),
    () => refusePersonal(name, 'name'),
    () => refusePersonal(code, 'code'),
    () => oneOf(kind, UNIT_KINDS, 'kind', 'Choose what it is'),
    () => given(parent, 'parent', 'Choose the unit that it belongs to'),
  )
}

function checkPerson({ name, email, unit, job }: TypedPerson): Faults {
  return faultsOf(
    () => checkedName(name),
    () => checkedEmail(email),
    () => refusePersonal(name, 'name'),
    () => refusePersonal(job, 'job'),
    () => given(unit, 'unit', 'Choose the unit'),
  )
}

function oneOf(text: string, allowed: readonly string[], field: string, message: string): void {
  if (!allowed.includes(text)) throw new Problem('invalid', message, { [field]: message })
}

function given(text: string, field: string, message: string): void {
  if (text === '') throw new Problem('invalid', message, { [field]: message })
}
