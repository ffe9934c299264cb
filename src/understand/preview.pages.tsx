import type { Unit } from '#organisation/organisation.ts'
import { ScrollRegion } from '#platform/html/scrollRegion.tsx'
import { counted, figuresSaid } from '#understand/counted.ts'
import { Faults, LeftOutRows } from '#understand/faults.pages.tsx'
import { faultCount } from '#understand/imports.reading.ts'
import type { ImportPreview, ImportRecord, Restatement } from '#understand/imports.ts'
import type { FileFacts } from '#understand/intake/facts.ts'
import { NewMeasures, NewPeers, NewUnits } from '#understand/newThings.pages.tsx'

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
  const changes = preview.added + preview.restated + preview.hidden.figures > 0
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
        <Overturned overturned={preview.overturned} href={`/imports/${record.id}/mapping`} />
        <Restated restatements={preview.restatements} total={preview.restated} />
        <Hidden hidden={preview.hidden} isAll={preview.added + preview.restated === 0} />
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

function headline({ added, restated, series, hidden }: ImportPreview): string {
  if (added + restated + hidden.figures === 0) return 'Every figure in it is known already.'
  if (added + restated === 0) return 'It has no new figure, and marks some that we hold as hidden or missing.'
  const news = added > 0 ? `adds ${figures(added)}` : ''
  const others = restated > 0 ? `restates ${added > 0 ? number(restated) : figures(restated)}` : ''
  return `It ${[news, others].filter(Boolean).join(' and ')}, on ${series === 1 ? 'one chart' : `${counted(series)} charts`}.`
}

function rest({ newSeries, unchanged, restated, added }: ImportPreview): string {
  const sentences = [
    newSeries > 0 && (newSeries === 1 ? 'One chart is new.' : `${counted(newSeries)} charts are new.`),
    unchanged > 0 && added + restated > 0 && `${figuresSaid([unchanged, 'is as known', 'are as known'])}.`,
    restated === 1 && 'What it was before is kept, with the day it was known.',
    restated > 1 && 'What they were before is kept, with the day each was known.',
  ]
  return sentences.filter(Boolean).join(' ')
}

function figures(count: number): string {
  return `${number(count)} ${count === 1 ? 'figure' : 'figures'}`
}

function number(count: number): string {
  return count === 1 ? 'one' : counted(count)
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

/** Most of what a series holds would become something else: rather another measure's figures under its name. */
function Overturned({ overturned, href }: { readonly overturned: ImportPreview['overturned']; readonly href: string }) {
  const { figures, charts, examples } = overturned
  if (figures === 0) return null
  return (
    <section className="gt-frame" aria-labelledby="overturned">
      <h2 id="overturned">Are these the same measure?</h2>
      <p>
        {figures === 1 ? 'One known figure' : `${counted(figures)} known figures`} of{' '}
        {charts === 1 ? 'one chart' : `${counted(charts)} charts`} would become quite other ones:
      </p>
      <ul className="gt-list">
        {examples.map((one, index) => (
          <li key={index}>
            {[one.measure, one.holder || 'your organisation', one.stratum, one.period].filter(Boolean).join(', ')}:{' '}
            {one.before} → <b>{one.after}</b>
          </li>
        ))}
      </ul>
      <p>
        If the file is about something else, <a href={href}>give its measure another name and code</a>.
      </p>
      <label className="gt-choice">
        <input type="checkbox" name="overturns" value={figures} required />
        <span>It is the same measure, and these figures are right</span>
      </label>
    </section>
  )
}

/** Publishers hide small numbers in a later edition: what we hold stays, unless somebody says that it goes too. */
function Hidden({ hidden, isAll }: { readonly hidden: ImportPreview['hidden']; readonly isAll: boolean }) {
  const { figures, shown } = hidden
  if (figures === 0) return null
  const isOne = figures === 1
  return (
    <section aria-labelledby="hidden">
      <h2 id="hidden">
        {isOne ? 'One figure that we hold is' : `${counted(figures)} figures that we hold are`} hidden or missing in
        this file
      </h2>
      <RestatedTable label="Hidden or missing figures" labelledBy="hidden" restatements={shown} />
      {figures > shown.length && <p className="gt-note">The first {counted(shown.length)} are shown.</p>}
      <label className="gt-choice">
        <input type="checkbox" name="withdraws" value={figures} required={isAll} />
        <span>
          Withdraw {isOne ? 'it' : 'them'}
          <span className="gt-choice__hint">
            {isOne ? 'It goes' : 'They go'} from the chart. What was known is kept, with the day, and comes back if this
            import is taken back.{!isAll && ` Otherwise ${isOne ? 'it stays as it is.' : 'they stay as they are.'}`}
          </span>
        </span>
      </label>
    </section>
  )
}

/** Values that the file says otherwise: the old one beside the new one. */
function Restated({ restatements, total }: { readonly restatements: readonly Restatement[]; readonly total: number }) {
  if (restatements.length === 0) return null
  return (
    <section aria-labelledby="restated">
      <h2 id="restated">{total === 1 ? 'One figure is restated' : `${counted(total)} figures are restated`}</h2>
      <RestatedTable label="Restated figures" labelledBy="restated" restatements={restatements} />
      {total > restatements.length && <p className="gt-note">The first {counted(restatements.length)} are shown.</p>}
    </section>
  )
}

interface RestatedTableProps {
  readonly label: string
  readonly labelledBy: string
  readonly restatements: readonly Restatement[]
}

function RestatedTable({ label, labelledBy, restatements }: RestatedTableProps) {
  return (
    <ScrollRegion label={label}>
      <table className="gt-table" aria-labelledby={labelledBy}>
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
