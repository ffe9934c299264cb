import type { Organisation, Peer, Person, Unit } from '#organisation/organisation.ts'
import { indented } from '#organisation/units.pages.tsx'
import { ErrorSummary, SelectField, TextField } from '#platform/html/fields.tsx'
import type { PersonId } from '#platform/ids.ts'

/** What the form for a new person holds, as text. */
export interface TypedPerson {
  readonly name: string
  readonly email: string
  readonly unit: string
  readonly job: string
}

interface PeopleProps {
  readonly people: readonly Person[]
  readonly units: readonly Unit[]
  readonly typed: TypedPerson
  readonly faults: Readonly<Record<string, string>>
}

/** Who acts here, and the form that adds somebody. */
export function PeoplePage({ people, units, typed, faults }: PeopleProps) {
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
                <th scope="row">{person.name}</th>
                <td data-label="Job">{person.job || '–'}</td>
                <td data-label="Unit">{nameOf.get(person.unit) ?? '–'}</td>
                <td data-label="E-mail">{person.email}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <form method="post" action="/people" className="gt-form gt-panel" noValidate>
        <h2>Add a person</h2>
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
        <button type="submit" className="gt-button">
          Add the person
        </button>
      </form>
    </>
  )
}

interface ActingAsProps {
  readonly people: readonly Person[]
  readonly acting: PersonId | null
  /** Where to go on to: an address of this site. */
  readonly back: string
}

/** Until sign-in exists one says whom one acts as; it is recorded with everything that is done. */
export function ActingAsPage({ people, acting, back }: ActingAsProps) {
  return (
    <form method="post" action="/acting-as" className="gt-form">
      <h1>Whom do you act as?</h1>
      <p className="gt-lead">
        There is no sign-in yet, so this is taken on trust. The name stands beside everything that you bring, type or
        decide, and stays there.
      </p>
      <input type="hidden" name="back" value={back} />
      {people.length === 0 ? (
        <p>
          Nobody is here yet. <a href="/people">Add yourself first</a>.
        </p>
      ) : (
        <>
          <fieldset className="gt-choices">
            <legend className="gt-hidden">Person</legend>
            {people.map((person, index) => (
              <label key={person.id} className="gt-choice">
                <input
                  type="radio"
                  name="person"
                  value={person.id}
                  defaultChecked={acting === null ? index === 0 : person.id === acting}
                />
                <span>
                  {person.name}
                  {person.job && <span className="gt-choice__hint">{person.job}</span>}
                </span>
              </label>
            ))}
          </fieldset>
          <button type="submit" className="gt-button">
            Act as this person
          </button>
        </>
      )}
    </form>
  )
}

/** Other providers that national files named, to compare with. */
export function PeersPage({
  organisation,
  peers,
}: {
  readonly organisation: Pick<Organisation, 'name'>
  readonly peers: readonly Peer[]
}) {
  return (
    <>
      <h1>Peers</h1>
      {peers.length === 0 ? (
        <>
          <p className="gt-lead">
            There is nobody to compare with yet. Bring a national file: every provider in it that is not{' '}
            {organisation.name} becomes a peer.
          </p>
          <a className="gt-button" href="/imports/new">
            Bring a file
          </a>
        </>
      ) : (
        <>
          <p className="gt-lead">
            {peers.length === 1 ? 'One other provider' : `${peers.length} other providers`} from the national files that
            you brought. Their figures stand beside yours only when you ask for them.
          </p>
          <table className="gt-table">
            <caption className="gt-hidden">Peers</caption>
            <thead>
              <tr>
                <th scope="col">Name</th>
                <th scope="col">Code</th>
              </tr>
            </thead>
            <tbody>
              {peers.map((peer) => (
                <tr key={peer.id}>
                  <th scope="row">
                    <a href={`/overview?peer=${encodeURIComponent(peer.code)}`}>{peer.name}</a>
                  </th>
                  <td>{peer.code}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </>
  )
}
