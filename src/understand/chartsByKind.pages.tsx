import { CHART_TYPES } from '@golden-thread/spc'
import { kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'

/** Each kind's default chart first, with when to choose another. */
export function ChartsByKind() {
  const labels = new Map(CHART_TYPES.map(({ id, label }) => [id, label]))
  return (
    <dl className="gt-kinds">
      {MEASURE_KINDS.map(kindOf).map((kind) => (
        <div key={kind.id}>
          <dt>{kind.label}</dt>
          {kind.charts.map(({ chart, when }, index) => (
            <dd key={chart}>
              <b>{labels.get(chart) ?? chart}</b>
              {index === 0 && ', the usual one'}. {when}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
