import { type Context, Hono } from 'hono'
import { ActingAsPage, NewcomerPage } from '#organisation/actingAs.pages.tsx'
import { ownAddress, setActingAs } from '#organisation/actingAs.ts'
import { type Faults, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { recordHappening } from '#organisation/happening.store.ts'
import type { TypedPerson } from '#organisation/people.pages.tsx'
import { addPerson, findActing, listPeople } from '#organisation/person.store.ts'
import { unrepeated } from '#organisation/refusals.ts'
import { checkPerson, typedPerson } from '#organisation/typed.ts'
import { listUnits } from '#organisation/unit.store.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { isId, type PersonId, parseId, type UnitId } from '#platform/ids.ts'

type Request = Context<OrganisationEnv>

/** /acting-as — choose whom one acts as, or add oneself; then back to where one was. */
export function actingAsRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/', (c) => choosePage(c, c.req.query('back') ?? '/'))
    .post('/', async (c) => {
      const field = await readForm(c)
      const chosen = field('person')
      if (chosen === '') return choosePage(c, field('back'), 'Choose one of the people')
      const person = isId(chosen) ? await c.var.as((db) => findActing(db, chosen as PersonId)) : null
      if (!person) return choosePage(c, field('back'), 'This person is not here any more. Choose another one')
      setActingAs(c, person.id)
      return c.redirect(ownAddress(field('back')), 303)
    })
    .get('/new', (c) => newcomerPage(c, { name: '', email: '', unit: '', job: '' }, {}, c.req.query('back') ?? '/'))
    .post('/new', async (c) => {
      const field = await readForm(c)
      const typed = typedPerson(field)
      const faults = checkPerson(typed)
      if (hasFaults(faults)) return newcomerPage(c, typed, faults, field('back'))
      try {
        const unit = parseId<'unit'>(typed.unit) as UnitId
        const person = await c.var.as(async (db) => {
          const id = await addPerson(db, { ...typed, unit })
          await recordHappening(db, { by: id, what: 'added', subject: { kind: 'person', id } })
          return id
        })
        setActingAs(c, person)
      } catch (error) {
        return newcomerPage(c, typed, fieldsOf(error), field('back'))
      }
      return c.redirect(ownAddress(field('back')), 303)
    })
}

async function choosePage(c: Request, back: string, fault?: string) {
  const people = await c.var.as(listPeople)
  const acting = c.var.person?.id ?? null
  const body = <ActingAsPage people={people} acting={acting} back={ownAddress(back)} fault={fault} />
  return page(c, { title: 'Whom do you act as?', at: '/people' }, body, fault ? 400 : 200)
}

async function newcomerPage(c: Request, typed: TypedPerson, faults: Faults, back: string) {
  const units = await c.var.as(listUnits)
  const body = <NewcomerPage units={units} typed={unrepeated(typed)} faults={faults} back={ownAddress(back)} />
  return page(c, { title: 'Add yourself', at: '/people' }, body, hasFaults(faults) ? 400 : 200)
}
