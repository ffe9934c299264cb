import { type Faults, faultsOf } from '#organisation/faults.ts'
import { checkedCode, checkedEmail, checkedName, UNIT_KINDS } from '#organisation/organisation.ts'
import type { TypedPerson } from '#organisation/people.pages.tsx'
import { refusePersonal } from '#organisation/refusals.ts'
import type { TypedUnit } from '#organisation/units.pages.tsx'
import { Problem } from '#platform/errors.ts'

type Field = (name: string) => string

export function typedUnit(field: Field): TypedUnit {
  return { name: field('name'), code: field('code'), kind: field('kind'), parent: field('parent') }
}

export function typedPerson(field: Field): TypedPerson {
  return { name: field('name'), email: field('email'), unit: field('unit'), job: field('job') }
}

/** The organisation's own unit has neither a kind to choose nor a place. */
export function checkUnit({ name, code, kind, parent }: TypedUnit, isRoot = false): Faults {
  return faultsOf(
    () => checkedName(name),
    () => checkedCode(code),
    () => isRoot || oneOf(kind, UNIT_KINDS.slice(1), 'kind', 'Choose what it is'),
    () => isRoot || given(parent, 'parent', 'Choose the unit that it belongs to'),
  )
}

export function checkPerson({ name, email, unit, job }: TypedPerson): Faults {
  return faultsOf(
    () => checkedName(name),
    () => checkedEmail(email),
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
