import { type FunnelChart, funnelLegendOf, funnelSvg, pointShapeSvg } from '@golden-thread/charts'
import type { FunnelAnalysis, FunnelPoint } from '@golden-thread/spc'
import { SelectField } from '#platform/html/fields.tsx'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'
import type { FunnelGroup, FunnelMember, FunnelWidth, MeasureFunnel } from '#understand/funnel.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { type PeriodNumber, periodLabel, shortLabel } from '#understand/period.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

export interface FunnelChoice {
  readonly group: FunnelGroup
  readonly period: PeriodNumber
  readonly width: FunnelWidth
}

export interface FunnelPageProps {
  readonly definition: MeasureDefinition
  readonly chosen: FunnelChoice
  readonly groups: readonly FunnelGroup[]
  readonly periods: readonly PeriodNumber[]
  readonly members: readonly FunnelMember[]
  /** null where the figures fit no funnel, and why. */
  readonly funnel: MeasureFunnel | null
  readonly fault: string | null
}

const GROUPS: Readonly<Record<FunnelGroup, string>> = {
  peers: 'our organisation with its peers',
  units: 'our own units',
}

const WIDTHS: Readonly<Record<FunnelWidth, string>> = {
  adjusted: 'widened where needed',
  chance: 'by chance alone',
}

/** Units or peers side by side in one period: who differs by more than chance explains. */
export function FunnelPage(props: FunnelPageProps) {
  const { definition, chosen, funnel, fault, members } = props
  const label = periodLabel(chosen.period, calendarOf(definition))
  return (
    <>
      <h1>{definition.name}, side by side</h1>
      <p className="gt-facts">
        {chosen.group === 'peers' ? 'Our organisation and its peers' : 'Our own units'}, {label}
      </p>
      <Choices {...props} />
      {fault && (
        <p className="gt-reading">
          <strong>These figures cannot be compared.</strong> {fault}. Correct the figure, then look again.
        </p>
      )}
      {funnel && (
        <>
          <p className="gt-reading">
            <strong>{funnel.reading.headline}</strong> {funnel.reading.rest}
          </p>
          {chosen.group === 'peers' && <Ourselves {...props} analysis={funnel.analysis} />}
          <p className="gt-note">
            This is for learning, and no league table. Where somebody lies outside the limits, look first at how they
            count and whom they serve; then ask them what they do.
          </p>
          <Drawing chart={chartOf(props, funnel)} />
          <Table {...props} analysis={funnel.analysis} />
        </>
      )}
      <Missing definition={definition} period={chosen.period} members={members} />
    </>
  )
}

function Choices({ definition, chosen, groups, periods }: FunnelPageProps) {
  const calendar = calendarOf(definition)
  return (
    <form method="get" action={`/measures/${definition.code}/funnel`} className="gt-filters gt-filters--few">
      {groups.length > 1 && (
        <SelectField
          name="who"
          label="Compare"
          value={chosen.group}
          options={groups.map((group) => ({ value: group, label: GROUPS[group] }))}
        />
      )}
      <SelectField
        name="period"
        label="In"
        value={String(chosen.period)}
        options={periods.map((period) => ({ value: String(period), label: shortLabel(period, calendar) }))}
      />
      <SelectField
        name="limits"
        label="Limits"
        value={chosen.width}
        options={Object.entries(WIDTHS).map(([value, label]) => ({ value, label }))}
      />
      <button type="submit" className="gt-button gt-button--second">
        Show
      </button>
    </form>
  )
}

/** The funnel as `packages/charts` draws it. Among peers ours are named; among our own units none is. */
function chartOf({ definition, chosen, members }: FunnelPageProps, { analysis, reading }: MeasureFunnel): FunnelChart {
  const { unit } = definition
  const isAmongPeers = chosen.group === 'peers'
  const noun = isAmongPeers ? 'provider' : 'unit'
  return {
    id: 'funnel',
    title: `${definition.name}, ${periodLabel(chosen.period, calendarOf(definition))}`,
    description: `${reading.headline} ${reading.rest}`,
    analysis,
    own: isAmongPeers ? members.flatMap(({ holder }) => (holder.kind === 'unit' ? [holder.name] : [])) : [],
    direction: definition.better,
    noun,
    valueName: unit === '%' || definition.name.includes(unit) ? definition.name : `${definition.name}, ${unit}`,
    denominatorName: definition.denominator || 'Out of how many',
    centreName: analysis.kind === 'standardisedRatio' ? 'As expected' : `All ${noun}s`,
    format: (value) => valueText(value, definition),
    axisFormat: (value, decimals) => valueText(value, { unit, decimals }),
    countFormat: number,
  }
}

function Drawing({ chart }: { readonly chart: FunnelChart }) {
  return (
    <figure className="gt-figure">
      <MarkupBlock className="gt-figure__desk" html={funnelSvg(chart, 'desk')} />
      <MarkupBlock className="gt-figure__phone" html={funnelSvg(chart, 'phone')} />
      <MarkupBlock className="gt-figure__print" html={funnelSvg(chart, 'print')} />
      <figcaption>
        <ul className="gt-legend">
          {funnelLegendOf(chart).map((entry) => (
            <li key={entry.name}>
              <Markup html={pointShapeSvg(entry)} /> {entry.name}
            </li>
          ))}
        </ul>
        <p className="gt-small">
          <a href="#table">The same as a table</a>, where each name leads to its own chart over time.
        </p>
      </figcaption>
    </figure>
  )
}

interface TableProps extends FunnelPageProps {
  readonly analysis: FunnelAnalysis
}

/** Where we stand ourselves, in a sentence each. */
function Ourselves({ definition, members, analysis }: TableProps) {
  return members.map(({ id, holder }, i) => {
    const point = analysis.points[i]!
    if (holder.kind === 'peer' || point.value === null) return null
    return (
      <p key={id}>
        <strong>
          {holder.name}: {valueText(point.value, definition)}.
        </strong>{' '}
        {ABOUT_US[placeOf(point)]}
      </p>
    )
  })
}

type Place = 'within' | 'nearHigh' | 'nearLow' | 'high' | 'low'

const ABOUT_US: Readonly<Record<Place, string>> = {
  within: 'We lie within the limits: no different from the others than chance explains.',
  nearHigh: 'We lie in the upper margin: chance puts few there, but some. It is worth a look over time.',
  nearLow: 'We lie in the lower margin: chance puts few there, but some. It is worth a look over time.',
  high: 'We lie above the upper limit: chance hardly explains it.',
  low: 'We lie below the lower limit: chance hardly explains it.',
}

const PLACES: Readonly<Record<Place, string>> = {
  within: 'within the limits',
  nearHigh: 'in the upper margin',
  nearLow: 'in the lower margin',
  high: 'above the upper limit',
  low: 'below the lower limit',
}

/** Where a point lies: beyond the outer limits, between the inner and the outer ones, or within. */
function placeOf({ outside }: FunnelPoint): Place {
  const outer = outside.at(-1)
  if (outer) return outer
  return outside[0] === 'high' ? 'nearHigh' : outside[0] === 'low' ? 'nearLow' : 'within'
}

/** Own first, then by name: never by value. */
function Table({ definition, members, analysis }: TableProps) {
  const outer = analysis.levels.at(-1)!
  return (
    <section aria-labelledby="table">
      <h2 id="table">The same as a table</h2>
      <p className="gt-small">
        {analysis.target !== null && `All together: ${valueText(analysis.target, definition)}. `}Limits hold{' '}
        {(100 * outer).toLocaleString('en-GB')}% of units by chance, the margin begins where {100 * analysis.levels[0]!}
        % are within. Ours first, then by name.
      </p>
      <table className="gt-table gt-table--stack" aria-labelledby="table">
        <thead>
          <tr>
            <th scope="col">Unit or peer</th>
            <th scope="col" className="gt-number">
              {definition.numerator || 'Counted'}
            </th>
            <th scope="col" className="gt-number">
              {definition.denominator || 'Out of'}
            </th>
            <th scope="col" className="gt-number">
              Value
            </th>
            <th scope="col" className="gt-number">
              Limits
            </th>
            <th scope="col">Reading</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member, i) => {
            const point = analysis.points[i]!
            return point.value === null ? null : (
              <Row key={member.id} member={member} point={point} definition={definition} />
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  readonly member: FunnelMember
  readonly point: FunnelPoint
  readonly definition: MeasureDefinition
}

function Row({ member: { id, holder, figure }, point, definition }: RowProps) {
  const { lower, upper } = point.limits!.at(-1)!
  const place = placeOf(point)
  return (
    <tr>
      <th scope="row">
        <a href={`/series/${id}`}>{holder.name}</a>
        {figure.provisional && <span className="gt-tag">provisional</span>}
      </th>
      <td data-label="Counted" className="gt-number">
        {number(figure.numerator)}
      </td>
      <td data-label="Out of" className="gt-number">
        {number(figure.denominator)}
      </td>
      <td data-label="Value" className="gt-number gt-strong">
        {valueText(point.value, definition)}
      </td>
      <td data-label="Limits" className="gt-number">
        {valueText(lower, definition)} to {valueText(upper, definition)}
      </td>
      <td data-label="Reading">{place === 'within' ? PLACES[place] : <b>{PLACES[place]}</b>}</td>
    </tr>
  )
}

/** Who has no value in the period, and so is not compared. */
function Missing({
  definition,
  period,
  members,
}: Pick<FunnelPageProps, 'definition' | 'members'> & { readonly period: PeriodNumber }) {
  const none = members.filter(({ figure }) => Number.isNaN(figure.numerator) || Number.isNaN(figure.denominator))
  const empty = members.filter(({ figure }) => figure.denominator === 0)
  const label = shortLabel(period, calendarOf(definition))
  if (none.length + empty.length === 0) return null
  return (
    <section aria-labelledby="missing">
      <h2 id="missing">Not compared</h2>
      {none.length > 0 && (
        <>
          <p>No figure for {label}: hidden because it is small, or not brought yet.</p>
          <Names members={none} />
        </>
      )}
      {empty.length > 0 && (
        <>
          <p>Nobody to count among in {label}.</p>
          <Names members={empty} />
        </>
      )}
    </section>
  )
}

function Names({ members }: { readonly members: readonly FunnelMember[] }) {
  return (
    <ul className="gt-list">
      {members.map(({ id, holder }) => (
        <li key={id}>
          <a href={`/series/${id}`}>{holder.name}</a>
        </li>
      ))}
    </ul>
  )
}

function number(value: number): string {
  return value.toLocaleString('en-GB', { maximumFractionDigits: 3 })
}

/** Said where there is nothing to compare. */
export function NoFunnelPage({ definition, why }: { readonly definition: MeasureDefinition; readonly why: string }) {
  return (
    <>
      <h1>{definition.name}, side by side</h1>
      <p className="gt-reading">
        <strong>There is nothing to compare yet.</strong> {why}
      </p>
      <p>
        <a href={`/measures/${definition.code}`}>Back to the measure</a>
      </p>
    </>
  )
}
