import { SelectField, TextField } from '#platform/html/fields.tsx'
import { FileSample } from '#understand/fileSample.pages.tsx'
import type { ImportRecord } from '#understand/imports.ts'
import type { ReadFile } from '#understand/intake/reading.ts'
import { understood } from '#understand/intake/understood.ts'
import { MappedMeasures } from '#understand/mappedMeasures.pages.tsx'
import { Columns, Holders, Marks, Periods, Provisional } from '#understand/mappingParts.pages.tsx'
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
        <Provisional mapping={mapping} />
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
        label="Row of the first heading"
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
