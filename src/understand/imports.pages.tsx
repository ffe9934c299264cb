import { ErrorSummary } from '#platform/html/fields.tsx'
import { counted, rowsCounted } from '#understand/counted.ts'
import { type Progress, percentDone, timeLeft } from '#understand/imports.progress.ts'
import { type ImportRecord, type ImportState, nobodyOf } from '#understand/imports.ts'
import { ACCEPTED_FILES, MAX_UPLOAD_BYTES } from '#understand/imports.upload.ts'
import { moment } from '#understand/moment.ts'

/** Every file that was brought, newest first: by whom, when, and what became of it. */
export function ImportsPage({ imports }: { readonly imports: readonly ImportRecord[] }) {
  if (imports.length === 0) {
    return (
      <>
        <h1>Imports</h1>
        <p className="gt-lead">
          <b>No file has been brought yet.</b> Bring the table you already have, as it is: a national file, or your own
          sheet. You see what it would change before it does, and you can take it back.
        </p>
        <p className="gt-actions">
          <a className="gt-button" href="/imports/new">
            Bring a file
          </a>
        </p>
      </>
    )
  }
  return (
    <>
      <h1>Imports</h1>
      <p className="gt-lead">Every file and typed figure, newest first. Each can be taken back.</p>
      <p className="gt-actions">
        <a className="gt-button" href="/imports/new">
          Bring a file
        </a>
      </p>
      <table className="gt-table gt-table--stack">
        <caption className="gt-hidden">Imports, newest first</caption>
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Who and when</th>
            <th scope="col">State</th>
            <th scope="col" className="gt-number">
              Added
            </th>
            <th scope="col" className="gt-number">
              Restated
            </th>
            <th scope="col">Problems</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => (
            <ImportRow key={one.id} record={one} />
          ))}
        </tbody>
      </table>
    </>
  )
}

/** What the states are called on screen. */
export const STATES: Readonly<Record<ImportState, string>> = {
  reading: 'Being read',
  refused: 'Refused',
  mapping: 'Waiting for you',
  preview: 'Waiting for you',
  accepting: 'Being taken in',
  accepted: 'Taken in',
  stopped: 'Stopped',
  'taken back': 'Taken back',
}

function ImportRow({ record }: { readonly record: ImportRecord }) {
  const { summary } = record
  return (
    <tr>
      <th scope="row">
        <a href={`/imports/${record.id}`}>{record.fileName}</a>
      </th>
      <td>
        {record.startedBy || nobodyOf(record)}
        <span className="gt-small gt-block">{moment(record.startedAt)}</span>
      </td>
      <td data-label="State">{isWaiting(record.state) ? <b>{STATES[record.state]}</b> : STATES[record.state]}</td>
      <td data-label="Added" className="gt-number">
        {counted(summary.added)}
      </td>
      <td data-label="Restated" className="gt-number">
        {counted(summary.restated)}
      </td>
      <td data-label="Problems">{problems(record)}</td>
    </tr>
  )
}

function isWaiting(state: ImportState): boolean {
  return state === 'mapping' || state === 'preview'
}

function problems({ state, summary, acceptedFaults }: ImportRecord): string {
  if (state === 'refused') {
    return summary.faultCount > 0 ? rowsNeedYou(summary.faultCount) : summary.refusal
  }
  if (isWaiting(state) && summary.faultCount > 0) return rowsNeedYou(summary.faultCount)
  if (acceptedFaults.length > 0) return `${rowsCounted(acceptedFaults.length)} left out on purpose`
  return 'None'
}

/** One field, one button. The drop zone is a nicety around an ordinary file field. */
export function NewImportPage({ fault, actingAs }: { readonly fault: string | null; readonly actingAs: string }) {
  const megabytes = MAX_UPLOAD_BYTES / 1024 / 1024
  return (
    <form method="post" action="/imports/new" encType="multipart/form-data" className="gt-form">
      <ErrorSummary title="Nothing was brought" faults={fault ? { file: fault } : {}} />
      <h1>Bring a file</h1>
      <p className="gt-lead">
        The table as it is: CSV, Excel, OpenDocument or JSON, at most {megabytes} MB. You see what it would change
        before it does.
      </p>
      <div className={fault ? 'gt-drop gt-field--fault' : 'gt-drop'} data-drop-file>
        <label htmlFor="file" className="gt-label">
          File
        </label>
        {fault && (
          <p id="file-fault" className="gt-fault">
            {fault}
          </p>
        )}
        <input
          id="file"
          name="file"
          type="file"
          accept={ACCEPTED_FILES}
          aria-describedby={fault ? 'file-fault file-hint' : 'file-hint'}
        />
        <p className="gt-drop__hint">Or drop it here.</p>
      </div>
      <p id="file-hint" className="gt-note">
        No NHS numbers, no dates of birth. A file with such a column is refused, and nothing of it is kept.
      </p>
      <button type="submit" className="gt-button">
        Read the file
      </button>
      <p className="gt-small">
        You act as {actingAs}. <a href="/acting-as?back=/imports/new">Change</a>
      </p>
    </form>
  )
}

interface WorkingProps {
  readonly record: ImportRecord
  readonly doing: 'reading' | 'accepting'
  readonly progress: Progress
  readonly elapsedMs: number
}

/** Something long is under way. The page comes again by itself; nothing on it moves. */
export function WorkingPage({ record, doing, progress, elapsedMs }: WorkingProps) {
  const percent = percentDone(progress)
  const title = doing === 'reading' ? `Reading ${record.fileName}` : `Taking in ${record.fileName}`
  return (
    <div data-comes-again={COMES_AGAIN_AFTER_S}>
      <h1>{title}</h1>
      <progress className="gt-progress" aria-label={title} max={100} {...(percent === null ? {} : { value: percent })}>
        {percent === null ? '' : `${percent}%`}
      </progress>
      <p>
        {doneSoFar(doing, progress)} {timeLeft(progress, elapsedMs)}
      </p>
      <p className="gt-note">Stop it at any time: nothing of it stays behind.</p>
      <form method="post" action={`/imports/${record.id}/stop`} className="gt-actions">
        <button type="submit" className="gt-button gt-button--second">
          Stop
        </button>
      </form>
    </div>
  )
}

/** Reading counts bytes or sheets, which say little to a person; taking in counts charts. */
function doneSoFar(doing: WorkingProps['doing'], progress: Progress): string {
  if (progress.waits) return 'It waits for its turn: other files are being read just now.'
  if (progress.of === null) return 'It begins.'
  if (doing === 'reading') return progress.done === 0 ? 'It begins.' : `${percentDone(progress)}% is read.`
  return `${counted(progress.done)} of ${counted(progress.of)} charts.`
}

/** A page of progress shows itself anew so often. */
export const COMES_AGAIN_AFTER_S = 1

function rowsNeedYou(count: number): string {
  return count === 1 ? 'One row needs you.' : `${counted(count)} rows need you.`
}
