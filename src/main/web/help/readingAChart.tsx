import { controlChartSvg, legendOf, pointShapeSvg } from '@golden-thread/charts'
import { beforeNoon } from '@golden-thread/charts/gallery'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'

const PARTS: readonly (readonly [string, string])[] = [
  ['Points and their line', 'one value for each month, week or day, in order of time.'],
  ['Mean', 'the solid line: what the process gives on average. On a run chart it is the median.'],
  [
    'Limits',
    'the dashed lines: nearly all values of a steady process lie between them. The tint is the expected range.',
  ],
  ['Target', 'the heavy dashed line: what somebody wants. The process does not know it.'],
  [
    'New limits',
    'where a process was changed for good, its mean and limits are worked out anew from there. Who decided so, when and why stays on the chart.',
  ],
  ['A gap', 'a period without a figure keeps its place: the line breaks, nothing is closed up.'],
  ['Hollow points', 'provisional figures: they may still change.'],
]

const RULES: readonly (readonly [string, string])[] = [
  ['Outside the limits', 'one point beyond a limit.'],
  ['A shift', 'seven or more points in a row on one side of the mean.'],
  ['A trend', 'seven or more points in a row, each higher, or each lower, than the one before.'],
  ['Two of three', 'two of three points in a row close to the same limit.'],
]

/** For a person who has never seen one. */
export function ReadingAChart() {
  const chart = beforeNoon('help')
  return (
    <>
      <p className="gt-lead">
        Figures always move a little. A control chart tells you when they move more than chance would make them, so that
        you ask why only when there is something to find.
      </p>
      <figure className="gt-figure">
        <MarkupBlock className="gt-figure__desk" html={controlChartSvg(chart, 'desk')} />
        <MarkupBlock className="gt-figure__phone" html={controlChartSvg(beforeNoon('help-phone'), 'phone')} />
        <figcaption>
          <ul className="gt-legend">
            {legendOf(chart).map((entry) => (
              <li key={entry.name}>
                <Markup html={pointShapeSvg(entry)} /> {entry.name}
              </li>
            ))}
          </ul>
          <p className="gt-small">
            A fictional trust: patients discharged before noon, as a share of those going home.
          </p>
        </figcaption>
      </figure>
      <h2>Begin with the sentence above the chart</h2>
      <p>
        It says what the process does, and whether it will reach its target. Then look at the chart to see why. Every
        figure in the sentence stands in the table beneath.
      </p>
      <h2>What is on it</h2>
      <Terms terms={PARTS} />
      <h2>When a point is marked</h2>
      <p>
        A point has a shape of its own when one of four rules finds something that a steady process rarely does. Under
        each chart stands which rule it was, and which figures made it.
      </p>
      <Terms terms={RULES} />
      <h2>What to do</h2>
      <p>
        <strong>Nothing special?</strong> Do not explain single ups and downs: they have no cause of their own. If the
        process is not good enough, the process itself must change.
      </p>
      <p>
        <strong>Something special?</strong> Find out what was different then. If it helped, keep it. If it harmed, stop
        it from coming back.
      </p>
      <p>
        Even a steady process is marked now and then. The overview says how many marks chance alone would give among the
        charts that you look at.
      </p>
      <h2>Why 13 points</h2>
      <p>
        Limits from a handful of figures would move with each new one. With fewer than 13 points a chart shows its line
        alone, and says how many are still to come.
      </p>
      <p>
        The rules and limits are those of the NHS’s “Making Data Count”. <a href="/help/icons">What the icons mean</a>.{' '}
        <a href="/gallery">Every kind of chart</a>.
      </p>
    </>
  )
}

function Terms({ terms }: { readonly terms: readonly (readonly [string, string])[] }) {
  return (
    <dl className="gt-definition">
      {terms.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  )
}
