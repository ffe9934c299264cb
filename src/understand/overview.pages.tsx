import { assuranceIconSvg, assuranceName, variationRowIconSvg } from '@golden-thread/charts'
import type { Assurance } from '@golden-thread/spc'
import { SelectField, TextField } from '#platform/html/fields.tsx'
import { Markup } from '#platform/html/markup.tsx'
import type { SeriesId } from '#platform/ids.ts'
import { ChanceNote } from '#understand/chanceNote.pages.tsx'
import { type Chosen, type OverviewChoices, unknownSentence } from '#understand/overview.ts'
import { overviewReading } from '#understand/overviewReading.ts'
import { MATRIX_COLUMNS, MATRIX_ROWS, type MatrixRow, matrixRowOf, nameText } from '#understand/overviewRows.ts'
import type { SeriesSummary } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

/** A cell names this many; the rest are counted and stand in the table. */
const MOST_IN_CELL = 8
/** Charts that wait for a decision are named up to here; each is marked in the table. */
const MOST_NAMED = 3

export interface OverviewProps {
  /** Name and code of the organisation. */
  readonly organisation: string
  readonly root: string
  readonly judged: readonly SeriesSummary[]
  readonly tooFew: readonly SeriesSummary[]
  readonly chosen: Chosen
  readonly choices: OverviewChoices
  /** Series that wait for a decision on new limits, with the version that counts something else. */
  readonly undecided: ReadonlyMap<SeriesId, number>
}

/** The reading, the filters and the matrix. The table below them is put together as text: see overviewTable.ts. */
export function OverviewTop(props: OverviewProps) {
  const { judged, tooFew, chosen } = props
  if (judged.length + tooFew.length === 0 && !chosen.isFiltered) return <NoFigures />
  return (
    <>
      <h1>Overview</h1>
      <NotKnown {...props} />
      <div className="gt-opening">
        <Summary {...props} />
        <ChanceNote judged={judged} />
      </div>
      <Undecided {...props} />
      <div className="gt-overview">
        <Filters {...props} />
        {judged.length > 0 && <Matrix {...props} />}
        <p className="gt-filters__link">
          <a href="#filters">Filter by unit, area or verdict</a>
        </p>
      </div>
    </>
  )
}

/** Never silently ignored: what the address asks for and nothing here is called. */
function NotKnown({ chosen }: OverviewProps) {
  if (chosen.unknown.length === 0) return null
  return (
    <div className="gt-panel gt-unknown">
      {chosen.unknown.map((one) => (
        <p key={one.name}>{unknownSentence(one)}</p>
      ))}
    </div>
  )
}

/** Charts whose old and new figures may not belong in one stretch of limits, until somebody decides. */
function Undecided({ judged, tooFew, undecided, root }: OverviewProps) {
  const waiting = [...judged, ...tooFew].filter(({ id }) => undecided.has(id))
  if (waiting.length === 0) return null
  const named = waiting.slice(0, MOST_NAMED)
  return (
    <p className="gt-note gt-undecided__note">
      <b>
        {waiting.length === 1
          ? 'One chart counts something else since its definition changed, and nobody has decided on new limits yet: '
          : `${waiting.length} charts count something else since their definitions changed, and nobody has decided on new limits yet: `}
      </b>
      {named.map((series, place) => (
        <span key={series.id}>
          {place > 0 && ', '}
          <a href={`/series/${series.id}#proposal`}>{nameText(series, root)}</a>
        </span>
      ))}
      {waiting.length > MOST_NAMED && ` and ${waiting.length - MOST_NAMED} more, marked in the table`}.
    </p>
  )
}

function NoFigures() {
  return (
    <>
      <h1>Overview</h1>
      <p className="gt-reading">
        <strong>There are no figures yet.</strong> Bring a file that you have, or define a measure and type its first
        figure. A chart appears with the first figure, limits with the thirteenth.
      </p>
      <p className="gt-actions">
        <a className="gt-button" href="/imports/new">
          Bring a file
        </a>
        <a href="/measures/new">Define a measure</a>
      </p>
    </>
  )
}

function Summary({ judged, tooFew, root }: OverviewProps) {
  if (judged.length + tooFew.length === 0) {
    return (
      <p className="gt-reading">
        <strong>Nothing fits these filters.</strong> <a href="/overview">Show all of our own</a>
      </p>
    )
  }
  const { headline, rest } = overviewReading(judged, tooFew, (series) => nameText(series, root))
  return (
    <p className="gt-reading">
      <strong>{headline}</strong> {rest}
    </p>
  )
}

function Filters({ organisation, chosen, choices }: OverviewProps) {
  const any = { value: '', label: 'Any' }
  return (
    <form
      method="get"
      action="/overview"
      id="filters"
      aria-label="Filter"
      className={`gt-filters${chosen.isFiltered ? ' gt-filters--open' : ''}`}
    >
      <SelectField
        name="unit"
        label="Unit"
        value={chosen.unit ?? ''}
        options={[{ value: '', label: `All of ${organisation}` }, ...choices.units]}
      />
      <SelectField name="area" label="Area" value={chosen.area ?? ''} options={[any, ...choices.areas]} />
      <SelectField
        name="variation"
        label="Variation"
        value={chosen.row ?? ''}
        options={[any, ...MATRIX_ROWS.map((row) => ({ value: row.id, label: row.name }))]}
      />
      <SelectField
        name="assurance"
        label="Assurance"
        value={chosen.assurance ?? ''}
        options={[any, ...MATRIX_COLUMNS.map(({ id }) => ({ value: id, label: assuranceName(id) }))]}
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
      {chosen.sort !== 'variation' && (
        <input type="hidden" name="sort" value={`${chosen.isDescending ? '-' : ''}${chosen.sort}`} />
      )}
      {chosen.iconsOnly && <input type="hidden" name="icons" value="only" />}
      <button type="submit" className="gt-button">
        Show
      </button>
    </form>
  )
}

function Matrix({ judged, root }: OverviewProps) {
  const cells = Map.groupBy(judged, (series) => `${matrixRowOf(series.variation)} ${series.assurance}`)
  return (
    <section>
      <h2 id="matrix">Where each measure stands</h2>
      <table className="gt-matrix" aria-labelledby="matrix">
        <thead>
          <tr>
            <td>
              What the process does{'\u00a0'}↓
              <br />
              Will it reach the target?{'\u00a0'}→
            </td>
            {MATRIX_COLUMNS.map(({ id, note }) => (
              <Head key={id} scope="col" icon={assuranceIconSvg(id, 44)} name={assuranceName(id)} note={note} />
            ))}
          </tr>
        </thead>
        <tbody>
          {MATRIX_ROWS.map((row) => (
            <tr key={row.id}>
              <Head scope="row" icon={variationRowIconSvg(row.id, 44)} name={row.name} note={row.note} />
              {MATRIX_COLUMNS.map(({ id }) => (
                <Cell key={id} row={row.id} column={id} root={root} series={cells.get(`${row.id} ${id}`) ?? []} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface HeadProps {
  readonly scope: 'row' | 'col'
  readonly icon: string
  readonly name: string
  readonly note: string
}

function Head({ scope, icon, name, note }: HeadProps) {
  return (
    <th scope={scope}>
      <span className="gt-matrix__head">
        <Markup html={icon} />
        <span className="gt-matrix__name">
          {name}
          <span className="gt-small">{note}</span>
        </span>
      </span>
    </th>
  )
}

interface CellProps {
  readonly row: MatrixRow
  readonly column: Assurance
  readonly root: string
  readonly series: readonly SeriesSummary[]
}

/** On a phone the count alone, which leads to the group; else the measures with their latest values. */
function Cell({ row, column, root, series }: CellProps) {
  const isStart = row === 'concerning' && column === 'misses' && series.length > 0
  const address = `/overview?variation=${row}&assurance=${column}`
  if (series.length === 0) {
    return (
      <td>
        <span className="gt-matrix__none">None</span>
        <span className="gt-matrix__nought" aria-hidden="true">
          0
        </span>
      </td>
    )
  }
  return (
    <td className={isStart ? 'gt-matrix__start' : undefined}>
      {isStart && <strong className="gt-matrix__begin">Start here</strong>}
      <a className="gt-matrix__count" href={address}>
        {series.length}
      </a>
      <ul className="gt-matrix__list">
        {series.slice(0, MOST_IN_CELL).map((one) => (
          <li key={one.id}>
            <a href={`/series/${one.id}`}>{nameText(one, root)}</a>
            <span className="gt-number">{valueText(one.value, one)}</span>
          </li>
        ))}
      </ul>
      {series.length > MOST_IN_CELL && (
        <a className="gt-matrix__more" href={address}>
          and {series.length - MOST_IN_CELL} more
        </a>
      )}
    </td>
  )
}
