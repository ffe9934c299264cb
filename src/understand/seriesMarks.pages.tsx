import { pointShapeSvg, signalLetters } from '@golden-thread/charts'
import { explain } from '@golden-thread/spc'
import { ChooseFirst } from '#organisation/chooseFirst.tsx'
import { Markup } from '#platform/html/markup.tsx'
import { possibleStarts } from '#understand/limitsStart.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import { periodLabel } from '#understand/period.ts'
import type { SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { wordingOf } from '#understand/wording.ts'

/** Every signal with the letter it has on the chart, newest first: rule, window, numbers. */
export function WhyMarked({ view }: { readonly view: SeriesView }) {
  if (view.analysis.pointsToCome > 0 && view.analysis.phases.length <= 1) return null
  if (view.signals.length === 0) return view.analysis.latest < 0 ? null : <NothingMarked />
  const letters = signalLetters(view.signals)
  const wording = wordingOf(view.definition, view.observations)
  const newestFirst = view.signals.map((signal, place) => ({ signal, letter: letters[place]! })).reverse()
  return (
    <section aria-labelledby="why">
      <h2 id="why">Why these points are marked</h2>
      <ul className="gt-signals">
        {newestFirst.map(({ signal, letter }) => {
          const { title, text } = explain(signal, view.analysis, wording, ruleSetOf(view.definition))
          const shape = { form: signal.verdict, ring: signal.rule === 'outside', name: '' }
          return (
            <li key={letter}>
              <Markup html={pointShapeSvg(shape)} />
              <div>
                <strong>
                  {letter}&ensp;{title}
                </strong>
                <p>{text}</p>
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function NothingMarked() {
  return (
    <section aria-labelledby="why">
      <h2 id="why">No point is marked</h2>
      <p>No rule found a special change: the ups and downs are what chance gives. Look for no reason behind any one.</p>
    </section>
  )
}

interface ProposalProps {
  readonly view: SeriesView
  /** Whether one has chosen whom one acts as. */
  readonly isSomebody: boolean
}

/** A change of definition proposes new limits; a person decides. */
export function Proposal({ view, isSomebody }: ProposalProps) {
  const { proposedPhase, id } = view
  if (!proposedPhase) return null
  const first = possibleStarts(view).findLast((period) => period >= proposedPhase.start)
  const start = periodLabel(proposedPhase.start, calendarOf(view.definition))
  return (
    <section className="gt-panel" aria-labelledby="proposal">
      <h2 id="proposal">Set new limits from {start}?</h2>
      <p>
        Version {proposedPhase.version} of the definition counts something else ({proposedPhase.why}). Old and new
        figures may not belong in one stretch. It is your decision: the reason you give stays on the chart.
      </p>
      {first === undefined ? (
        <p>The first figure from then on is still to come: with it you can compare the limits with and without.</p>
      ) : (
        <p className="gt-actions">
          <a className="gt-button gt-button--second" href={`/series/${id}/limits?start=${first}`}>
            Compare with and without
          </a>
        </p>
      )}
      {isSomebody ? (
        <Keep at={`/series/${id}`} version={proposedPhase.version} />
      ) : (
        <ChooseFirst to="say why the limits stay" back={`/series/${id}`} />
      )}
    </section>
  )
}

function Keep({ at, version }: { readonly at: string; readonly version: number }) {
  return (
    <form method="post" action={`${at}/limits/keep`}>
      <input type="hidden" name="version" value={version} />
      <label className="gt-label" htmlFor="keep-reason">
        Not now, because
      </label>
      <input className="gt-input" id="keep-reason" name="reason" required maxLength={300} autoComplete="off" />
      <p className="gt-actions">
        <button type="submit" className="gt-button gt-button--second">
          Keep the limits
        </button>
      </p>
    </form>
  )
}
