import { controlChartSvg } from '@golden-thread/charts'
import type { Unit } from '#organisation/organisation.ts'
import { indented } from '#organisation/units.pages.tsx'
import { ErrorSummary, SelectField, TextField } from '#platform/html/fields.tsx'
import { MarkupBlock } from '#platform/html/markup.tsx'
import type { ImportId } from '#platform/ids.ts'
import { confirmation, figureFields, type TypedFigure } from '#understand/figure.ts'
import type { PeriodChoice } from '#understand/figurePeriods.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { chartOf, readingOf } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'

export interface FigureFormProps {
  readonly action: string
  readonly definition: MeasureDefinition
  /** "Ward 12, Type 1"; empty while the unit is still to be chosen. */
  readonly place: string
  /** The units to choose from, for the first figure of a measure. */
  readonly units: readonly Unit[] | null
  readonly unit: string
  readonly typed: TypedFigure
  readonly faults: Readonly<Record<string, string | undefined>>
  /** The period that stands in the form. */
  readonly chosen: PeriodChoice
  /** Whether that period is not over yet. */
  readonly isRunning: boolean
  /** Offered instead of the one line when a person asks to change it, newest first. */
  readonly choices: readonly PeriodChoice[] | null
  /** "26.6% in May 2026" */
  readonly previous: string | null
  /** A value far from what the limits expect is asked about once: "41.2% is above the upper limit of 29.8%." */
  readonly doubt: string | null
}

/** One figure, on one screen, in under a minute. */
export function FigurePage(props: FigureFormProps) {
  const { definition, typed, faults, doubt, units, place, previous } = props
  return (
    <form method="post" action={props.action} className="gt-form gt-minute" noValidate>
      <ErrorSummary title="Nothing is saved yet" faults={faults} />
      <h1>{definition.name}</h1>
      <p className="gt-facts">{[place, previous && `last: ${previous}`].filter(Boolean).join(' · ')}</p>
      {doubt && <Doubt text={doubt} />}
      {units && (
        <SelectField
          name="unit"
          label="Whose figure is it?"
          value={props.unit}
          fault={faults.unit}
          options={units.map((unit) => ({ value: unit.id, label: indented(unit) }))}
        />
      )}
      {!kindOf(definition.kind).dated && <Period {...props} />}
      {figureFields(definition).map((field) => (
        <TextField
          key={field.name}
          name={field.name}
          label={field.label}
          hint={field.hint || undefined}
          value={typed[field.name]}
          fault={faults[field.name]}
          type={field.name === 'date' ? 'date' : 'text'}
          inputMode={field.name === 'date' ? undefined : field.whole ? 'numeric' : 'decimal'}
        />
      ))}
      <label className="gt-choice">
        <input type="checkbox" name="provisional" value="yes" defaultChecked={typed.provisional} />
        <span>
          Provisional
          <span className="gt-choice__hint">{provisionalHint(props)}</span>
        </span>
      </label>
      {doubt && <input type="hidden" name="confirmed" value={confirmation(typed)} />}
      <button type="submit" className="gt-button gt-button--wide">
        {doubt ? 'Yes, save it' : 'Save'}
      </button>
    </form>
  )
}

function provisionalHint({ definition, choices, chosen, isRunning }: FigureFormProps): string {
  if (kindOf(definition.kind).dated) return 'it may still change'
  if (choices) return `it may still change, as while the ${definition.period} runs`
  return isRunning ? `${chosen.label} is not over yet: it may still change` : 'it may still change'
}

function Doubt({ text }: { readonly text: string }) {
  return (
    <div className="gt-frame" role="alert" aria-labelledby="doubt" tabIndex={-1} data-focus>
      <h2 id="doubt">Is that right?</h2>
      <p>{text} If it is right, save it. If not, change it below.</p>
    </div>
  )
}

function Period({ action, definition, chosen, choices, faults }: FigureFormProps) {
  const noun = definition.period
  const label = noun.charAt(0).toUpperCase() + noun.slice(1)
  if (choices) {
    return (
      <SelectField
        name="period"
        label={label}
        value={String(chosen.period)}
        fault={faults.period}
        options={choices.map(({ period, label: said, known }) => ({
          value: String(period),
          label: known === null ? said : `${said} (known: ${known})`,
        }))}
      />
    )
  }
  return (
    <div className="gt-fixed">
      <span className="gt-fixed__name">{label}</span>
      <b>{chosen.label}</b>
      <a href={`${action}?choose=period`}>
        Change<span className="gt-hidden"> the {noun}</span>
      </a>
      {chosen.known !== null && (
        <p className="gt-note">Known: {chosen.known}. What you type replaces it, and the old value is kept.</p>
      )}
      <input type="hidden" name="period" value={chosen.period} />
    </div>
  )
}

interface SavedProps {
  readonly view: SeriesView
  readonly importId: ImportId
  /** "27.3%" */
  readonly value: string
  /** "in June 2026" */
  readonly when: string
  /** "It was 26.6% before." */
  readonly before: string
  readonly isTakenBack: boolean
}

/** What a typed figure did to its chart, and the way back. */
export function FigureSavedPage({ view, importId, value, when, before, isTakenBack }: SavedProps) {
  const said = readingOf(view)
  return (
    <>
      <div className="gt-sent">
        <h1>{isTakenBack ? 'Taken back' : 'Saved'}</h1>
        <p className="gt-sent__what">{view.definition.name}</p>
        <p className="gt-sent__main">
          {value} <span>{when}</span>
        </p>
        {before && <p className="gt-sent__note">{before}</p>}
      </div>
      <h2>What the chart says now</h2>
      <p className="gt-reading">
        <strong>{said.headline}</strong> {said.rest}
      </p>
      <MarkupBlock className="gt-chart gt-chart--phone" html={controlChartSvg(chartOf(view), 'phone')} />
      <p className="gt-actions">
        <a className="gt-button" href={`/series/${view.id}`}>
          See the chart
        </a>
        <a className="gt-button gt-button--second" href={`/series/${view.id}/figure`}>
          Type another figure
        </a>
      </p>
      {!isTakenBack && (
        <form method="post" action={`/series/${view.id}/figure/take-back`}>
          <input type="hidden" name="import" value={importId} />
          <p className="gt-part">Was it wrong? The chart becomes what it was, and the history keeps both.</p>
          <p className="gt-actions">
            <button type="submit" className="gt-button gt-button--second">
              Take it back
            </button>
          </p>
        </form>
      )}
    </>
  )
}
