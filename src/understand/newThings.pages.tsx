import { KINDS } from '#organisation/kinds.ts'
import { UNIT_KINDS, type Unit } from '#organisation/organisation.ts'
import { indented } from '#organisation/units.pages.tsx'
import { counted } from '#understand/counted.ts'
import type { NamedHolder, ProposedMeasure } from '#understand/intake/facts.ts'
import { kindOf } from '#understand/measureKind.ts'

/** Measures that the file names and that are not there: made with the import, and gone with it. */
export function NewMeasures({
  measures,
  href,
}: {
  readonly measures: readonly ProposedMeasure[]
  readonly href: string
}) {
  if (measures.length === 0) return null
  return (
    <section aria-labelledby="new-measures">
      <h2 id="new-measures">{measures.length === 1 ? 'A new measure' : `${measures.length} new measures`}</h2>
      <table className="gt-table gt-table--stack" aria-labelledby="new-measures">
        <thead>
          <tr>
            <th scope="col">Measure</th>
            <th scope="col">Code</th>
            <th scope="col">Kind</th>
            <th scope="col">Counts</th>
            <th scope="col">Every</th>
            <th scope="col">Better</th>
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <tr key={measure.code}>
              <th scope="row">{measure.name}</th>
              <td data-label="Code">{measure.code}</td>
              <td data-label="Kind">{kindOf(measure.kind).label}</td>
              <td data-label="Counts">{[measure.numerator, measure.denominator].filter(Boolean).join(', out of ')}</td>
              <td data-label="Every">{measure.period}</td>
              <td data-label="Better">{measure.better ?? 'Not said yet'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="gt-note">
        Charts say “improving” or “concerning” only where somebody has said which way is better.{' '}
        <a href={href}>Say it now, or change names and kinds</a>
      </p>
    </section>
  )
}

/** More than this many new units are placed by the file's own word, not one by one. */
const PLACED_ONE_BY_ONE = 60

/** Codes of units that are not there: a person says where each belongs, or that it is a peer. */
export function NewUnits({
  holders,
  units,
}: {
  readonly holders: readonly NamedHolder[]
  readonly units: readonly Unit[]
}) {
  if (holders.length === 0) return null
  const root = units[0]
  return (
    <section aria-labelledby="new-units">
      <h2 id="new-units">{holders.length === 1 ? 'A new unit' : `${counted(holders.length)} new units`}</h2>
      <p>Say where each belongs in your organisation, or that it is a peer: another provider to compare with.</p>
      <table className="gt-table gt-table--stack" aria-labelledby="new-units">
        <thead>
          <tr>
            <th scope="col">Unit</th>
            <th scope="col">Code</th>
            <th scope="col">It belongs to</th>
            <th scope="col">It is a</th>
          </tr>
        </thead>
        <tbody>
          {holders.slice(0, PLACED_ONE_BY_ONE).map((holder) => (
            <tr key={holder.code}>
              <th scope="row">{holder.name || holder.code}</th>
              <td data-label="Code">{holder.code}</td>
              <td data-label="It belongs to">
                <select
                  name={`place:${holder.code}`}
                  aria-label={`${holder.code} belongs to`}
                  defaultValue={root?.id ?? ''}
                >
                  {units.map((unit) => (
                    <option key={unit.id} value={unit.id}>
                      {indented(unit)}
                    </option>
                  ))}
                  <option value="peer">Nothing here: a peer</option>
                </select>
              </td>
              <td data-label="It is a">
                <select name={`kind:${holder.code}`} aria-label={`${holder.code} is a`} defaultValue="ward">
                  {UNIT_KINDS.filter((kind) => kind !== 'organisation').map((kind) => (
                    <option key={kind} value={kind}>
                      {KINDS[kind]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {holders.length > PLACED_ONE_BY_ONE && (
        <p className="gt-note">
          {counted(holders.length - PLACED_ONE_BY_ONE)} more are placed under {root?.name ?? 'your organisation'} as
          wards. You can move them later.
        </p>
      )}
    </section>
  )
}

/** Other providers that the file names for the first time. */
export function NewPeers({ holders }: { readonly holders: readonly NamedHolder[] }) {
  if (holders.length === 0) return null
  const names = holders.slice(0, 8).map(({ name, code }) => (name && name !== code ? `${name} (${code})` : code))
  const more = holders.length - names.length
  return (
    <section aria-labelledby="new-peers">
      <h2 id="new-peers">{holders.length === 1 ? 'A new peer' : `${counted(holders.length)} new peers`}</h2>
      <p>
        Other providers, to compare with: {names.join('; ')}
        {more > 0 && ` and ${counted(more)} more`}. They stand outside your organisation, and on the overview only when
        you ask for them.
      </p>
    </section>
  )
}
