import { chartType } from '@golden-thread/spc'
import { kindOf, MEASURE_KINDS } from '#understand/measureKind.ts'

/** Each kind's default chart first, with when to choose another. */
export function ChartsByKind() {
  return (
    <dl className="gt-kinds">
      {MEASURE_KINDS.map(kindOf).map((kind) => (
        <div key={kind.id}>
          <dt>{kind.label}</dt>
          {kind.charts.map(({ chart, when }, index) => (
            <dd key={chart}>
              <b>{chartType(chart).label}</b>
              {index === 0 && ', the usual one'}. {when}
            </dd>
          ))}
        </div>
      ))}
    </dl>
  )
}
