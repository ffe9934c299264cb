import { SelectField, TextField } from '#platform/html/fields.tsx'
import { counted } from '#understand/counted.ts'
import { type MappedMeasure, type Mapping, namesMeasuresByRow } from '#understand/intake/mapping.ts'
import { EMPTY_MEASURE, MEASURES_SHOWN, placesOf } from '#understand/mappingForm.ts'
import { kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'

/** The measures that a mapping makes of the columns of figures; each can be corrected, taken out, or one added. */
export function MappedMeasures({ mapping }: { readonly mapping: Mapping }) {
  const shown = mapping.measures.slice(0, MEASURES_SHOWN)
  const more = mapping.measures.length - shown.length
  return (
    <fieldset className="gt-group">
      <legend>
        <h3>Measures</h3>
      </legend>
      {shown.map((measure, at) => (
        <details key={at} className="gt-details" open={shown.length === 1}>
          <summary>
            {measure.name || 'As each row says'}
            <span className="gt-small">, {kindOf(measure.kind).label.toLowerCase()}</span>
          </summary>
          <MeasureFields
            mapping={mapping}
            measure={measure}
            prefix={`measures.${at}`}
            byRow={namesMeasuresByRow(mapping)}
          />
          <label className="gt-choice">
            <input type="checkbox" name={`measures.${at}.remove`} value="yes" />
            <span>Leave this measure out</span>
          </label>
        </details>
      ))}
      {more > 0 && <p className="gt-note">{counted(more)} more are taken as they are.</p>}
      <details className="gt-details">
        <summary>Another measure</summary>
        <MeasureFields mapping={mapping} measure={EMPTY_MEASURE} prefix="new" byRow={false} />
      </details>
    </fieldset>
  )
}

interface FieldsProps {
  readonly mapping: Mapping
  readonly measure: MappedMeasure
  readonly prefix: string
  /** The rows name their measures: then name and code are theirs. */
  readonly byRow: boolean
}

function MeasureFields({ mapping, measure, prefix, byRow }: FieldsProps) {
  const columns = (name: string, label: string, headings: readonly string[], none: string) => (
    <SelectField
      name={`${prefix}.${name}`}
      label={label}
      value={placesOf(mapping, headings)}
      options={columnChoices(mapping, headings, none)}
    />
  )
  return (
    <div className="gt-columns">
      {!byRow && (
        <>
          <TextField name={`${prefix}.name`} label="Name" value={measure.name} />
          <TextField name={`${prefix}.code`} label="Code" hint="Stays for good" value={measure.code} />
        </>
      )}
      <SelectField
        name={`${prefix}.kind`}
        label="Kind"
        value={measure.kind}
        options={MEASURE_KINDS.map((kind) => ({ value: kind, label: kindOf(kind).label }))}
      />
      <TextField name={`${prefix}.unit`} label="Unit" hint="%, falls, minutes" value={measure.unit} width="medium" />
      {columns('numerator', 'What is counted', measure.numerator, 'Choose a column')}
      {columns('denominator', 'Out of what', measure.denominator, 'Nothing')}
      {measure.kind === 'average' &&
        columns('spread', 'Standard deviation', measure.spread ? [measure.spread] : [], 'Not given')}
      <SelectField
        name={`${prefix}.better`}
        label="Which way is better?"
        value={measure.better ?? ''}
        options={[
          { value: '', label: 'Say later' },
          { value: 'higher', label: 'Higher' },
          { value: 'lower', label: 'Lower' },
          { value: 'neither', label: 'Neither' },
        ]}
      />
      <TextField name={`${prefix}.area`} label="Area" hint="Its heading on the overview" value={measure.area ?? ''} />
      <TextField name={`${prefix}.stratum`} label="Part" hint="Empty for the whole" value={measure.stratum} />
    </div>
  )
}

/** Every column that could hold figures; a sum that the program proposed stays a choice of its own. */
function columnChoices(mapping: Mapping, headings: readonly string[], none: string) {
  const single = mapping.columns.flatMap(({ heading, use }, at) =>
    use === 'figure' || use === 'ignore' ? [{ value: String(at), label: heading.replace('{period}', '(period)') }] : [],
  )
  const sum = headings.length > 1 ? [{ value: placesOf(mapping, headings), label: headings.join(' + ') }] : []
  return [{ value: '', label: none }, ...sum, ...single]
}
