import type { Told } from '#organisation/happening.store.ts'
import { HistoryOf } from '#organisation/history.pages.tsx'
import type { Hold } from '#organisation/hold.ts'
import { KINDS } from '#organisation/kinds.ts'
import type { Unit } from '#organisation/organisation.ts'
import type { UnitRecord } from '#organisation/unit.store.ts'
import { type TypedUnit, UnitFields } from '#organisation/units.pages.tsx'
import { ErrorSummary } from '#platform/html/fields.tsx'

interface UnitProps {
  readonly unit: UnitRecord
  /** Name of the unit that it belongs to; empty for the organisation's own. */
  readonly above: string
  readonly happenings: readonly Told[]
  readonly unitName: (id: string) => string
}

/** One unit: what it is, what can be done with it, and what happened to it. */
export function UnitPage({ unit, above, happenings, unitName }: UnitProps) {
  const at = `/units/${unit.id}`
  return (
    <>
      <h1>{unit.name}</h1>
      <p className="gt-facts">
        {[KINDS[unit.kind], unit.code, above && `belongs to ${above}`].filter(Boolean).join(', ')}.
      </p>
      {unit.withdrawnAt ? (
        <BringBack at={at} what="It stands in no list and no choice. Its name and its history are kept." />
      ) : (
        <p className="gt-actions">
          <a className="gt-button" href={`${at}/edit`}>
            Change it
          </a>
          <a href={`/overview?unit=${encodeURIComponent(unit.code)}`}>Its charts</a>
          {unit.parent !== null && <a href={`${at}/withdraw`}>Withdraw it</a>}
        </p>
      )}
      <HistoryOf happenings={happenings} unitName={unitName} undo={unit.withdrawnAt ? null : `${at}/edit`} />
    </>
  )
}

interface UnitFormProps {
  readonly unit: UnitRecord
  readonly typed: TypedUnit
  readonly faults: Readonly<Record<string, string>>
  readonly units: readonly Unit[]
}

/** A unit's name, code, kind and place. */
export function UnitFormPage({ unit, typed, faults, units }: UnitFormProps) {
  const isRoot = unit.parent === null
  return (
    <form method="post" action={`/units/${unit.id}/edit`} className="gt-form" noValidate>
      <ErrorSummary title="Nothing was changed" faults={faults} />
      <h1>Change {unit.name}</h1>
      <p className="gt-lead">
        {isRoot
          ? 'This is the organisation itself: its name stands on every page, and rows of files with its code are yours.'
          : 'Its figures, its people and its history stay with it. With another code, files must name it by that one from now on.'}
      </p>
      <UnitFields
        typed={typed}
        faults={faults}
        parents={isRoot ? null : units.filter((one) => !one.path.startsWith(unit.path))}
      />
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Save
        </button>
        <a href={`/units/${unit.id}`}>Leave it as it is</a>
      </p>
    </form>
  )
}

/** Asked once; or why it cannot be, and what to do. */
export function WithdrawUnitPage({ unit, holds }: { readonly unit: UnitRecord; readonly holds: readonly Hold[] }) {
  if (holds.length > 0) return <HeldUnit unit={unit} holds={holds} />
  return (
    <form method="post" action={`/units/${unit.id}/withdraw`} className="gt-form">
      <h1>Withdraw {unit.name}?</h1>
      <p className="gt-lead">
        It goes from every list and every choice. Its name and its history are kept, and it can be brought back.
      </p>
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Withdraw it
        </button>
        <a href={`/units/${unit.id}`}>Leave it as it is</a>
      </p>
    </form>
  )
}

function HeldUnit({ unit, holds }: { readonly unit: UnitRecord; readonly holds: readonly Hold[] }) {
  return (
    <>
      <h1>{unit.name} cannot be withdrawn yet</h1>
      <p className="gt-lead">What stands at it would be left without a place.</p>
      <ul className="gt-list">
        {holds.map(({ what, path, remedy }) => (
          <li key={path}>
            <a href={path}>{what}</a>. {remedy}.
          </li>
        ))}
      </ul>
      <p>
        <a href={`/units/${unit.id}`}>Back to {unit.name}</a>
      </p>
    </>
  )
}

/** The way back for what was withdrawn. */
export function BringBack({ at, what }: { readonly at: string; readonly what: string }) {
  return (
    <form method="post" action={`${at}/bring-back`} className="gt-panel">
      <p>
        <b>Withdrawn.</b> {what}
      </p>
      <button type="submit" className="gt-button">
        Bring back
      </button>
    </form>
  )
}
