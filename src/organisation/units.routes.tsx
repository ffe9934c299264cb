import { type Context, Hono } from 'hono'
import { asSomebody } from '#organisation/actingAs.ts'
import { type Faults, fieldsOf, hasFaults } from '#organisation/faults.ts'
import { happeningsTo, recordHappening } from '#organisation/happening.store.ts'
import type { HeldAt } from '#organisation/hold.ts'
import type { UnitKind } from '#organisation/organisation.ts'
import { unrepeated } from '#organisation/refusals.ts'
import { checkUnit, typedUnit } from '#organisation/typed.ts'
import { UnitFormPage, UnitPage, WithdrawUnitPage } from '#organisation/unit.pages.tsx'
import { addUnit, findUnit, listUnits, listWithdrawnUnits, unitNames } from '#organisation/unit.store.ts'
import { bringBackUnit, changeUnit, holdsOf, withdrawUnit } from '#organisation/unitChange.store.ts'
import { type TypedUnit, UnitsPage } from '#organisation/units.pages.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { actingPerson, readForm } from '#platform/http/form.ts'
import { page } from '#platform/http/page.tsx'
import { parseId, type UnitId } from '#platform/ids.ts'

type Request = Context<OrganisationEnv>
const UNITS = { at: '/units', breadcrumbs: [{ path: '/units', title: 'Units' }] }

/** /units — the organisation's own tree: add to it, rename, move, withdraw, bring back. */
export function unitsRoutes({ heldAt }: { readonly heldAt: HeldAt }) {
  return new Hono<OrganisationEnv>()
    .get('/', (c) => unitsPage(c, { name: '', code: '', kind: 'ward', parent: '' }, {}))
    .post('/', async (c) => {
      const typed = typedUnit(await readForm(c))
      const faults = checkUnit(typed)
      if (hasFaults(faults)) return unitsPage(c, typed, faults)
      const by = actingPerson(c)
      try {
        await c.var.as(async (db) => {
          const id = await addUnit(db, wordsOf(typed))
          await recordHappening(db, { by, what: 'added', subject: { kind: 'unit', id } })
        })
      } catch (error) {
        return unitsPage(c, typed, fieldsOf(error))
      }
      return c.redirect('/units', 303)
    })
    .get('/:id', async (c) => {
      const shown = await c.var.as(async (db) => {
        const unit = await findUnit(db, idOf(c))
        const names = await unitNames(db)
        return { unit, names, happenings: await happeningsTo(db, { kind: 'unit', id: unit.id }) }
      })
      const { unit, names, happenings } = shown
      const unitName = (id: string) => names.get(id as UnitId) ?? ''
      const body = (
        <UnitPage unit={unit} above={unitName(unit.parent ?? '')} happenings={happenings} unitName={unitName} />
      )
      return page(c, { title: unit.name, ...UNITS }, body)
    })
    .get('/:id/edit', asSomebody, async (c) => {
      const unit = await c.var.as((db) => findUnit(db, idOf(c)))
      if (unit.withdrawnAt) return c.redirect(`/units/${unit.id}`, 303)
      return formPage(c, { ...unit, parent: unit.parent ?? '' }, {})
    })
    .post('/:id/edit', async (c) => {
      const typed = typedUnit(await readForm(c))
      const unit = await c.var.as((db) => findUnit(db, idOf(c)))
      const isRoot = unit.parent === null
      const faults = checkUnit(typed, isRoot)
      if (hasFaults(faults)) return formPage(c, typed, faults)
      const by = actingPerson(c)
      try {
        const words = isRoot ? { ...typed, kind: unit.kind, parent: null } : wordsOf(typed)
        await c.var.as((db) => changeUnit(db, unit.id, words, by))
      } catch (error) {
        return formPage(c, typed, fieldsOf(error))
      }
      return c.redirect(`/units/${unit.id}`, 303)
    })
    .get('/:id/withdraw', asSomebody, async (c) => {
      const { unit, holds } = await c.var.as(async (db) => {
        const found = await findUnit(db, idOf(c))
        return { unit: found, holds: await holdsOf(db, found, heldAt) }
      })
      if (unit.withdrawnAt) return c.redirect(`/units/${unit.id}`, 303)
      return page(c, { title: `Withdraw ${unit.name}?`, ...UNITS }, <WithdrawUnitPage unit={unit} holds={holds} />)
    })
    .post('/:id/withdraw', async (c) => {
      const id = idOf(c)
      const by = actingPerson(c)
      await c.var.as((db) => withdrawUnit(db, id, by, heldAt))
      return c.redirect(`/units/${id}`, 303)
    })
    .post('/:id/bring-back', async (c) => {
      const id = idOf(c)
      const by = actingPerson(c)
      await c.var.as((db) => bringBackUnit(db, id, by))
      return c.redirect(`/units/${id}`, 303)
    })
}

async function unitsPage(c: Request, typed: TypedUnit, faults: Faults) {
  const lists = await c.var.as(async (db) => ({
    units: await listUnits(db),
    withdrawn: await listWithdrawnUnits(db),
  }))
  const body = (
    <UnitsPage
      organisation={c.var.organisation}
      {...lists}
      typed={unrepeated(typed)}
      faults={faults}
      isSomebody={c.var.person !== null}
    />
  )
  return page(c, { title: 'Units', at: '/units' }, body, hasFaults(faults) ? 400 : 200)
}

async function formPage(c: Request, typed: TypedUnit, faults: Faults) {
  const { unit, units } = await c.var.as(async (db) => ({
    unit: await findUnit(db, idOf(c)),
    units: await listUnits(db),
  }))
  const body = <UnitFormPage unit={unit} typed={unrepeated(typed)} faults={faults} units={units} />
  return page(c, { title: `Change ${unit.name}`, ...UNITS }, body, hasFaults(faults) ? 400 : 200)
}

function wordsOf({ name, code, kind, parent }: TypedUnit) {
  return { name, code, kind: kind as UnitKind, parent: parseId<'unit'>(parent) as UnitId }
}

function idOf(c: Request): UnitId {
  return parseId<'unit'>(c.req.param('id'))
}
