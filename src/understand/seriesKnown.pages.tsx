import { assuranceName, variationName } from '@golden-thread/charts'
import { shortDate, today } from '#understand/period.ts'
import type { JudgedBecause, KnownEntry, SeriesView } from '#understand/series.ts'

/** The newest entries shown; the page Imports has them all. */
const MOST = 24

type JudgedBy = Pick<KnownEntry, 'definitionVersion' | 'engine'>

const REASONS: Record<JudgedBecause, (entry: JudgedBy) => string> = {
  limits: () => 'New limits, the same figures',
  exclusion: () => 'A point left out or taken back in, the same figures',
  definition: ({ definitionVersion }) => `Version ${definitionVersion} of the definition, the same figures`,
  engine: ({ engine }) => `Version ${engine} of the statistics, the same figures`,
}

/** Why a series was judged anew: "New limits, the same figures". */
export function reasonSaid(because: JudgedBecause, by: JudgedBy): string {
  return REASONS[because](by)
}

/** What was imported or judged anew when, by whom, and what the chart said from then on. */
export function KnownWhen({ view }: { readonly view: SeriesView }) {
  if (view.known.length === 0) return null
  return (
    <section>
      <h2 id="known">What was known when</h2>
      <table className="gt-table gt-table--stack" aria-labelledby="known">
        <thead>
          <tr>
            <th scope="col">Known since</th>
            <th scope="col">From</th>
            <th scope="col">Brought by</th>
            <th scope="col">Figures</th>
            <th scope="col">Reading then</th>
          </tr>
        </thead>
        <tbody>
          {view.known.slice(0, MOST).map((entry) => (
            <tr key={`${entry.importId ?? entry.because} ${entry.knownAt.getTime()}`}>
              <th scope="row">{shortDate(today(() => entry.knownAt))}</th>
              <td data-label="From">
                {entry.because ? (
                  reasonSaid(entry.because, entry)
                ) : (
                  <a href={`/imports/${entry.importId}`}>{entry.fileName}</a>
                )}
                {entry.takesBack && ' taken back'}
                {entry.takenBack && !entry.takesBack && <span className="gt-tag">taken back</span>}
              </td>
              <td data-label="Brought by">{entry.by || 'Golden Thread'}</td>
              <td data-label="Figures">{entry.takesBack ? 'as before it' : figures(entry)}</td>
              <td data-label="Reading then">
                {variationName(entry.variation)}, {assuranceName(entry.assurance).toLowerCase()}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <a href={`/series/${view.id}/then-and-now`}>Verdict then and now, and why they differ</a>
      </p>
    </section>
  )
}

function figures({ periods, restated }: KnownEntry): string {
  if (periods.length === 0) return 'none new'
  if (periods.length === 1) return restated === 1 ? 'one, restated' : 'one'
  return [`${periods.length} in all`, restated > 0 && `${restated} of them restated`].filter(Boolean).join(', ')
}
