import { analyseRuns, runsAnalysis } from '../runs/runsAnalysis.ts'
import type { RunsMethod } from '../runs/runsLimits.ts'
import {
  centreName,
  countOfLast,
  periods,
  periodsInFigures,
  periodsInWords,
  span,
  type Telling,
  theCentre,
  valuesFlagged,
} from '../words/telling.ts'
import type { SignalRule } from './rule.ts'
import { stretches } from './stretches.ts'

/**
 * A run on one side of the centre line that is longer than chance gives among as many points as the phase has. Points on the
 * line, missing ones and excluded ones are passed over: they neither count nor break a run, and are not flagged.
 *
 * @see Anhøj & Olesen 2014, PLoS ONE 9:e113825
 */
export function unusualRun(method: RunsMethod): SignalRule {
  return {
    id: 'unusualRun',
    isOfPhase: true,
    label: (say) => say.rules.unusualRun.label(),
    words: {
      title: (telling) =>
        telling.say.rules.unusualRun.title({
          length: String(telling.signal.points.length),
          limit: limitOf(telling, method),
        }),
      because: (telling) =>
        telling.say.rules.unusualRun.because({
          periods: periods(telling),
          values: valuesFlagged(telling),
          run: periodsInWords(telling, telling.signal.points.length),
          limit: limitOf(telling, method),
          ...place(telling),
        }),
      now: (telling) => {
        const flagged = telling.signal.points.length
        return telling.say.rules.unusualRun.now({
          lastOnes: countOfLast(telling, flagged),
          all: flagged === span(telling) ? 'yes' : 'no',
          limit: limitOf(telling, method),
          ...place(telling),
        })
      },
      short: (telling) =>
        telling.say.rules.unusualRun.short({
          periods: periodsInFigures(telling, telling.signal.points.length),
          ...place(telling),
        }),
    },
    mark({ zones, start, end }, { bits, high, low }) {
      const runs = analyseRuns(zones, start, end, method)
      if (!runs?.signals.includes('longRun')) return
      let first = start
      while (first < end) {
        const side = Math.sign(zones[first]!)
        let after = first
        let count = 0
        for (; after < end && (zones[after] === 0 || Math.sign(zones[after]!) === side); after++) {
          if (zones[after] !== 0) count++
        }
        if (side !== 0 && count > runs.longestRunLimit) {
          for (let i = first; i < after; i++) if (zones[i] !== 0) bits[i] = bits[i]! | (side === 1 ? high : low)
        }
        first = Math.max(after, first + 1)
      }
    },
    find: (judged, marks) => stretches(judged, marks, (at) => judged.zones[at] === 0),
  }
}

function place(telling: Telling) {
  return { side: telling.signal.side, centre: centreName(telling), theCentre: theCentre(telling) }
}

function limitOf({ analysis, signal }: Telling, method: RunsMethod): string {
  return String(runsAnalysis(analysis, { method })[signal.phase - 1]!.longestRunLimit)
}
