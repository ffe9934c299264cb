import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { happeningsTo, recordHappening } from '#organisation/happening.store.ts'
import { PeoplePage, type TypedPerson } from '#organisation/people.pages.tsx'
import { PersonFormPage, PersonPage, WithdrawPersonPage } from '#organisation/person.pages.tsx'
import { addPerson, findPerson, listPeople, listWithdrawnPeople } from '#organisation/person.store.ts'
import { bringBackPerson, changePerson, withdrawPerson } from '#organisation/personChange.store.ts'
import { unrepeated } from '#organisation/refusals.ts'
import { checkPerson, typedPerson } from '#organisation/typed.ts'
import { listUnits, unitNames } from '#organisation/unit.store.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { type PersonId, parseId, type UnitId } from '#platform/ids.ts'

type Request = Context<OrganisationEnv>
const PEOPLE = { at: '/people', breadcrumbs: [{ path: '/people', title: 'People' }] }

/** /people — who acts here: add, change, withdraw, bring back. */
export function peopleRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/', (c) => peoplePage(c, { name: '', email: '', unit: '', job: '' }, {}))
    .post('/', async (c) => {
      const typed = typedPerson(await readForm(c))
      const faults = checkPerson(typed)
      if (hasFaults(faults)) return peoplePage(c, typed, faults)
      const by = actingPerson(c)
      try {
        await c.var.as(async (db) => {
          const id = await addPerson(db, wordsOf(typed))
          await recordHappening(db, { by, what: 'added', subject: { kind: 'person', id } })
        })
      } catch (error) {
        return peoplePage(c, typed, fieldsOf(error))
      }
      return c.redirect('/people', 303)
    })
    .get('/:id', async (c) => {
      const { person, names, happenings } = await c.var.as(async (db) => ({
        person: await findPerson(db, idOf(c)),
        names: await unitNames(db),
        happenings: await happeningsTo(db, { kind: 'person', id: idOf(c) }),
      }))
      const unitName = (id: string) => names.get(id as UnitId) ?? ''
      const body = <PersonPage person={person} happenings={happenings} unitName={unitName} />
      return page(c, { title: person.name, ...PEOPLE }, body)
    })
    .get('/:id/edit', asSomebody, async (c) => {
      const person = await c.var.as((db) => findPerson(db, idOf(c)))
      if (person.withdrawnAt) return c.redirect(`/people/${person.id}`, 303)
      return formPage(c, person, {})
    })
    .post('/:id/edit', async (c) => {
      const typed = typedPerson(await readForm(c))
      const faults = checkPerson(typed)
      if (hasFaults(faults)) return formPage(c, typed, faults)
      const by = actingPerson(c)
      try {
        await c.var.as((db) => changePerson(db, idOf(c), wordsOf(typed), by))
      } catch (error) {
        return formPage(c, typed, fieldsOf(error))
      }
      return c.redirect(`/people/${idOf(c)}`, 303)
    })
    .get('/:id/withdraw', asSomebody, async (c) => {
      const person = await c.var.as((db) => findPerson(db, idOf(c)))
      if (person.withdrawnAt) return c.redirect(`/people/${person.id}`, 303)
      const body = <WithdrawPersonPage person={person} isSelf={c.var.person?.id === person.id} />
      return page(c, { title: `Withdraw ${person.name}?`, ...PEOPLE }, body)
    })
    .post('/:id/withdraw', async (c) => {
      const id = idOf(c)
      const by = actingPerson(c)
      await c.var.as((db) => withdrawPerson(db, id, by))
      return c.redirect(`/people/${id}`, 303)
    })
    .post('/:id/bring-back', async (c) => {
      const id = idOf(c)
      const by = actingPerson(c)
      await c.var.as((db) => bringBackPerson(db, id, by))
      return c.redirect(`/people/${id}`, 303)
    })
}

async function peoplePage(c: Request, typed: TypedPerson, faults: Faults) {
  const lists = await c.var.as(async (db) => ({
    people: await listPeople(db),
    withdrawn: await listWithdrawnPeople(db),
    units: await listUnits(db),
  }))
  const body = <PeoplePage {...lists} typed={unrepeated(typed)} faults={faults} isSomebody={c.var.person !== null} />
  return page(c, { title: 'People', at: '/people' }, body, hasFaults(faults) ? 400 : 200)
}

async function formPage(c: Request, typed: TypedPerson, faults: Faults) {
  const { person, units } = await c.var.as(async (db) => ({
    person: await findPerson(db, idOf(c)),
    units: await listUnits(db),
  }))
  const body = <PersonFormPage person={person} typed={unrepeated(typed)} faults={faults} units={units} />
  return page(c, { title: `Change ${person.name}`, ...PEOPLE }, body, hasFaults(faults) ? 400 : 200)
}

function wordsOf({ name, email, job, unit }: TypedPerson) {
  return { name, email, job, unit: parseId<'unit'>(unit) as UnitId }
}

function idOf(c: Request): PersonId {
  return parseId<'person'>(c.req.param('id'))
}
