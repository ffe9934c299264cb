import { ChooseFirst } from '#organisation/chooseFirst.tsx'
import type { Person, Unit } from '#organisation/organisation.ts'
import type { PersonRecord } from '#organisation/person.store.ts'
import { indented } from '#organisation/units.pages.tsx'
import { ErrorSummary, SelectField, TextField } from '#platform/html/fields.tsx'

/** What the form for a new person holds, as text. */
export interface TypedPerson {
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly job: string
}

interface PeopleProps {
  readonly people: readonly Person[]
  readonly withdrawn: readonly PersonRecord[]
  readonly units: readonly Unit[]
  readonly typed: TypedPerson
  readonly faults: Readonly<Record<string, string>>
  /** Whether one has chosen whom one acts as. */
  readonly isSomebody: boolean
}

/** Who acts here, and the form that adds somebody. */
export function PeoplePage({ people, withdrawn, units, typed, faults, isSomebody }: PeopleProps) {
  const nameOf = new Map(units.map((unit) => [unit.id, unit.name]))
  return (
    <>
      <ErrorSummary title="Nobody was added" faults={faults} />
      <h1>People</h1>
      <p className="gt-lead">
        {people.length === 0
          ? 'Nobody is here yet. Add yourself first: what you do is then recorded with your name.'
          : 'What is done here is recorded with the name of whoever did it. There is no list of who did how much.'}
      </p>
      {people.length > 0 && (
        <table className="gt-table gt-table--stack">
          <caption className="gt-hidden">People</caption>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Job</th>
              <th scope="col">Unit</th>
              <th scope="col">E-mail</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  <a href={`/people/${person.id}`}>{person.name}</a>
                </th>
                <td data-label="Job">{person.job || '–'}</td>
                <td data-label="Unit">{nameOf.get(person.unit) ?? '–'}</td>
                <td data-label="E-mail">{person.email}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Withdrawn people={withdrawn} />
      {isSomebody ? (
        <form method="post" action="/people" className="gt-form gt-panel" noValidate>
          <h2>Add a person</h2>
          <PersonFields typed={typed} faults={faults} units={units} />
          <button type="submit" className="gt-button">
            Add the person
          </button>
        </form>
      ) : people.length === 0 ? (
        <p className="gt-actions">
          <a className="gt-button" href="/acting-as/new?back=/people">
            Add yourself
          </a>
        </p>
      ) : (
        <ChooseFirst to="add or change a person" back="/people" />
      )}
    </>
  )
}

interface FieldsProps {
  readonly typed: TypedPerson
  readonly faults: Readonly<Record<string, string>>
  readonly units: readonly Unit[]
}

/** What is asked of a person, a new one or one that changes. */
export function PersonFields({ typed, faults, units }: FieldsProps) {
  return (
    <>
      <TextField name="name" label="Name" value={typed.name} fault={faults.name} />
      <TextField name="email" label="E-mail address" type="email" value={typed.email} fault={faults.email} />
      <TextField name="job" label="Job" hint="Such as ward manager" value={typed.job} fault={faults.job} />
      <SelectField
        name="unit"
        label="Unit"
        value={typed.unit}
        fault={faults.unit}
        options={units.map((unit) => ({ value: unit.id, label: indented(unit) }))}
      />
    </>
  )
}

function Withdrawn({ people }: { readonly people: readonly PersonRecord[] }) {
  if (people.length === 0) return null
  return (
    <section aria-labelledby="withdrawn">
      <h2 id="withdrawn">Withdrawn</h2>
      <ul className="gt-plain">
        {people.map((person) => (
          <li key={person.id}>
            <a href={`/people/${person.id}`}>{person.name}</a> <span className="gt-small">{person.job}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
