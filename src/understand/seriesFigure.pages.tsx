import { type ControlChart, captionFacts, controlChartSvg, legendOf, pointShapeSvg } from '@golden-thread/charts'
import { chartType } from '@golden-thread/spc'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'

interface Props {
  readonly chart: ControlChart
  /** There is no figure yet: the axis alone. */
  readonly isEmpty: boolean
}

/**
 * The chart at the size that fits: desk, phone or print. The style sheet shows one of them; the others are hidden from
 * screen readers too.
 */
export function ChartFigure({ chart, isEmpty }: Props) {
  return (
    <figure className="gt-figure" id="chart">
      <MarkupBlock className="gt-figure__desk" html={controlChartSvg(chart, 'desk')} />
      <MarkupBlock className="gt-figure__phone" html={controlChartSvg(chart, 'phone')} />
      <MarkupBlock className="gt-figure__print" html={controlChartSvg(chart, 'print')} />
      {!isEmpty && <Caption chart={chart} />}
    </figure>
  )
}

function Caption({ chart }: { readonly chart: ControlChart }) {
  const { leftOut } = captionFacts(chart, 'phone')
  const { axisFrom } = captionFacts(chart, 'desk')
  const { analysis } = chart
  const isJudged = analysis.pointsToCome === 0 || analysis.phases.length > 1
  const hasLimits = isJudged && analysis.upper.some((value) => !Number.isNaN(value))
  const kind = `${chartType(analysis.chart).label}${hasLimits ? '; the tint is what chance alone would give' : ''}.`
  return (
    <figcaption>
      {isJudged && (
        <ul className="gt-legend">
          {legendOf(chart).map((entry) => (
            <li key={entry.name}>
              <Markup html={pointShapeSvg(entry)} /> {entry.name}
            </li>
          ))}
        </ul>
      )}
      <p className="gt-small">
        {kind} {axisFrom && `The axis starts at ${axisFrom}. `}
        <a href="#data">The same as a table</a>.
      </p>
      {leftOut > 0 && (
        <p className="gt-small gt-figure__more">
          <a href="?chart=all#chart">Show all {analysis.values.length} on the chart</a>
        </p>
      )}
      {chart.stamp && <p className="gt-small gt-figure__stamp">{chart.stamp}.</p>}
    </figcaption>
  )
}
