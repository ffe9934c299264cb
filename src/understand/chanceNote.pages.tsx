import { byChance } from '#understand/chance.ts'
import { countedCharts } from '#understand/overviewReading.ts'
import type { SeriesSummary } from '#understand/series.ts'

interface Props {
  /** Those of the charts shown that have verdicts. */
  readonly judged: readonly SeriesSummary[]
  readonly level?: 2 | 3
}

/** Stands wherever many charts stand together: how many would be flagged if nothing had changed in any of them. */
export function ChanceNote({ judged, level = 2 }: Props) {
  if (judged.length === 0) return null
  const Heading = `h${level}` as const
  const flagged = judged.filter((series) => series.variation !== 'commonCause').length
  const { oneIn, expected } = byChance(judged)
  return (
    <aside className="gt-note">
      <Heading>How much of this could be chance?</Heading>
      <p>
        A steady process is flagged wrongly about once in {oneIn} charts. Among {countedCharts(judged)} expect{' '}
        {expected.toFixed(1)} false signals. There {flagged === 1 ? 'is' : 'are'} {flagged} flagged today.
      </p>
    </aside>
  )
}
