import { type ControlChart, tableOf } from '@golden-thread/charts'
import { kindOf } from '#understand/measureKind.ts'
import { shortLabel } from '#understand/period.ts'
import { dayText } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText } from '#understand/wording.ts'

const LATEST = 12

interface Props {
  readonly view: SeriesView
  readonly chart: ControlChart
  readonly all: boolean
}

/** The chart as a table, newest first; a missing period keeps its row. */
export function DataTable({ view, chart, all }: Props) {
  const rows = tableOf(chart).toReversed()
  if (rows.length === 0) return null
  const { definition, observations } = view
  const kind = kindOf(definition.kind)
  const hasSample = definition.kind === 'average' && observations.denominators !== null
  const shown = all ? rows : rows.slice(0, LATEST)
  const calendar = calendarOf(definition)
  const whole = (value: number | undefined) =>
    value === undefined || Number.isNaN(value) ? '–' : value.toLocaleString('en-GB')
  return (
    <section aria-labelledby="data">
      <div className="gt-title">
        <h2 id="data">Data</h2>
        <p className="gt-small gt-aside">
          {!all && rows.length > LATEST && <a href="?all=yes#data">Show all {rows.length}</a>}{' '}
          <a href={`/series/${view.id}/data.csv`}>CSV</a> <a href={`/series/${view.id}/data.xlsx`}>XLSX</a>
        </p>
      </div>
      <div className="gt-scroll" tabIndex={0} role="region" aria-labelledby="data">
        <table className="gt-table">
          <thead>
            <tr>
              <th scope="col">Period</th>
              <th scope="col" className="gt-number">
                Value
              </th>
              {kind.divides && (
                <>
                  <th scope="col" className="gt-number">
                    {definition.numerator || 'Numerator'}
                  </th>
                  <th scope="col" className="gt-number">
                    {definition.denominator || 'Denominator'}
                  </th>
                </>
              )}
              {hasSample && (
                <th scope="col" className="gt-number">
                  Size
                </th>
              )}
              <th scope="col" className="gt-number">
                Lower limit
              </th>
              <th scope="col" className="gt-number">
                Centre
              </th>
              <th scope="col" className="gt-number">
                Upper limit
              </th>
              <th scope="col" className="gt-number">
                Target
              </th>
              <th scope="col">Reading</th>
              <th scope="col">Known since</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => {
              const history = view.history[row.index]!
              const isKnown = history.knownAt.getTime() > 0
              return (
                <tr key={row.index}>
                  <th scope="row">
                    {shortLabel(observations.periods[row.index]!, calendar)}{' '}
                    {row.provisional && <span className="gt-tag">provisional</span>}
                  </th>
                  <td className="gt-number gt-strong">{row.value}</td>
                  {kind.divides && (
                    <>
                      <td className="gt-number">{whole(observations.numerators[row.index])}</td>
                      <td className="gt-number">{whole(observations.denominators?.[row.index])}</td>
                    </>
                  )}
                  {hasSample && <td className="gt-number">{whole(observations.denominators?.[row.index])}</td>}
                  <td className="gt-number">{row.lower || '–'}</td>
                  <td className="gt-number">{row.centre || '–'}</td>
                  <td className="gt-number">{row.upper || '–'}</td>
                  <td className="gt-number">{row.target || '–'}</td>
                  <td>{row.verdict}</td>
                  <td>
                    {isKnown && dayText(history.knownAt)}
                    {history.earlier.map((known) => (
                      <span className="gt-small" key={known.knownAt.getTime()}>
                        restated;{' '}
                        {valueText(known.value === null ? null : known.value * definition.multiplier, definition)} on{' '}
                        {dayText(known.knownAt)}
                      </span>
                    ))}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
