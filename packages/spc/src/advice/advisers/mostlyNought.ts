import type { Direction, SeriesInput } from '../../analysis.ts'
import { messagesOf } from '../../messages/index.ts'
import { nouns, percent, someOfThe } from '../../words/counting.ts'
import { type Examined, isCounted } from '../examined.ts'
import type { Adviser, Redrawn } from './advice.ts'

/** More periods than this without an event: what lies between events says more than how many a period has. */
const MOST_NOUGHT = 0.5
const FEWEST_POINTS = 10
/** Fewer than this many distances between events make no chart. */
const FEWEST_BETWEEN = 5

/** What lies between two events is counted in. */
const BETWEEN = { count: 'periods', proportion: 'cases', rate: 'activity' } as const

const OTHER_WAY: Record<Direction, Direction> = { higher: 'lower', lower: 'higher', neither: 'neither' }

/** Events so rare that most periods have none: the distance between them is watched instead of their number. */
export const mostlyNought: Adviser = {
  id: 'mostlyNought',
  citation: 'Benneyan 2001, Health Care Management Science 4:305; Provost & Murray 2011, The Health Care Data Guide',
  advise(examined, wording) {
    const { input, numerators } = examined
    if (!isCounted(input.kind) || numerators.length < FEWEST_POINTS) return null
    const none = numerators.filter((count) => count === 0).length
    const share = none / numerators.length
    if (!(share > MOST_NOUGHT) || none === numerators.length) return null
    const chart = input.kind === 'rate' ? 't' : 'g'
    const say = messagesOf(wording)
    const { why, share: name } = say.advice.advisers.mostlyNought
    return {
      chart,
      why: why({
        some: someOfThe(say, none, numerators.length, wording.noun),
        ...{ chart, between: BETWEEN[input.kind], nouns: nouns(say, 2, wording.noun) },
      }),
      reasons: [{ name: name(), is: share, said: percent(say, share) }],
      redrawn: betweenEvents(examined, chart),
    }
  },
}

/**
 * What lies between one event and the next: of counts the periods without one; of proportions and rates their denominators,
 * shared evenly among the events of a period since nobody knows their days. The first event has nothing before it.
 */
function betweenEvents({ input, places, numerators, sizes }: Examined, chart: 'g' | 't'): Redrawn | null {
  const at: number[] = []
  const between: number[] = []
  let since = 0
  for (const [i, count] of numerators.entries()) {
    if (!Number.isInteger(count) || count < 0) return null
    const step = input.kind === 'count' ? (count === 0 ? 1 : 0) : sizes[i]! / Math.max(1, count)
    for (let event = 0; event < count; event++) {
      at.push(places[i]!)
      const distance = since + step
      between.push(input.kind === 'proportion' ? Math.max(0, Math.round(distance) - 1) : distance)
      since = 0
    }
    if (count === 0) since += step
  }
  if (between.length - 1 < FEWEST_BETWEEN) return null
  const series: SeriesInput = { chart, numerators: between.slice(1), direction: OTHER_WAY[input.direction] }
  return { series: { ...series, ...(input.ruleSet !== undefined && { ruleSet: input.ruleSet }) }, at: at.slice(1) }
}
