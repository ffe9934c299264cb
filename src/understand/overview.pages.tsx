import { assuranceIconSvg, assuranceName, variationRowIconSvg } from '@golden-thread/charts'
import type { Assurance } from '@golden-thread/spc'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'
import { SelectField, TextField } from '#platform/html/fields.tsx'
import { type MatrixRow, matrixRowOf, placeText } from '#understand/overviewRows.ts'
import type { Chosen, OverviewChoices } from '#understand/overview.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

const ROWS: readonly { readonly id: MatrixRow; readonly name: string; readonly note: string }[] = [
  { id: 'improving', name: 'Improving', note: 'a change for the better' },
  { id: 'commonCause', name: 'No special change', note: 'only chance at work' },
  { id: 'concerning', name: 'Concerning', note: 'a change for the worse' },
  { id: 'changed', name: 'Changed', note: 'no direction is better' },
]

const COLUMNS: readonly { readonly id: Assurance; readonly note: string }[] = [
  { id: 'meets', note: 'every period, as things are' },
  { id: 'hitOrMiss', note: 'chance decides each period' },
  { id: 'misses', note: 'every period, as things are' },
  { id: 'none', note: 'none is set' },
]

/** A cell names this many; the rest are counted and stand in the table. */
const MOST_IN_CELL = 8

export interface OverviewProps {
  readonly organisation: string
  readonly root: string
  readonly judged: readonly SeriesSummary[]
  readonly tooFew: readonly SeriesSummary[]
  readonly chosen: Chosen
  readonly choices: OverviewChoices
  /** Share of steady series that the rules flag at their latest point. */
  readonly chance: number
}

/** The matrix and what leads to it. The table below it is put together as text: see overviewRows.ts. */
export function OverviewTop(props: OverviewProps) {
  const { judged } = props
  return (
    <>
      <h1>Overview</h1>
      <div className="gt-opening">
        <Summary {...props} />
        <ChanceNote {...props} />
      </div>
      <Filters {...props} />
      {judged.length > 0 && <Matrix {...props} />}
    </>
  )
}

function Summary({ judged, tooFew, chosen }: OverviewProps) {
  if (judged.length === 0 && tooFew.length === 0) {
    return chosen.isFiltered ? (
      <p className="gt-reading">
        <strong>Nothing fits these filters.</strong> <a href="/overview">Show all of our own series</a>
      </p>
    ) : (
      <div className="gt-reading">
        <p>
          <strong>There are no figures yet.</strong> Bring a file, or define a measure and type its first figure.
        </p>
        <p className="gt-actions">
          <a className="gt-button" href="/imports/new">
            Bring a file
          </a>
          <a className="gt-button gt-button--second" href="/measures/new">
            Define a measure
          </a>
        </p>
      </div>
    )
  }
  const count = (row: MatrixRow) => judged.filter((series) => matrixRowOf(series.variation) === row).length
  const worst = judged.filter((series) => matrixRowOf(series.variation) === 'concerning' && series.assurance === 'misses')
  const rest = [
    count('changed') > 0 && `${are(count('changed'), 'has', 'have')} changed in a way that is neither.`,
    `${count('commonCause')} show${count('commonCause') === 1 ? 's' : ''} no special change.`,
    worst.length > 0 &&
      `${are(worst.length, 'is', 'are')} getting worse and ${worst.length === 1 ? 'misses its target' : 'miss their targets'} every period: start there.`,
    tooFew.length > 0 && `${are(tooFew.length, 'has', 'have')} too few points yet.`,
  ]
  return (
    <p className="gt-reading">
      <strong>
        {count('concerning')} of {judged.length} series {count('concerning') === 1 ? 'is' : 'are'} getting worse and{' '}
        {count('improving')} {count('improving') === 1 ? 'is' : 'are'} getting better.
      </strong>{' '}
      {rest.filter(Boolean).join(' ')}
    </p>
  )
}

function are(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`
}

function ChanceNote({ judged, chance }: OverviewProps) {
  if (judged.length === 0) return null
  const expected = (chance * judged.length).toFixed(1)
  const flagged = judged.filter((series) => series.variation !== 'commonCause').length
  return (
    <aside className="gt-note">
      <h2>How much of this could be chance?</h2>
      <p>
        A steady process is flagged wrongly about once in {Math.round(1 / chance)} charts. Among {judged.length} charts expect{' '}
        {expected} false signals. There are {flagged} flagged now.
      </p>
    </aside>
  )
}

function Filters({ chosen, choices }: OverviewProps) {
  const any = { value: '', label: 'Any' }
  return (
    <form method="get" action="/overview" className="gt-filters" aria-label="Filter">
      <SelectField name="unit" label="Unit" value={chosen.unit ?? ''} options={[{ value: '', label: 'All units' }, ...choices.units]} />
      <SelectField name="area" label="Area" value={chosen.area ?? ''} options={[any, ...choices.areas]} />
      <SelectField name="variation" label="Variation" value={chosen.row ?? ''} options={[any, ...ROWS.map((row) => ({ value: row.id, label: row.name }))]} />
      <SelectField
        name="assurance"
        label="Assurance"
        value={chosen.assurance ?? ''}
        options={[any, ...COLUMNS.map((column) => ({ value: column.id, label: assuranceName(column.id) }))]}
      />
      <SelectField
        name="holder"
        label="Whose"
        value={chosen.holder}
        options={[
          { value: 'own', label: 'Our own' },
          { value: 'peers', label: 'Peers' },
          { value: 'all', label: 'Both' },
        ]}
      />
      <TextField name="search" label="Name contains" value={chosen.search ?? ''} type="search" />
      {chosen.sort && <input type="hidden" name="sort" value={chosen.sort} />}
      <button type="submit" className="gt-button">
        Show
      </button>
    </form>
  )
}

function Matrix({ judged, root }: OverviewProps) {
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">Where each measure stands</h2>
      <table className="gt-matrix">
        <caption className="gt-hidden">What the process does, by whether it will reach the target</caption>
        <thead>
          <tr>
            <td>
              What the process does ↓<br />
              Will it reach the target? →
            </td>
            {COLUMNS.map((column) => (
              <th key={column.id} scope="col">
                <Markup html={assuranceIconSvg(column.id, 40)} />
                <span>
                  {assuranceName(column.id)}
                  <span className="gt-small">{column.note}</span>
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row.id}>
              <th scope="row">
                <Markup html={variationRowIconSvg(row.id)} />
                <span>
                  {row.name}
                  <span className="gt-small">{row.note}</span>
                </span>
              </th>
              {COLUMNS.map((column) => (
                <Cell
                  key={column.id}
                  row={row.id}
                  column={column.id}
                  root={root}
                  series={judged.filter((one) => matrixRowOf(one.variation) === row.id && one.assurance === column.id)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface CellProps {
  readonly row: MatrixRow
  readonly column: Assurance
  readonly root: string
  readonly series: readonly SeriesSummary[]
}

function Cell({ row, column, root, series }: CellProps) {
  const start = row === 'concerning' && column === 'misses'
  const address = `/overview?variation=${row}&assurance=${column}`
  return (
    <td className={start ? 'gt-matrix__start' : undefined}>
      {start && <strong className="gt-small">Start here</strong>}
      {series.length === 0 && <span className="gt-small">None</span>}
      {series.length > 0 && (
        <>
          <a className="gt-matrix__count" href={address}>
            {series.length}
          </a>
          <ul className="gt-matrix__list">
            {series.slice(0, MOST_IN_CELL).map((one) => (
              <li key={one.id}>
                <a href={`/series/${one.id}`}>{[one.measure.name, placeText(one, root)].filter(Boolean).join(', ')}</a>
                <span className="gt-number">{valueText(one.value, one)}</span>
              </li>
            ))}
          </ul>
          {series.length > MOST_IN_CELL && <a href={address}>and {series.length - MOST_IN_CELL} more</a>}
        </>
      )}
    </td>
  )
}

/** The fragment that is kept for as long as nothing changes. */
export function OverviewBody({ html }: { readonly html: string }) {
  return <MarkupBlock html={html} className="gt-overview" />
}
