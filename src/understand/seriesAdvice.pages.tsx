import { type Advice, chartType, type Finding } from '@golden-thread/spc'
import { previewOf } from '#understand/chartChoice.ts'
import { SideBySide } from '#understand/comparison.pages.tsx'
import { kindOf } from '#understand/measureKind.ts'
import type { SeriesView } from '#understand/series.ts'
import { type SeriesAdvice, viewOnChart } from '#understand/seriesAdvice.ts'

interface Props {
  readonly view: SeriesView
  readonly advice: SeriesAdvice
}

/** What the chart can and can’t tell, what is to be known of its figures, and which chart would suit them better. */
export function AdviceOnChart({ view, advice }: Props) {
  const { canTell, findings, charts } = advice
  if (canTell.length + findings.length + charts.length === 0) return null
  return (
    <div className="gt-advice">
      {canTell.length > 0 && (
        <section aria-labelledby="can-tell">
          <h2 id="can-tell">What this chart can and can’t tell</h2>
          <ul className="gt-says">
            {canTell.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && <Findings findings={findings} />}
      {charts.map((one) => (
        <OtherChart key={one.id} view={view} advice={one} />
      ))}
    </div>
  )
}

/** What checks of the figures found, each with its number, its threshold and where that comes from. */
function Findings({ findings }: { readonly findings: readonly Finding[] }) {
  return (
    <section aria-labelledby="quality">
      <h2 id="quality">What to know of the figures</h2>
      <ul className="gt-says">
        {findings.map(({ check, label, measures, sentence, weight, found, threshold }) => (
          <li key={check.id}>
            <strong>{label}.</strong> {weight === 'caution' && <span className="gt-tag">the limits may mislead</span>}{' '}
            {sentence}
            <details className="gt-details gt-small">
              <summary>How this was found</summary>
              <p>
                Measured: {measures}. Found {figure(found)}, threshold {figure(threshold)}. Source: {check.citation}.
              </p>
            </details>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Another chart that suits the figures better, with the numbers that led to it and both drawn; or what no chart mends. */
function OtherChart({ view, advice }: { readonly view: SeriesView; readonly advice: Advice }) {
  const { id, chart, title, why, reasons, citation } = advice
  const other = viewOnChart(view, advice)
  return (
    <section className="gt-advice__chart" aria-labelledby={`advice-${id}`}>
      <h2 id={`advice-${id}`}>{chart ? `Another chart may fit better: ${chartType(chart).label}` : title}</h2>
      <p>{why}</p>
      <details className="gt-details">
        <summary>{other ? 'See both charts and the numbers behind this' : 'See the numbers behind this'}</summary>
        <ul className="gt-says">
          {reasons.map(({ name, said }) => (
            <li key={name}>
              {name}: <strong>{said}</strong>
            </li>
          ))}
        </ul>
        <p className="gt-small">Source: {citation}.</p>
        {other && chart && (
          <SideBySide
            before={view}
            after={other}
            title={`As ${chartType(chart).label}`}
            column={`As ${chartType(chart).label}`}
            id={`advice-${id}-`}
            level={4}
          />
        )}
        <WhatToDo view={view} chart={chart} />
      </details>
    </section>
  )
}

/** The chart is the measure's, so another one is chosen there, after a preview of every series that it has. */
function WhatToDo({ view, chart }: { readonly view: SeriesView; readonly chart: Advice['chart'] }) {
  if (!chart) return null
  const { code, kind, rules, screenRanges } = view.definition
  if (kindOf(kind).charts.some((one) => one.chart === chart)) {
    return (
      <p>
        <a href={previewOf(code, { chart, rules, screenRanges })}>Preview it on every series of this measure</a>, and
        change the measure’s chart there if you agree.
      </p>
    )
  }
  if (chart === 'g' || chart === 't') {
    return (
      <p>
        Such a chart needs the day of each event.{' '}
        <a href="/measures/new">Define a measure of what lies between events</a>.
      </p>
    )
  }
  return <p>Measures of this kind cannot be shown on such a chart here: read the present one with this in mind.</p>
}

/** A number of a check, which has no unit of display: as many digits as tell it from its threshold. */
function figure(number: number): string {
  return Number.isInteger(number) ? number.toLocaleString('en-GB') : Number(number.toPrecision(3)).toString()
}
