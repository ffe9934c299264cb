import { assuranceName, variationName } from '@golden-thread/charts'
import { type Analysis, chartType, explain, RULE_SETS, type Signal } from '@golden-thread/spc'
import type { Faults } from '#organisation/faults.ts'
import { ErrorSummary, RadioField, TextArea } from '#platform/html/fields.tsx'
import type { ComparedSeries } from '#understand/chartChange.store.ts'
import { rulesSaid, type TypedChoice } from '#understand/chartChoice.ts'
import { SideBySide } from '#understand/comparison.pages.tsx'
import { type Comparison, isTooShort } from '#understand/comparison.ts'
import { counted } from '#understand/counted.ts'
import type { Measure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { OWN_RULES, ruleSetOf } from '#understand/measureRules.ts'
import { chartLabel, rulesLabel } from '#understand/measureWords.ts'
import { placeText } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { wordingOf } from '#understand/wording.ts'

/** One series of the page, as it is and as it would be. */
export interface ComparedView {
  readonly before: SeriesView
  readonly after: SeriesView
  readonly comparison: Comparison
}

export interface Preview {
  /** Every series of the measure. */
  readonly compared: readonly ComparedSeries[]
  /** Those of this page, with their charts. */
  readonly rows: readonly ComparedSeries[]
  readonly views: readonly ComparedView[]
  readonly page: number
  readonly pages: number
  /** The address of another page. */
  readonly pageAt: (page: number) => string
}

export interface ChartChangeProps {
  readonly measure: Measure
  readonly typed: TypedChoice
  /** null until something else than what is in force is chosen. */
  readonly preview: Preview | null
  readonly reason: string
  readonly faults: Faults
}

/** Another chart or other rules for a measure: chosen, looked at on every series, then recorded with a reason. */
export function ChartChangePage({ measure, typed, preview, reason, faults }: ChartChangeProps) {
  const { definition } = measure
  return (
    <>
      <ErrorSummary title="Nothing is saved yet" faults={faults} />
      <h1>Change the chart or the rules</h1>
      <p className="gt-lead">
        {definition.name}. Choose, and see what would change on each of its charts. Nothing is saved until you say why.
      </p>
      <Choices measure={measure} typed={typed} faults={faults} />
      {preview && (
        <>
          <h2 id="changes">What would change</h2>
          <Summary compared={preview.compared} />
          {preview.compared.length > 0 && <Rows {...preview} />}
          {preview.views.map((view) => (
            <Pair key={view.before.id} {...view} />
          ))}
          <Pages {...preview} />
          <Confirm measure={measure} typed={typed} reason={reason} faults={faults} />
        </>
      )}
    </>
  )
}

function Choices({ measure, typed, faults }: Pick<ChartChangeProps, 'measure' | 'typed' | 'faults'>) {
  const { definition } = measure
  return (
    <form method="get" action={`/measures/${definition.code}/chart#changes`} className="gt-form">
      <RadioField
        name="chart"
        legend="Chart"
        value={typed.chart}
        fault={faults.chart}
        options={kindOf(definition.kind).charts.map(({ chart, when }) => ({
          value: chart,
          label: `${chartType(chart).label}${chart === definition.chart ? ', in force' : ''}`,
          hint: when,
        }))}
      />
      <RadioField
        name="rules"
        legend="Rules that find signals"
        value={typed.rules}
        fault={faults.rules}
        options={rulesOffered(definition)}
      />
      <RadioField
        name="jumps"
        legend="Very large jumps between neighbours"
        hint="Where limits are made from how far neighbours lie apart: XmR, p′, u′, t and I′ charts."
        value={typed.jumps}
        fault={faults.jumps}
        options={[
          {
            value: 'out',
            label: 'Left out of the limits',
            hint: 'As NHSRplotthedots does: one jump does not widen the limits.',
          },
          { value: 'kept', label: 'Kept in the limits', hint: 'As the NHS’s Excel tool, qcc and Wheeler’s books do.' },
        ]}
      />
      <button type="submit" className="gt-button">
        Show what would change
      </button>
    </form>
  )
}

/** Every rule set in the list, and the measure's own where it has one. */
function rulesOffered({ rules }: MeasureDefinition) {
  const own = typeof rules === 'string' ? [] : [{ value: OWN_RULES, set: ruleSetOf({ rules }), isInForce: true }]
  const listed = RULE_SETS.map((set) => ({ value: set.id, set, isInForce: set.id === rules }))
  return [...listed, ...own].map(({ value, set, isInForce }, place) => ({
    value,
    label: `${set.label}${place === 0 ? ', the usual ones' : ''}${isInForce ? ', in force' : ''}`,
    hint: `${rulesSaid(set)} ${set.citation}.`,
  }))
}

/** How many charts would say something else, and how many signals come and go. */
function Summary({ compared }: Pick<Preview, 'compared'>) {
  if (compared.length === 0)
    return <p>The measure has no figures yet, so no chart changes. The choice holds from the first figure on.</p>
  const refused = compared.filter(({ fault }) => fault !== null).length
  const otherwise = compared.filter(({ comparison }) => comparison.saysOtherwise).length
  const sum = (of: 'appear' | 'vanish') => compared.reduce((total, { comparison }) => total + comparison[of].length, 0)
  const [appear, vanish] = [sum('appear'), sum('vanish')]
  return (
    <p className="gt-reading">
      <strong>{headline(otherwise, compared.length)}</strong> {signalsSaid(appear, 'appears', 'appear')},{' '}
      {signalsSaid(vanish, 'vanishes', 'vanish').toLowerCase()}. Signals that stay do not count, whichever rule finds
      them.
      {refused > 0 && ` ${counted(refused)} cannot be put on this chart at all: see below why.`}
    </p>
  )
}

function headline(otherwise: number, all: number): string {
  if (all === 1)
    return `The one chart would ${otherwise === 1 ? 'say something else' : 'say the same'} of its latest figure.`
  if (otherwise === 0) return `All ${counted(all)} charts would say the same of their latest figure.`
  return `${counted(otherwise)} of ${counted(all)} charts would say something else of their latest figure.`
}

function signalsSaid(count: number, one: string, more: string): string {
  return count === 0
    ? `No signal ${one}`
    : `${count === 1 ? 'One signal' : `${counted(count)} signals`} ${count === 1 ? one : more}`
}

function Rows({ rows }: Pick<Preview, 'rows'>) {
  return (
    <table className="gt-table gt-table--stack" aria-labelledby="changes">
      <thead>
        <tr>
          <th scope="col">Unit or peer</th>
          <th scope="col">What it says now</th>
          <th scope="col">What it would say</th>
          <th scope="col" className="gt-number">
            Signals that appear
          </th>
          <th scope="col" className="gt-number">
            Signals that vanish
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ series, before, after, fault, comparison }) => (
          <tr key={series.id}>
            <th scope="row">
              <a href={`/series/${series.id}`}>{placeText(series)}</a>
              {series.holder.kind === 'peer' && <span className="gt-small">a peer</span>}
            </th>
            <td data-label="Now">{verdictsText(before)}</td>
            <td data-label="Then">
              {after === null ? (
                `Nothing: ${fault}`
              ) : comparison.saysOtherwise ? (
                <b>{verdictsText(after)}</b>
              ) : (
                'the same'
              )}
            </td>
            <td data-label="Appear" className="gt-number">
              {comparison.appear.length}
            </td>
            <td data-label="Vanish" className="gt-number">
              {comparison.vanish.length}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** "Improving, misses target" */
function verdictsText(analysis: Analysis): string {
  if (isTooShort(analysis)) return 'Too few points yet'
  const variation = variationName(analysis.variation)
  return analysis.assurance === 'none' ? variation : `${variation}, ${assuranceName(analysis.assurance).toLowerCase()}`
}

function Pair({ before, after, comparison }: ComparedView) {
  return (
    <section aria-labelledby={`pair-${before.id}`}>
      <h3 id={`pair-${before.id}`}>{placeText(before)}</h3>
      <SideBySide
        before={before}
        after={after}
        title={nameOf(after)}
        column="As it would be"
        id={`${before.id}-`}
        level={4}
      />
      <Signals title="Signals that appear" found={comparison.appear} view={after} />
      <Signals title="Signals that vanish" found={comparison.vanish} view={before} />
    </section>
  )
}

function nameOf({ definition }: SeriesView): string {
  return `${chartLabel(definition)}, ${rulesLabel(definition)}`
}

function Signals({
  title,
  found,
  view,
}: {
  readonly title: string
  readonly found: readonly Signal[]
  readonly view: SeriesView
}) {
  if (found.length === 0) return null
  const wording = wordingOf(view.definition, view.observations)
  return (
    <>
      <h4>{title}</h4>
      <ul className="gt-list">
        {found.toReversed().map((signal) => (
          <li key={`${signal.rule} ${signal.side} ${signal.from}`}>
            {explain(signal, view.analysis, wording, ruleSetOf(view.definition)).title},{' '}
            {signal.from === signal.to
              ? wording.period(signal.to)
              : `${wording.period(signal.from)} to ${wording.period(signal.to)}`}
          </li>
        ))}
      </ul>
    </>
  )
}

function Pages({ page, pages, pageAt }: Preview) {
  if (pages < 2) return null
  return (
    <nav aria-label="Further charts" className="gt-actions">
      {page > 1 && <a href={pageAt(page - 1)}>The charts before</a>}
      <span>
        Page {page} of {pages}
      </span>
      {page < pages && <a href={pageAt(page + 1)}>The next charts</a>}
    </nav>
  )
}

function Confirm({ measure, typed, reason, faults }: Omit<ChartChangeProps, 'preview'>) {
  const { definition, version } = measure
  return (
    <form method="post" action={`/measures/${definition.code}/chart`} className="gt-form">
      <h2>Change it for all charts of this measure</h2>
      <p>
        This becomes version {version + 1} of the definition. What was said before stays on record, and you can go back.
      </p>
      <input type="hidden" name="chart" value={typed.chart} />
      <input type="hidden" name="rules" value={typed.rules} />
      <input type="hidden" name="jumps" value={typed.jumps} />
      <input type="hidden" name="version" value={version} />
      <TextArea
        name="reason"
        label="Why do you change it?"
        hint="One sentence. It stands in the history, with your name and today’s date."
        value={reason}
        fault={faults.reason}
        rows={2}
      />
      <p className="gt-actions">
        <button type="submit" className="gt-button">
          Change it
        </button>
        <a href={`/measures/${definition.code}`}>Leave it as it is</a>
      </p>
    </form>
  )
}
