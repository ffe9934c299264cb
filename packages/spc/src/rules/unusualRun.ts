import { analyseRuns, runsAnalysis } from '../runs/runsAnalysis.ts'
import type { RunsMethod } from '../runs/runsLimits.ts'
import { counted, inFigures, inWords } from '../words/counting.ts'
import { centreName, lastOnes, periods, range, sideWords, span, type Telling, theCentre } from '../words/telling.ts'
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
    label: 'a run on one side of the centre line that is longer than chance gives among as many points',
    words: {
      title: (telling) =>
        `one unusually long run of ${telling.signal.points.length} (limit ${limitOf(telling, method)})`,
      because: (telling) => {
        const { signal, analysis, wording } = telling
        const values = range(
          signal.points.map((at) => analysis.values[at]!),
          wording,
        )
        const run = `${counted(signal.points.length, wording.noun)} ${sideWords(telling).beyond}`
        return `${periods(telling)}, ${values}: ${run} ${theCentre(telling)}; chance gives up to ${limitOf(telling, method)} in a row`
      },
      now: (telling) =>
        `${subjectOf(telling)} ${sideWords(telling).beyond} ${theCentre(telling)}, where chance gives up to ${limitOf(telling, method)} in a row: the process has changed`,
      short: (telling) => {
        const { signal, analysis, wording } = telling
        return `${inFigures(signal.points.length, wording.noun)} ${sideWords(telling).beyond} the ${centreName(analysis)}`
      },
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

/** "the last nine months are all", or "nine of the last ten months are" where some lie on the line or have no value. */
function subjectOf(telling: Telling): string {
  const flagged = telling.signal.points.length
  return flagged === span(telling) ? `${lastOnes(telling)} are all` : `${inWords(flagged)} of ${lastOnes(telling)} are`
}

function limitOf({ analysis, signal }: Telling, method: RunsMethod): number {
  return runsAnalysis(analysis, { method })[signal.phase - 1]!.longestRunLimit
}
