import type { OrganisationDb } from '#platform/database.ts'
import { matrixRowOf } from '#understand/overviewRows.ts'
import { listImports } from '#understand/imports.store.ts'
import { listSummaries } from '#understand/series.store.ts'
import { dayText } from '#understand/series.chart.ts'

/** What is changing among our own series, or what to do first. */
export async function overviewCard(db: OrganisationDb) {
  const judged = (await listSummaries(db)).filter((series) => !series.tooFew)
  if (judged.length === 0) return <FirstSteps />
  const count = (row: string) => judged.filter((series) => matrixRowOf(series.variation) === row).length
  const worst = judged.filter((series) => matrixRowOf(series.variation) === 'concerning').slice(0, 5)
  return (
    <>
      <h2>What is changing</h2>
      <p className="gt-reading">
        <strong>
          {count('concerning')} of {judged.length} series are getting worse and {count('improving')} are getting better.
        </strong>
      </p>
      {worst.length > 0 && (
        <ul className="gt-list">
          {worst.map((series) => (
            <li key={series.id}>
              <a href={`/series/${series.id}`}>{series.measure.name}</a>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a className="gt-button" href="/overview">
          See where each measure stands
        </a>
      </p>
    </>
  )
}

export async function importsCard(db: OrganisationDb) {
  const latest = (await listImports(db, 3)).filter((one) => one.state === 'accepted')
  if (latest.length === 0) return null
  return (
    <>
      <h2>Newest figures</h2>
      <ul className="gt-list">
        {latest.map((one) => (
          <li key={one.id}>
            <a href={`/imports/${one.id}`}>{one.fileName}</a>
            <span className="gt-small">
              {one.acceptedAt && dayText(one.acceptedAt)}, {one.summary.series} series
            </span>
          </li>
        ))}
      </ul>
      <p>
        <a className="gt-button gt-button--second" href="/imports/new">
          Bring a file
        </a>
      </p>
    </>
  )
}

function FirstSteps() {
  return (
    <>
      <h2>Begin here</h2>
      <ol className="gt-list">
        <li>
          <a href="/imports/new">Bring a file</a> that you already have. You see what it would change before it does.
        </li>
        <li>
          Or <a href="/measures/new">define a measure</a> and type its first figure.
        </li>
        <li>
          <a href="/units">Draw up your units</a>: sites, divisions, wards.
        </li>
      </ol>
    </>
  )
}
