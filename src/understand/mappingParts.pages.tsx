import { RadioField, SelectField, TextArea, TextField } from '#platform/html/fields.tsx'
import { COLUMN_USES, type ColumnUse, type Mapping, type PeriodPlace } from '#understand/intake/mapping.ts'
import type { ReadFile } from '#understand/intake/reading.ts'
import { WEEKDAYS } from '#understand/measureWords.ts'

const USES: Readonly<Record<ColumnUse, string>> = {
  code: 'Whose figures: the code',
  name: 'Whose figures: the name',
  period: 'When',
  stratum: 'Which part, such as an age group',
  measure: 'Which measure the row is about',
  figure: 'Figures',
  ignore: 'Not read',
}

/** What each column of the file is for, and which sheets are read. */
export function Columns({ mapping, read }: { readonly mapping: Mapping; readonly read: ReadFile }) {
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

/** Of which period each figure is, and where that stands. */
export function Periods({ mapping: { period } }: { readonly mapping: Mapping }) {
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

/** Whose figures they are. */
export function Holders({ mapping: { holder } }: { readonly mapping: Mapping }) {
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

/** Words that make a row a total, and a cell no figure. */
export function Marks({ mapping }: { readonly mapping: Mapping }) {
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
    </details>
  )
}

const PROVISIONAL = [
  { value: 'none', label: 'None of them' },
  { value: 'all', label: 'All of them' },
  { value: 'last', label: 'Those of the last periods' },
]

/** Which figures may still change: publishers say so of whole files, or of the last months. */
export function Provisional({ mapping }: { readonly mapping: Mapping }) {
  return (
    <div className="gt-group">
      <RadioField
        name="provisional"
        legend="Which figures are provisional, and may still change?"
        value={mapping.provisional}
        options={PROVISIONAL}
      />
      <TextField
        name="provisionalLast"
        label="How many of the last periods"
        hint="Where only the last ones may still change"
        inputMode="numeric"
        width="short"
        value={String(mapping.provisionalLast)}
      />
    </div>
  )
}
