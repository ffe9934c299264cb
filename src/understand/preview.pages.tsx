import { UNIT_KINDS, type Unit } from '#organisation/organisation.ts'
import { indented, KINDS } from '#organisation/units.pages.tsx'
import { ScrollRegion } from '#platform/html/scrollRegion.tsx'
import { counted } from '#understand/counted.ts'
import { Faults, LeftOutRows } from '#understand/faults.pages.tsx'
import { faultCount } from '#understand/imports.reading.ts'
import type { ImportPreview, ImportRecord, Restatement } from '#understand/imports.ts'
import type { FileFacts, NamedHolder, ProposedMeasure } from '#understand/intake/facts.ts'
import { kindOf } from '#understand/measureKind.ts'

interface PreviewProps {
  readonly record: ImportRecord
  readonly facts: FileFacts
  readonly preview: ImportPreview
  /** "What we understood", one sentence each. */
  readonly understood: readonly string[]
  readonly units: readonly Unit[]
  readonly fault: string | null
}

/** What would change if the file were taken in. Nothing has changed yet. */
export function PreviewPage({ record, facts, preview, understood, units, fault }: PreviewProps) {
  const refused = facts.faults.length > 0
  const stop = `/imports/${record.id}/stop`
  const changes = preview.added + preview.restated > 0
  return (
    <>
      {fault && (
        <div className="gt-frame" role="alert" aria-labelledby="not-taken-in" tabIndex={-1} data-focus>
          <h2 id="not-taken-in">Nothing was imported</h2>
          <p>{fault}</p>
        </div>
      )}
      {refused && <Faults faults={facts.faults} total={faultCount(facts)} fileType={record.fileType} />}
      <h1>{titleOf(facts, changes)}</h1>
      <p className="gt-facts">{record.fileName}. Nothing has changed yet.</p>
      <p className="gt-reading">
        <b>{refused && !changes ? 'No figure of the file could be taken in.' : headline(preview)}</b> {rest(preview)}
      </p>
      <Understood sentences={understood} href={`/imports/${record.id}/mapping`} />
      <form method="post" action={`/imports/${record.id}/accept`}>
        <NewMeasures measures={preview.newMeasures} href={`/imports/${record.id}/mapping`} />
        <NewUnits holders={preview.newUnits} units={units} />
        <NewPeers holders={preview.newPeers} />
        <Restated restatements={preview.restatements} total={preview.restated} />
        <LeftOutRows leftOut={facts.leftOut} total={facts.leftOutCount ?? facts.leftOut.length} />
        {refused && changes && <TakeTheRest count={faultCount(facts)} />}
        <p className="gt-actions">
          {changes ? (
            <button type="submit" className="gt-button">
              {refused ? 'Take in the rest' : 'Take it in'}
            </button>
          ) : (
            <a className="gt-button" href={refused ? `/imports/${record.id}/mapping` : '/imports/new'}>
              {refused ? 'Correct what we understood' : 'Bring another file'}
            </a>
          )}
          <button type="submit" className="gt-button gt-button--second" formAction={stop} formNoValidate>
            Leave it
          </button>
        </p>
      </form>
    </>
  )
}

function titleOf(facts: FileFacts, changes: boolean): string {
  if (changes) return 'What would change'
  return facts.faults.length > 0 ? 'Nothing can be taken in yet' : 'This file would change nothing'
}

function headline({ added, restated, series }: ImportPreview): string {
  if (added + restated === 0) return 'Every figure in it is known already.'
  const news = added > 0 ? `adds ${figures(added)}` : ''
  const others = restated > 0 ? `restates ${figures(restated)}` : ''
  return `It ${[news, others].filter(Boolean).join(' and ')}, on ${series === 1 ? 'one chart' : `${counted(series)} charts`}.`
}

function rest({ newSeries, unchanged, restated, added }: ImportPreview): string {
  const sentences = [
    newSeries > 0 && (newSeries === 1 ? 'One chart is new.' : `${counted(newSeries)} charts are new.`),
    unchanged > 0 && added + restated > 0 && `${figures(unchanged)} ${unchanged === 1 ? 'is' : 'are'} as known.`,
    restated > 0 && 'What they were before is kept, with the day each was known.',
  ]
  return sentences.filter(Boolean).join(' ')
}

function figures(count: number): string {
  return count === 1 ? 'one figure' : `${counted(count)} figures`
}

/** What the program made of the file, in sentences, with the way to correct it. */
export function Understood({
  sentences,
  href,
}: {
  readonly sentences: readonly string[]
  readonly href: string | null
}) {
  return (
    <section aria-labelledby="understood">
      <h2 id="understood">What we understood</h2>
      <ul className="gt-list">
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      {href && (
        <p>
          <a href={href}>Correct it</a>
        </p>
      )}
    </section>
  )
}

function NewMeasures({ measures, href }: { readonly measures: readonly ProposedMeasure[]; readonly href: string }) {
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

function NewUnits({ holders, units }: { readonly holders: readonly NamedHolder[]; readonly units: readonly Unit[] }) {
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

function NewPeers({ holders }: { readonly holders: readonly NamedHolder[] }) {
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

/** Values that the file says otherwise: the old one beside the new one. */
export function Restated({
  restatements,
  total,
}: {
  readonly restatements: readonly Restatement[]
  readonly total: number
}) {
  if (restatements.length === 0) return null
  return (
    <section aria-labelledby="restated">
      <h2 id="restated">{total === 1 ? 'One figure is restated' : `${counted(total)} figures are restated`}</h2>
      <ScrollRegion label="Restated figures">
        <table className="gt-table" aria-labelledby="restated">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              <th scope="col">Unit or peer</th>
              <th scope="col">Period</th>
              <th scope="col" className="gt-number">
                Known
              </th>
              <th scope="col" className="gt-number">
                In this file
              </th>
            </tr>
          </thead>
          <tbody>
            {restatements.map((one, index) => (
              <tr key={index}>
                <th scope="row">{one.measure}</th>
                <td>{[one.holder || 'Your organisation', one.stratum].filter(Boolean).join(', ')}</td>
                <td>{one.period}</td>
                <td className="gt-number">{one.before}</td>
                <td className="gt-number">
                  <b>{one.after}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      {total > restatements.length && <p className="gt-note">The first {counted(restatements.length)} are shown.</p>}
    </section>
  )
}

/** The decision to go on without faulty rows is a person's own, and is recorded. */
function TakeTheRest({ count }: { readonly count: number }) {
  const without = count === 1 ? 'this one fault' : `these ${counted(count)} faults`
  return (
    <label className="gt-choice">
      <input type="checkbox" name="without" value={count} required />
      <span>
        Take in the rest without the rows of {without}
        <span className="gt-choice__hint">It is recorded that you decided so, and which rows they were.</span>
      </span>
    </label>
  )
}
