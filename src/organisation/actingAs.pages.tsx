import type { Person, Unit } from '#organisation/organisation.ts'
import { PersonFields, type TypedPerson } from '#organisation/people.pages.tsx'
import { ErrorSummary } from '#platform/html/fields.tsx'
import type { PersonId } from '#platform/ids.ts'

interface ActingAsProps {
  readonly people: readonly Person[]
  readonly acting: PersonId | null
  /** Where to go on to: an address of this site. */
  readonly back: string
  /** Sent without a choice. */
  readonly fault: string | undefined
}

/** Until sign-in exists one says whom one acts as; it is recorded with everything that is done. */
export function ActingAsPage({ people, acting, back, fault }: ActingAsProps) {
  return (
    <form method="post" action="/acting-as" className="gt-form">
      <ErrorSummary title="Nobody is chosen yet" faults={{ person: fault }} />
      <h1>Whom do you act as?</h1>
      <p className="gt-lead">
        There is no sign-in yet, so this is taken on trust. The name stands beside everything that you bring, type or
        decide, and stays there.
      </p>
      <input type="hidden" name="back" value={back} />
      {people.length > 0 && (
        <>
          <fieldset className={`gt-choices${fault ? ' gt-field--fault' : ''}`} id="person">
            <legend className="gt-hidden">Person</legend>
            {fault && <p className="gt-fault">{fault}</p>}
            {people.map((person) => (
              <label key={person.id} className="gt-choice">
                <input type="radio" name="person" value={person.id} defaultChecked={person.id === acting} />
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
      <p>
        {people.length === 0 ? 'Nobody is here yet.' : 'You are not in the list?'}{' '}
        <a href={`/acting-as/new?back=${encodeURIComponent(back)}`}>Add yourself</a>
      </p>
    </form>
  )
}

interface NewcomerProps {
  readonly units: readonly Unit[]
  readonly typed: TypedPerson
  readonly faults: Readonly<Record<string, string>>
  readonly back: string
}

/** Somebody who is not in the list yet: whoever types their own name has said whom they act as. */
export function NewcomerPage({ units, typed, faults, back }: NewcomerProps) {
  return (
    <form method="post" action="/acting-as/new" className="gt-form" noValidate>
      <ErrorSummary title="Nobody was added" faults={faults} />
      <h1>Add yourself</h1>
      <p className="gt-lead">You then act as yourself: what you do is recorded with your name.</p>
      <input type="hidden" name="back" value={back} />
      <PersonFields typed={typed} faults={faults} units={units} />
      <button type="submit" className="gt-button">
        Add me
      </button>
    </form>
  )
}
