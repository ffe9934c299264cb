import { assuranceName, variationName } from '@golden-thread/charts'
import { type RebaseSuggestion, rebaseWords } from '@golden-thread/spc'
import { ChooseFirst } from '#organisation/chooseFirst.tsx'
import type { DeclinedRebase } from '#understand/declinedRebase.ts'
import { periodLabel } from '#understand/period.ts'
import { dayText } from '#understand/series.chart.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { valueText, wordingOf } from '#understand/wording.ts'

interface Props {
  readonly view: SeriesView
  readonly suggestion: RebaseSuggestion
  /** Whether one has chosen whom one acts as. */
  readonly isSomebody: boolean
}

/** New limits that the figures ask for, with what speaks for and against. A person decides; nothing happens by itself. */
export function SuggestedLimits({ view, suggestion, isSomebody }: Props) {
  const { definition, observations, id } = view
  const words = rebaseWords(suggestion, wordingOf(definition, observations))
  const start = observations.periods[suggestion.start]!
  return (
    <section className="gt-panel" aria-labelledby="suggested">
      <h2 id="suggested">Suggested: new limits from {periodLabel(start, calendarOf(definition))}</h2>
      <p>
        <strong>{words.headline}</strong> Nothing changes unless you decide it.
      </p>
      <details className="gt-details" open>
        <summary>What speaks for it</summary>
        <ul className="gt-says">
          {[...words.evidence, whatIsSaid(suggestion), words.chance].map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </details>
      {words.against.length > 0 && (
        <details className="gt-details" open>
          <summary>What speaks against it</summary>
          <ul className="gt-says">
            {words.against.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
      <form method="get" action={`/series/${id}/limits`} className="gt-actions">
        <input type="hidden" name="start" value={start} />
        <input type="hidden" name="suggested" value="yes" />
        <button type="submit" className="gt-button">
          Compare, then set new limits
        </button>
      </form>
      {isSomebody ? (
        <Decline at={`/series/${id}`} start={start} />
      ) : (
        <ChooseFirst to="say why the limits stay" back={`/series/${id}`} />
      )}
    </section>
  )
}

function Decline({ at, start }: { readonly at: string; readonly start: number }) {
  return (
    <form method="post" action={`${at}/limits/decline`}>
      <input type="hidden" name="start" value={start} />
      <label className="gt-label" htmlFor="decline-reason">
        No, because
      </label>
      <input className="gt-input" id="decline-reason" name="reason" required maxLength={300} autoComplete="off" />
      <p className="gt-actions">
        <button type="submit" className="gt-button gt-button--second">
          Keep the limits as they are
        </button>
      </p>
    </form>
  )
}

/** What the chart says now, and what it would say. */
function whatIsSaid({ said: { now, anew } }: RebaseSuggestion): string {
  const words = ({ variation, assurance }: typeof now) =>
    `${variationName(variation).toLowerCase()}, ${assuranceName(assurance).toLowerCase()}`
  return words(now) === words(anew)
    ? `The chart would go on saying: ${words(now)}.`
    : `The chart says now: ${words(now)}. It would say: ${words(anew)}.`
}

/** Every suggestion that somebody declined: when, why, and whether it is asked again since. */
export function DeclinedRecord({
  view,
  declined,
}: {
  readonly view: SeriesView
  readonly declined: readonly DeclinedRebase[]
}) {
  if (declined.length === 0) return null
  return (
    <section aria-labelledby="declined">
      <h2 id="declined">Suggested limits, declined</h2>
      <ul className="gt-plain">
        {declined.map((one) => (
          <li key={one.id}>
            <strong>From {periodLabel(one.start, calendarOf(view.definition))}.</strong> {one.reason}
            <span className="gt-small">
              {one.recordedBy}, {dayText(one.recordedAt)}; {one.points} figures with a mean of{' '}
              {valueText(one.mean, view.definition)} then
            </span>
            {one.undone ? (
              <span className="gt-small">
                Asked again: {one.undone.by}, {dayText(one.undone.at)}
              </span>
            ) : (
              <form method="post" action={`/series/${view.id}/limits/declined/${one.id}/undo`}>
                <button type="submit" className="gt-link">
                  Ask again
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
