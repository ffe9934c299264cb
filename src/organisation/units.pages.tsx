import { ChooseFirst } from '#organisation/chooseFirst.tsx'
import { KINDS } from '#organisation/kinds.ts'
import type { Organisation, Unit } from '#organisation/organisation.ts'
import { UNIT_KINDS } from '#organisation/organisation.ts'
import type { UnitRecord } from '#organisation/unit.store.ts'
import { ErrorSummary, SelectField, TextField } from '#platform/html/fields.tsx'

/** What the form for a new unit holds, as text. */
export interface TypedUnit {
  readonly name: string
  readonly code: string
  readonly kind: string
  readonly parent: string
}

interface Props {
  readonly organisation: Pick<Organisation, 'name'>
  readonly units: readonly Unit[]
  readonly withdrawn: readonly UnitRecord[]
  readonly typed: TypedUnit
  readonly faults: Readonly<Record<string, string>>
  /** Whether one has chosen whom one acts as. */
  readonly isSomebody: boolean
}

/** The organisation's own tree, and the form that adds to it. */
export function UnitsPage({ organisation, units, withdrawn, typed, faults, isSomebody }: Props) {
  const below = units.filter((unit) => unit.depth > 0)
  return (
    <>
      <ErrorSummary title="Nothing was added" faults={faults} />
      <h1>Units</h1>
      <p className="gt-lead">
        {below.length === 0
          ? `${organisation.name} has no units yet. Add the first site or division, then what belongs to it. A file can bring them too.`
          : `${organisation.name} and its ${counted(below.length)}. Each figure belongs to one of them.`}
      </p>
      <Tree units={units} />
      <p className="gt-note">
        Other providers that national files name stand outside this tree: <a href="/peers">your peers</a>.
      </p>
      <Withdrawn units={withdrawn} />
      {isSomebody ? (
        <form method="post" action="/units" className="gt-form gt-panel" noValidate>
          <h2>Add a unit</h2>
          <UnitFields typed={typed} faults={faults} parents={units} />
          <button type="submit" className="gt-button">
            Add the unit
          </button>
        </form>
      ) : (
        <ChooseFirst to="add or change a unit" back="/units" />
      )}
    </>
  )
}

interface FieldsProps {
  readonly typed: TypedUnit
  readonly faults: Readonly<Record<string, string>>
  /** Units that it may belong to; null for the organisation's own, which belongs to none. */
  readonly parents: readonly Unit[] | null
}

/** What is asked of a unit, a new one or one that changes. */
export function UnitFields({ typed, faults, parents }: FieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" value={typed.name} fault={faults.name} />
      <TextField
        name="code"
        label="Code"
        hint="As files name it, such as WARD12"
        value={typed.code}
        fault={faults.code}
        width="short"
      />
      {parents && (
        <>
          <SelectField
            name="kind"
            label="What is it?"
            value={typed.kind}
            fault={faults.kind}
            options={UNIT_KINDS.filter((kind) => kind !== 'organisation').map((kind) => ({
              value: kind,
              label: KINDS[kind],
            }))}
          />
          <SelectField
            name="parent"
            label="It belongs to"
            value={typed.parent}
            fault={faults.parent}
            options={parents.map((unit) => ({ value: unit.id, label: indented(unit) }))}
          />
        </>
      )}
    </>
  )
}

/** A unit in a list of choices: its depth is told by dashes, which screen readers leave out. */
export function indented(unit: Unit): string {
  return `${'– '.repeat(unit.depth)}${unit.name}`
}

function Tree({ units }: { readonly units: readonly Unit[] }) {
  const root = units[0]
  return root ? (
    <ul className="gt-tree">
      <Branch unit={root} units={units} />
    </ul>
  ) : null
}

function Branch({ unit, units }: { readonly unit: Unit; readonly units: readonly Unit[] }) {
  const children = units.filter((child) => child.parent === unit.id)
  return (
    <li>
      <a href={`/units/${unit.id}`}>{unit.name}</a>{' '}
      <span className="gt-small">
        {KINDS[unit.kind]}, {unit.code}
      </span>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Branch key={child.id} unit={child} units={units} />
          ))}
        </ul>
      )}
    </li>
  )
}

function Withdrawn({ units }: { readonly units: readonly UnitRecord[] }) {
  if (units.length === 0) return null
  return (
    <section aria-labelledby="withdrawn">
      <h2 id="withdrawn">Withdrawn</h2>
      <ul className="gt-plain">
        {units.map((unit) => (
          <li key={unit.id}>
            <a href={`/units/${unit.id}`}>{unit.name}</a>{' '}
            <span className="gt-small">
              {KINDS[unit.kind]}, {unit.code}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function counted(units: number): string {
  return units === 1 ? 'one unit' : `${units} units`
}
