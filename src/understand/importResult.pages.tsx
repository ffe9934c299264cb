import { counted, figuresSaid, rowsCounted } from '#understand/counted.ts'
import { Faults, FaultText, LeftOutRows } from '#understand/faults.pages.tsx'
import type { TouchedSeries } from '#understand/importSeries.store.ts'
import { type ImportRecord, nobodyOf } from '#understand/imports.ts'
import { moment } from '#understand/moment.ts'

/** A file of which nothing was kept: why, and what to do. */
export function RefusedPage({ record }: { readonly record: ImportRecord }) {
  const { summary } = record
  return (
    <>
      {summary.faultCount > 0 ? (
        <Faults faults={summary.faults} total={summary.faultCount} fileType={record.fileType} />
      ) : (
        <div className="gt-frame" role="alert" aria-labelledby="refused">
          <h2 id="refused">Nothing was imported</h2>
          <p>{summary.refusal}</p>
        </div>
      )}
      <h1>{record.fileName}</h1>
      <Who record={record} />
      <Another />
    </>
  )
}

/** A file that was stopped, or left: nothing of it stayed behind. */
export function StoppedPage({ record }: { readonly record: ImportRecord }) {
  return (
    <>
      <h1>Nothing was imported</h1>
      <p className="gt-reading">
        <strong>The import of {record.fileName} was stopped.</strong> Nothing of it stayed behind.
      </p>
      {record.summary.refusal && <p className="gt-reading">{record.summary.refusal}</p>}
      <Who record={record} />
      <Another />
    </>
  )
}

/** The program was started anew while the file waited for its person. */
export function LostPage({ record }: { readonly record: ImportRecord }) {
  return (
    <>
      <h1>Bring the file again</h1>
      <p className="gt-reading">
        <strong>{record.fileName} is not there any more.</strong> Golden Thread was started anew while the file waited,
        and files are not kept. Nothing of it was imported.
      </p>
      <Another />
    </>
  )
}

interface AcceptedProps {
  readonly record: ImportRecord
  /** The first of our own series that it touched and that are there now. */
  readonly series: readonly TouchedSeries[]
}

/** What an import changed, where to see it, and the way back. */
export function AcceptedPage({ record, series }: AcceptedProps) {
  const { summary } = record
  const isTyped = record.door === 'typed'
  return (
    <>
      <h1>{record.fileName}</h1>
      <Who record={record} />
      <p className="gt-reading">
        <strong>{headline(record)}</strong> {made(record)}
      </p>
      <p className="gt-actions">
        <a className="gt-button" href="/overview">
          See where each measure stands
        </a>
        {!isTyped && <a href="/imports/new">Bring another file</a>}
      </p>
      <Charts series={series} total={summary.series} />
      {record.acceptedFaults.length > 0 && <DecidedAway record={record} />}
      <LeftOutRows leftOut={summary.leftOut} total={summary.leftOutCount} />
      <h2>Was it the wrong file?</h2>
      <p>
        It can be taken back: everything becomes what it was before, and the history keeps what was known meanwhile.
      </p>
      <p>
        <a className="gt-button gt-button--second" href={`/imports/${record.id}/take-back`}>
          Take it back
        </a>
      </p>
    </>
  )
}

/** An import that was taken back. */
export function TakenBackPage({ record }: { readonly record: ImportRecord }) {
  return (
    <>
      <h1>{record.fileName}</h1>
      <Who record={record} />
      <p className="gt-reading">
        <strong>This import was taken back.</strong> Everything is as it was before it. What was known meanwhile stays
        in the history of each chart.
      </p>
      {record.takenBackAt && (
        <p>
          Taken back {moment(record.takenBackAt)}
          {record.takenBackBy && ` by ${record.takenBackBy}`}.
        </p>
      )}
      <Another />
    </>
  )
}

/** Asked once, with what goes. */
export function TakeBackPage({ record }: { readonly record: ImportRecord }) {
  const { summary } = record
  const goes = figuresSaid(
    [summary.added, 'goes', 'go'],
    [summary.restated, 'becomes what it was', 'become what they were'],
  )
  return (
    <form method="post" action={`/imports/${record.id}/take-back`} className="gt-form">
      <h1>Take this import back?</h1>
      <p className="gt-facts">{record.fileName}</p>
      <p className="gt-reading">
        <strong>{goes ? `${goes}.` : 'No figure changes.'}</strong> Measures, units and peers that only this import
        brought go too. The history keeps what was known meanwhile, and you can bring the file again.
      </p>
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Take it back
        </button>
        <a href={`/imports/${record.id}`}>Leave it as it is</a>
      </p>
    </form>
  )
}

function headline({ summary, door }: ImportRecord): string {
  if (summary.added + summary.restated === 0) {
    return door === 'typed'
      ? 'This figure changed nothing: it was known.'
      : 'This file changed nothing: every figure in it was known.'
  }
  const changed = figuresSaid(
    [summary.added, 'was added', 'were added'],
    [summary.restated, 'was restated', 'were restated'],
  )
  const where = summary.series === 1 ? 'one chart' : `${counted(summary.series)} charts`
  return `${changed}, on ${where}.`
}

function made({ summary }: ImportRecord): string {
  const { newMeasures, newUnits, newPeers, unchanged } = summary
  const news = [
    newMeasures.length > 0 && many(newMeasures.length, 'measure'),
    newUnits.length > 0 && many(newUnits.length, 'unit'),
    newPeers > 0 && many(newPeers, 'peer'),
  ].filter(Boolean)
  return [
    news.length > 0 && `New: ${news.join(', ')}.`,
    unchanged > 0 &&
      summary.added + summary.restated > 0 &&
      `${figuresSaid([unchanged, 'was as known', 'were as known'])}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** Our own charts are named; those of peers are many, and stand on the overview by filter. */
function Charts({ series, total }: { readonly series: readonly TouchedSeries[]; readonly total: number }) {
  const others = total - series.length
  if (total === 0) return null
  return (
    <section aria-labelledby="charts">
      <h2 id="charts">Its charts</h2>
      {series.length === 0 ? (
        <p>
          None of them is of your own organisation: no row has its code, or the code of one of your units.{' '}
          <a href="/overview?holder=peers">See the peers</a>
        </p>
      ) : (
        <ul className="gt-list">
          {series.map((one) => (
            <li key={one.id}>
              <a href={`/series/${one.id}`}>{one.measure}</a>{' '}
              <span className="gt-small">{[one.holder, one.stratum].filter(Boolean).join(', ')}</span>
            </li>
          ))}
        </ul>
      )}
      {series.length > 0 && others > 0 && (
        <p className="gt-note">
          And {counted(others)} more. <a href="/overview?holder=all">All of them on the overview</a>
        </p>
      )}
    </section>
  )
}

function DecidedAway({ record }: { readonly record: ImportRecord }) {
  return (
    <section aria-labelledby="decided">
      <h2 id="decided">Left out by decision</h2>
      <p>
        {rowsCounted(record.acceptedFaults.length)} with faults {record.acceptedFaults.length === 1 ? 'was' : 'were'}{' '}
        left out; {record.acceptedBy || nobodyOf(record)} decided so
        {record.acceptedAt && ` on ${moment(record.acceptedAt)}`}.
      </p>
      <ul className="gt-small gt-list">
        {record.acceptedFaults.slice(0, 200).map((fault, index) => (
          <li key={index}>
            <FaultText fault={fault} fileType={record.fileType} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Who({ record }: { readonly record: ImportRecord }) {
  const verb = record.door === 'typed' ? 'Typed' : 'Brought'
  return (
    <p className="gt-facts">
      {verb} by {record.startedBy || nobodyOf(record)}, {moment(record.startedAt)}
    </p>
  )
}

function Another() {
  return (
    <p className="gt-actions">
      <a className="gt-button" href="/imports/new">
        Bring another file
      </a>
      <a href="/imports">All imports</a>
    </p>
  )
}

function many(count: number, noun: string): string {
  return count === 1 ? `one ${noun}` : `${counted(count)} ${noun}s`
}
