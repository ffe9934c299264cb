import type { Told } from '#organisation/happening.store.ts'
import { HistoryOf } from '#organisation/history.pages.tsx'
import type { Unit } from '#organisation/organisation.ts'
import { PersonFields, type TypedPerson } from '#organisation/people.pages.tsx'
import type { PersonRecord } from '#organisation/person.store.ts'
import { BringBack } from '#organisation/unit.pages.tsx'
import { ErrorSummary } from '#platform/html/fields.tsx'

interface PersonProps {
  readonly person: PersonRecord
  readonly happenings: readonly Told[]
  readonly unitName: (id: string) => string
}

/** One person: who they are, and what was changed about them. Never what they did, or how much. */
export function PersonPage({ person, happenings, unitName }: PersonProps) {
  const at = `/people/${person.id}`
  return (
    <>
      <h1>{person.name}</h1>
      <p className="gt-facts">{[person.job, unitName(person.unit), person.email].filter(Boolean).join(', ')}</p>
      {person.withdrawnAt ? (
        <BringBack at={at} what="Nobody can act as them. What they did stays under their name." />
      ) : (
        <p className="gt-actions">
          <a className="gt-button" href={`${at}/edit`}>
            Change
          </a>
          <a href={`${at}/withdraw`}>Withdraw</a>
        </p>
      )}
      <HistoryOf happenings={happenings} unitName={unitName} undo={person.withdrawnAt ? null : `${at}/edit`} />
    </>
  )
}

interface PersonFormProps {
  readonly person: PersonRecord
  readonly typed: TypedPerson
  readonly faults: Readonly<Record<string, string>>
  readonly units: readonly Unit[]
}

/** A person's name, address, job and unit. */
export function PersonFormPage({ person, typed, faults, units }: PersonFormProps) {
  return (
    <form method="post" action={`/people/${person.id}/edit`} className="gt-form" noValidate>
      <ErrorSummary title="Nothing was changed" faults={faults} />
      <h1>Change {person.name}</h1>
      <p className="gt-lead">What they did so far then stands under the new name too.</p>
      <PersonFields typed={typed} faults={faults} units={units} />
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Save
        </button>
        <a href={`/people/${person.id}`}>Leave it as it is</a>
      </p>
    </form>
  )
}

/** Asked once. */
export function WithdrawPersonPage({ person, isSelf }: { readonly person: PersonRecord; readonly isSelf: boolean }) {
  return (
    <form method="post" action={`/people/${person.id}/withdraw`} className="gt-form">
      <h1>Withdraw {person.name}?</h1>
      <p className="gt-lead">
        Nobody can act as them any more. What they did stays under their name, and they can be brought back.
        {isSelf && ' You act as this person now, and choose anew for whatever you do next.'}
      </p>
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Withdraw
        </button>
        <a href={`/people/${person.id}`}>Leave it as it is</a>
      </p>
    </form>
  )
}
