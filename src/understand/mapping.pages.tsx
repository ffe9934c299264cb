import { RadioField, SelectField, TextArea, TextField } from '#platform/html/fields.tsx'
import { FileSample } from '#understand/fileSample.pages.tsx'
import type { ImportRecord } from '#understand/imports.ts'
import { COLUMN_USES, type ColumnUse, type Mapping, type PeriodPlace } from '#understand/intake/mapping.ts'
import type { ReadFile } from '#understand/intake/reading.ts'
import { understood } from '#understand/intake/understood.ts'
import { MappedMeasures } from '#understand/mappedMeasures.pages.tsx'
import { WEEKDAYS } from '#understand/measureForm.pages.tsx'
import { Understood } from '#understand/preview.pages.tsx'

interface MappingProps {
  readonly record: ImportRecord
  readonly read: ReadFile
  /** Why the last correction could not be followed. */
  readonly problem: string | null
}

/** What the program made of a file, and every part of it to correct. */
export function MappingPage({ record, read, problem }: MappingProps) {
  const { mapping } = read
  return (
    <>
      {problem && <NotFollowed problem={problem} />}
      <h1>Is this what the file says?</h1>
      <p className="gt-facts">{record.fileName}. Nothing has changed yet.</p>
      <Understood sentences={understood(mapping)} href={null} />
      <form method="post" action={`/imports/${record.id}/mapping`} className="gt-form gt-form--wide" noValidate>
        <p className="gt-actions">
          <button type="submit" className="gt-button">
            Yes, show what would change
          </button>
        </p>
        <FileSample read={read} />
        <h2>Correct it</h2>
        <p>Change what is wrong. The next file of this shape is then understood at once.</p>
        <Columns mapping={mapping} read={read} />
        <MappedMeasures mapping={mapping} />
        <Periods mapping={mapping} />
        <Holders mapping={mapping} />
        <Marks mapping={mapping} />
        <p className="gt-actions">
          <button type="submit" className="gt-button">
            Show what would change
          </button>
          <button type="submit" className="gt-button gt-button--second" formAction={`/imports/${record.id}/stop`}>
            Leave it
          </button>
        </p>
      </form>
      <Layout record={record} read={read} />
    </>
  )
}

function NotFollowed({ problem }: { readonly problem: string }) {
  return (
    <div className="gt-frame" role="alert" aria-labelledby="not-followed" tabIndex={-1} data-focus>
      <h2 id="not-followed">That does not work with this file</h2>
      <p>{problem}</p>
    </div>
  )
}

const USES: Readonly<Record<ColumnUse, string>> = {
  code: 'Whose figures: the code',
  name: 'Whose figures: the name',
  period: 'When',
  stratum: 'Which part, such as an age group',
  measure: 'Which measure the row is about',
  figure: 'Figures',
  ignore: 'Not read',
}

function Columns({ mapping, read }: { readonly mapping: Mapping; readonly read: ReadFile }) {
  return (
    <fieldset className="gt-group">
      <legend>
        <h3>What each column is</h3>
      </legend>
      <table className="gt-table gt-table--fields">
        <caption className="gt-hidden">Columns of the file and what each is for</caption>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">It is</th>
          </tr>
        </thead>
        <tbody>
          {mapping.columns.map((column, at) => (
            <tr key={at}>
              <th scope="row" id={`column-${at}`}>
                {column.heading.replace('{period}', '(period)')}
              </th>
              <td>
                <select
                  className="gt-input gt-select"
                  name={`columns.${at}`}
                  defaultValue={column.use}
                  aria-labelledby={`column-${at}`}
                >
                  {COLUMN_USES.map((use) => (
                    <option key={use} value={use}>
                      {USES[use]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {read.sheets.length > 1 && (
        <SelectField
          name="sheets"
          label="Which sheets are read?"
          value={mapping.sheets.length === 0 ? 'all' : mapping.sheets.length === 1 ? mapping.sheets[0]! : ''}
          options={[
            ...(mapping.sheets.length > 1 ? [{ value: '', label: `These: ${mapping.sheets.join(', ')}` }] : []),
            { value: 'all', label: 'Every sheet with these headings' },
            ...read.sheets.map(({ name }) => ({ value: name, label: `Only ${name}` })),
          ]}
        />
      )}
    </fieldset>
  )
}

const PLACES: Readonly<Record<PeriodPlace, string>> = {
  column: 'In a column',
  heading: 'In the headings: each period has its own column',
  title: 'Above the headings',
  sheet: 'It is the name of the sheet',
  file: 'It is in the name of the file',
  fixed: 'Nowhere: I say it below',
}

function Periods({ mapping: { period } }: { readonly mapping: Mapping }) {
  const kinds = {
    day: 'A day',
    week: 'A week',
    month: 'A month',
    quarter: 'A quarter',
    year: 'A financial year',
    event: 'An event, on its day',
  }
  return (
    <fieldset className="gt-group">
      <legend>
        <h3>When</h3>
      </legend>
      <div className="gt-columns">
        <SelectField
          name="period.kind"
          label="Each figure is of"
          value={period.kind}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        />
        <SelectField
          name="period.weekEnds"
          label="Weeks end on"
          hint="For weeks only"
          value={String(period.weekEnds)}
          options={WEEKDAYS.map((label, day) => ({ value: String(day), label }))}
        />
        <SelectField
          name="period.from"
          label="Where the period stands"
          value={period.from}
          options={Object.entries(PLACES).map(([value, label]) => ({ value, label }))}
        />
        <TextField
          name="period.text"
          label="The period in words"
          hint="Only if it stands nowhere: April 2026"
          value={period.text}
          width="medium"
        />
      </div>
    </fieldset>
  )
}

function Holders({ mapping: { holder } }: { readonly mapping: Mapping }) {
  return (
    <fieldset className="gt-group">
      <legend>
        <h3>Whose figures they are</h3>
      </legend>
      <div className="gt-columns">
        <SelectField
          name="holder.from"
          label="Whose figures each row has"
          value={holder.from}
          options={[
            { value: 'column', label: 'Stands in a column' },
            { value: 'fixed', label: 'All belong to one' },
          ]}
        />
        <TextField
          name="holder.code"
          label="If all belong to one: its code"
          hint="Left empty, it is your organisation"
          value={holder.code}
          width="short"
        />
        <TextField name="holder.name" label="And its name" value={holder.name} />
      </div>
      <RadioField
        name="holder.unknown"
        legend="Codes that your organisation does not have are"
        value={holder.unknown}
        options={[
          { value: 'peer', label: 'Peers', hint: 'other providers, to compare with' },
          { value: 'unit', label: 'New units of yours', hint: 'you say on the next page where they belong' },
        ]}
      />
    </fieldset>
  )
}

function Marks({ mapping }: { readonly mapping: Mapping }) {
  return (
    <details className="gt-details">
      <summary>Words and marks that are no figures</summary>
      <TextArea
        name="totals"
        label="Totals"
        hint="Rows named so are left out. One a line; * stands for anything after it."
        value={mapping.totals.join('\n')}
      />
      <TextArea name="missing" label="Missing or hidden" hint="One a line" value={mapping.missing.join('\n')} />
      <TextArea name="nil" label="None, as a nought" hint="One a line" value={mapping.nil.join('\n')} />
      <label className="gt-choice">
        <input type="checkbox" name="provisional" value="yes" defaultChecked={mapping.provisional} />
        <span>
          The figures are provisional
          <span className="gt-choice__hint">they may still change</span>
        </span>
      </label>
    </details>
  )
}

/** Where the table begins is asked of the file again: a new proposal, not a correction of this one. */
function Layout({ record, read }: { readonly record: ImportRecord; readonly read: ReadFile }) {
  const { mapping, sheets } = read
  return (
    <form method="post" action={`/imports/${record.id}/layout`} className="gt-form gt-panel" noValidate>
      <h2>Or is the table somewhere else?</h2>
      <p>Say where its headings stand, and the file is looked at again from there. Corrections above are then lost.</p>
      {sheets.length > 1 && (
        <SelectField
          name="sheet"
          label="Sheet"
          value={mapping.sheets[0] ?? sheets[0]?.name ?? ''}
          options={sheets.map(({ name }) => ({ value: name, label: name }))}
        />
      )}
      <TextField
        name="headerLine"
        label="Line of the first heading"
        value={String(mapping.headerLine)}
        inputMode="numeric"
        width="short"
      />
      <SelectField
        name="headerRows"
        label="How many rows make one heading"
        value={String(mapping.headerRows)}
        options={[
          { value: '0', label: 'None: there are no headings' },
          { value: '1', label: 'One' },
          { value: '2', label: 'Two' },
          { value: '3', label: 'Three' },
        ]}
      />
      <button type="submit" className="gt-button gt-button--second">
        Look again
      </button>
    </form>
  )
}
