import { ErrorSummary, TextArea } from '#platform/html/fields.tsx'
import type { MeasureDefinition } from '#understand/measure.ts'
import type { PackPlan } from '#understand/measurePack.store.ts'
import { faultLine, type PackFault } from '#understand/measurePack.ts'
import { changes } from '#understand/measureWords.ts'

interface UploadProps {
  /** Why nothing could be read at all. */
  readonly fault: string | undefined
  readonly faults: readonly PackFault[]
}

/** A pack is brought here; the page that follows says what it would change. */
export function PackUploadPage({ fault, faults }: UploadProps) {
  return (
    <form method="post" action="/measures/packs/new" encType="multipart/form-data" className="gt-form" noValidate>
      {faults.length > 0 ? (
        <PackFaults faults={faults} />
      ) : (
        <ErrorSummary title="Nothing was changed" faults={{ file: fault }} />
      )}
      <h1>Apply a pack of measures</h1>
      <p className="gt-lead">
        A pack is a YAML file, as this page downloads it: definitions that several organisations share, or that you keep
        under version control. You see what it would change before it does.
      </p>
      <div className={`gt-field${fault ? ' gt-field--fault' : ''}`}>
        <label className="gt-label" htmlFor="file">
          The pack
        </label>
        {fault && (
          <p className="gt-fault" id="file-fault">
            {fault}
          </p>
        )}
        <input
          className="gt-input"
          type="file"
          id="file"
          name="file"
          accept=".yaml,.yml"
          {...(fault && { 'aria-describedby': 'file-fault', 'aria-invalid': true })}
        />
      </div>
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Show what would change
        </button>
        <a href="/measures/pack.yaml">Download all measures as a pack (YAML)</a>
      </p>
    </form>
  )
}

/** As the command line says it: file, line, field, and what to change. */
function PackFaults({ faults }: { readonly faults: readonly PackFault[] }) {
  return (
    <div className="gt-frame" role="alert" aria-labelledby="fault-title" tabIndex={-1} data-focus>
      <h2 id="fault-title">Nothing was changed</h2>
      <p>
        {faults.length === 1 ? 'One fault' : `${faults.length} faults`}. Mend the file and bring it again: a pack goes
        in whole or not at all.
      </p>
      <ul className="gt-plain">
        {faults.map((fault, place) => (
          <li key={place}>{faultLine(fault)}</li>
        ))}
      </ul>
    </div>
  )
}

interface PlanProps {
  readonly file: string
  readonly text: string
  readonly plan: PackPlan
  readonly reason: string
  readonly faults: Readonly<Record<string, string>>
}

/** What a pack would make and change, before it does. */
export function PackPlanPage({ file, text, plan, reason, faults }: PlanProps) {
  const { made, changed, unchanged } = plan
  const counts = changed.some((one) => one.counts)
  return (
    <form method="post" action="/measures/packs/apply" encType="multipart/form-data" className="gt-form" noValidate>
      <ErrorSummary title="Nothing was changed yet" faults={faults} />
      <h1>What would change</h1>
      <p className="gt-facts">{file}</p>
      <p className="gt-reading">
        <strong>{headline(plan)}</strong> Measures that it does not name stay as they are.
      </p>
      {made.length > 0 && (
        <section aria-labelledby="made">
          <h2 id="made">New ({made.length})</h2>
          <Names definitions={made} />
        </section>
      )}
      {changed.length > 0 && <Changed changed={changed} />}
      {unchanged.length > 0 && (
        <section aria-labelledby="unchanged">
          <h2 id="unchanged">Unchanged ({unchanged.length})</h2>
          <details className="gt-details">
            <summary>Show them</summary>
            <Names definitions={unchanged} />
          </details>
        </section>
      )}
      {made.length + changed.length === 0 ? (
        <p className="gt-actions">
          <a className="gt-button" href="/measures">
            Back to the measures
          </a>
        </p>
      ) : (
        <>
          <input type="hidden" name="name" value={file} />
          <input type="hidden" name="text" value={text} />
          <TextArea
            name="reason"
            label={counts ? 'Why does what is counted change?' : 'Why, if you want to say it'}
            hint="It stands in the history of each measure, with the name of the file and yours."
            value={reason}
            fault={faults.reason}
            rows={2}
          />
          <p className="gt-actions">
            <button type="submit" className="gt-button">
              Apply it
            </button>
            <a href="/measures">Leave the measures as they are</a>
          </p>
        </>
      )}
    </form>
  )
}

/** "3 measures would be new, one would change, 12 stay as they are." */
function headline({ made, changed, unchanged }: PackPlan): string {
  if (made.length + changed.length === 0) {
    const [subject, stay] =
      unchanged.length === 1 ? ['The one measure', 'is'] : [`All ${unchanged.length} measures`, 'are']
    return `Nothing would change. ${subject} of the pack ${stay} as it says already.`
  }
  const parts = [
    made.length > 0 && `${number(made.length)} would be new`,
    changed.length > 0 && `${number(changed.length)} would change`,
    unchanged.length > 0 &&
      `${number(unchanged.length)} ${unchanged.length === 1 ? 'stays as it is' : 'stay as they are'}`,
  ]
  const said = `${parts.filter(Boolean).join(', ')}.`.replace(
    /^(\S+)/,
    (first) => `${first} ${first === 'one' ? 'measure' : 'measures'}`,
  )
  return said.charAt(0).toUpperCase() + said.slice(1)
}

function number(count: number): string {
  return count === 1 ? 'one' : String(count)
}

function Names({ definitions }: { readonly definitions: readonly MeasureDefinition[] }) {
  return (
    <ul className="gt-list">
      {definitions.map(({ code, name }) => (
        <li key={code}>
          {name} <span className="gt-small">{code}</span>
        </li>
      ))}
    </ul>
  )
}

function Changed({ changed }: Pick<PackPlan, 'changed'>) {
  return (
    <section aria-labelledby="changed">
      <h2 id="changed">Changed ({changed.length})</h2>
      <ul className="gt-list">
        {changed.map(({ before, after, counts }) => (
          <li key={after.code}>
            <a href={`/measures/${after.code}`}>{before.name}</a> <span className="gt-small">{after.code}</span>
            {counts && <b> It changes what is counted: its charts propose new limits.</b>}
            <ul className="gt-small">
              {changes(before, after).map(({ field, from, to }) => (
                <li key={field}>
                  {field}: {from || 'nothing'} becomes {to || 'nothing'}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}
