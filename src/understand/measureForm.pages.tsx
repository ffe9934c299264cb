import { chartType, RULE_SETS } from '@golden-thread/spc'
import { ErrorSummary, RadioField, SelectField, TextArea, TextField } from '#platform/html/fields.tsx'
import { ChartsByKind } from '#understand/chartsByKind.pages.tsx'
import type { Measure } from '#understand/measure.store.ts'
import type { TypedMeasure } from '#understand/measureForm.ts'
import { CHARTS_OF_ALL_KINDS, kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'
import { OWN_RULES } from '#understand/measureRules.ts'
import { chartLabel, rulesLabel, WEEKDAYS } from '#understand/measureWords.ts'

export interface MeasureFormProps {
  /** The measure that is edited; null for a new one. */
  readonly measure: Measure | null
  readonly typed: TypedMeasure
  readonly reason: string
  readonly faults: Readonly<Record<string, string>>
  /** The change alters what is counted, and nobody has said yes to that yet. */
  readonly countsOtherwise: boolean
}

/** One form for all of a definition: new, or the next version. */
export function MeasureFormPage({ measure, typed, reason, faults, countsOtherwise }: MeasureFormProps) {
  const title = measure ? `Change “${measure.definition.name}”` : 'Define a measure'
  return (
    <form method="post" className="gt-form" noValidate>
      <ErrorSummary title="Nothing is saved yet" faults={faults} />
      {countsOtherwise && <CountsOtherwise series={measure?.series ?? 0} />}
      <h1>{title}</h1>
      <p className="gt-lead">
        {measure
          ? `This becomes version ${measure.version + 1}. Version ${measure.version} stays where it is.`
          : 'What is counted, and which way is better. A name and a kind are enough to begin.'}
      </p>
      <WhatItIs typed={typed} faults={faults} isNew={measure === null} />
      <HowCounted typed={typed} faults={faults} />
      <HowJudged typed={typed} faults={faults} measure={measure} />
      <h2>Who stands behind it</h2>
      <TextField
        name="owner"
        label="Owner"
        hint="A role, such as chief nurse"
        value={typed.owner}
        fault={faults.owner}
      />
      <TextField
        name="source"
        label="Source"
        hint="Where the figures come from"
        value={typed.source}
        fault={faults.source}
      />
      {measure && (
        <TextArea
          name="reason"
          label="Why do you change it?"
          hint="One sentence. It stands in the history."
          value={reason}
          fault={faults.reason}
          rows={2}
        />
      )}
      {countsOtherwise && <input type="hidden" name="confirmed" value="yes" />}
      <button type="submit" className="gt-button">
        {saveLabel(measure, countsOtherwise)}
      </button>
    </form>
  )
}

function saveLabel(measure: Measure | null, countsOtherwise: boolean): string {
  if (!measure) return 'Save the measure'
  return countsOtherwise ? `Yes, save version ${measure.version + 1}` : 'Save the change'
}

function CountsOtherwise({ series }: { readonly series: number }) {
  return (
    <div className="gt-frame" role="alert" aria-labelledby="counts-otherwise" tabIndex={-1} data-focus>
      <h2 id="counts-otherwise">This changes what is counted</h2>
      <p>
        {series === 0
          ? 'No figures are there yet, so nothing else changes.'
          : `${series === 1 ? 'One chart is' : `${series} charts are`} marked from now on, and new limits are proposed there, because older figures were counted otherwise.`}{' '}
        Say why below, then save it.
      </p>
    </div>
  )
}

interface PartProps {
  readonly typed: TypedMeasure
  readonly faults: Readonly<Record<string, string>>
}

function WhatItIs({ typed, faults, isNew }: PartProps & { readonly isNew: boolean }) {
  return (
    <>
      <TextField name="name" label="Name" value={typed.name} fault={faults.name} />
      {isNew && (
        <TextField
          name="code"
          label="Code"
          hint="Stands in addresses and files, and stays for good. Left empty, it is made from the name."
          value={typed.code}
          fault={faults.code}
        />
      )}
      <TextField
        name="area"
        label="Area"
        hint="Its heading on the overview, such as Safety"
        value={typed.area}
        fault={faults.area}
      />
      <TextArea
        name="why"
        label="Why it matters"
        hint="One or two sentences"
        value={typed.why}
        fault={faults.why}
        rows={3}
      />
    </>
  )
}

function HowCounted({ typed, faults }: PartProps) {
  return (
    <>
      <h2>How it is counted</h2>
      <RadioField
        name="kind"
        legend="Kind"
        value={typed.kind}
        fault={faults.kind}
        options={MEASURE_KINDS.map((id) => ({ value: id, label: kindOf(id).label, hint: kindOf(id).example }))}
      />
      <TextField name="numerator" label="What is counted" value={typed.numerator} fault={faults.numerator} />
      <TextField
        name="denominator"
        label="Out of what"
        hint="For proportions, rates and ratios"
        value={typed.denominator}
        fault={faults.denominator}
      />
      <div className="gt-pair">
        <SelectField name="period" label="Every" value={typed.period} fault={faults.period} options={PERIODS} />
        <SelectField
          name="weekEnds"
          label="Weeks end on"
          hint="For weekly measures only"
          value={typed.weekEnds}
          fault={faults.weekEnds}
          options={WEEKDAYS.map((label, day) => ({ value: String(day), label }))}
        />
      </div>
      <TextField
        name="unit"
        label="Unit"
        hint="As it stands beside the value: %, falls, minutes, per 1,000 bed days"
        value={typed.unit}
        fault={faults.unit}
        width="short"
      />
      <div className="gt-pair">
        <SelectField
          name="multiplier"
          label="Shown"
          value={typed.multiplier}
          fault={faults.multiplier}
          options={scales(typed.multiplier)}
        />
        <SelectField
          name="decimals"
          label="Decimal places"
          value={typed.decimals}
          fault={faults.decimals}
          options={['0', '1', '2', '3', '4'].map((value) => ({ value, label: value }))}
        />
      </div>
    </>
  )
}

function HowJudged({ typed, faults, measure }: PartProps & Pick<MeasureFormProps, 'measure'>) {
  const rows = [
    ...typed.targets,
    { from: '', value: '' },
    ...(typed.targets.length === 0 ? [] : [{ from: '', value: '' }]),
  ]
  return (
    <>
      <h2>How it is judged</h2>
      <RadioField
        name="better"
        legend="Which way is better?"
        value={typed.better}
        fault={faults.better}
        options={[
          { value: 'higher', label: 'Higher is better' },
          { value: 'lower', label: 'Lower is better' },
          { value: 'neither', label: 'Neither', hint: 'A change is only a change, and no target is judged' },
        ]}
      />
      {measure && measure.series > 0 ? (
        <p>
          Its chart is {chartLabel(measure.definition)}, its rules are {rulesLabel(measure.definition)}.{' '}
          <a href={`/measures/${measure.definition.code}/chart`}>Change them, and see first what that changes</a>
        </p>
      ) : (
        <ChartAndRules typed={typed} faults={faults} />
      )}
      <fieldset className={faults.targets ? 'gt-field gt-field--fault' : 'gt-field'} id="targets">
        <legend className="gt-label">Targets</legend>
        <p className="gt-hint">
          In the unit of the value. Leave the day empty for “always”; a day without a value ends the target.
        </p>
        {faults.targets && <p className="gt-fault">{faults.targets}</p>}
        {rows.map((row, index) => (
          <div className="gt-pair" key={index}>
            <TextField
              name={`targets.${index}.value`}
              label={`Target ${index + 1}`}
              value={row.value}
              fault={faults[`targets.${index}.value`]}
              width="short"
            />
            <TextField
              name={`targets.${index}.from`}
              label="From"
              type="date"
              value={row.from}
              fault={faults[`targets.${index}.from`]}
              width="short"
            />
          </div>
        ))}
      </fieldset>
    </>
  )
}

/** Without figures there is nothing to preview: the choice is one of the form. */
function ChartAndRules({ typed, faults }: PartProps) {
  return (
    <>
      <SelectField
        name="chart"
        label="Chart"
        value={typed.chart}
        fault={faults.chart}
        options={[
          { value: '', label: 'The usual one for its kind' },
          ...CHARTS_OF_ALL_KINDS.map((id) => ({ value: id, label: chartType(id).label })),
        ]}
      />
      <details className="gt-details">
        <summary>Which chart when?</summary>
        <ChartsByKind />
      </details>
      <SelectField
        name="rules"
        label="Rules that find signals"
        value={typed.rules}
        fault={faults.rules}
        options={[
          ...RULE_SETS.map(({ id, label }) => ({ value: id, label })),
          ...(typed.rules === OWN_RULES ? [{ value: OWN_RULES, label: 'Our own, as they are' }] : []),
        ]}
      />
    </>
  )
}

const PERIODS = [
  { value: 'day', label: 'Day' },
  { value: 'week', label: 'Week' },
  { value: 'month', label: 'Month' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'year', label: 'Financial year, from April' },
  { value: 'event', label: 'Event: each has its own date' },
]

const SCALES = [
  { value: '', label: 'As usual for its kind' },
  { value: '1', label: 'As counted' },
  { value: '100', label: 'Per 100 (%)' },
  { value: '1000', label: 'Per 1,000' },
  { value: '10000', label: 'Per 10,000' },
  { value: '100000', label: 'Per 100,000' },
]

/** A scale that a pack brought stays a choice, however odd. */
function scales(chosen: string): readonly { readonly value: string; readonly label: string }[] {
  return SCALES.some(({ value }) => value === chosen)
    ? SCALES
    : [...SCALES, { value: chosen, label: `Times ${chosen}` }]
}
