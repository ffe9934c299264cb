import { readFileSync, writeFileSync } from 'node:fs'
import { ADAPTERS } from '../../test/conformance/adapters/index.ts'
import { readVectors, vectorFiles } from '../../test/conformance/vectors.ts'
import { verdictOn } from '../../test/conformance/verdict.ts'

/** How many recorded cases of a tool's chart our engine agrees with; the others are excused, each by a rule with its reason. */
export interface Agreed {
  readonly peer: string
  readonly chart: string
  readonly agree: number
  readonly of: number
}

const FILE = new URL('agreed.json', import.meta.url)

/** What each tool calls our charts. */
const NAMES: Readonly<Record<string, readonly (readonly [peer: string, chart: string])[]>> = {
  xmr: [
    ['NHSRplotthedots', 'xmr'],
    ['qicharts2', 'i'],
    ['PowerBI-SPC', 'i'],
    ['qcc', 'xbar.one'],
  ],
  xmrMedian: [['PowerBI-SPC', 'i_m']],
  xmrMedianRange: [['PowerBI-SPC', 'i_mm']],
  run: [
    ['qicharts2', 'run'],
    ['PowerBI-SPC', 'run'],
  ],
  p: [
    ['qicharts2', 'p'],
    ['PowerBI-SPC', 'p'],
    ['qcc', 'p'],
  ],
  pPrime: [
    ['qicharts2', 'pp'],
    ['PowerBI-SPC', 'pp'],
  ],
  u: [
    ['qicharts2', 'u'],
    ['PowerBI-SPC', 'u'],
    ['qcc', 'u'],
  ],
  uPrime: [
    ['qicharts2', 'up'],
    ['PowerBI-SPC', 'up'],
  ],
  c: [
    ['qicharts2', 'c'],
    ['PowerBI-SPC', 'c'],
    ['qcc', 'c'],
  ],
  g: [
    ['qicharts2', 'g'],
    ['PowerBI-SPC', 'g'],
    ['qcc', 'g'],
  ],
  t: [
    ['qicharts2', 't'],
    ['PowerBI-SPC', 't'],
  ],
  mr: [
    ['qicharts2', 'mr'],
    ['PowerBI-SPC', 'mr'],
  ],
  iPrime: [['qicharts2', 'ip']],
  np: [['qcc', 'np']],
  ewma: [['qcc', 'ewma']],
  cusum: [['qcc', 'cusum']],
  xbar: [
    ['qicharts2', 'xbar'],
    ['PowerBI-SPC', 'xbar'],
    ['qcc', 'xbar'],
  ],
  s: [
    ['qicharts2', 's'],
    ['PowerBI-SPC', 's'],
    ['qcc', 'S'],
  ],
  r: [['qcc', 'R']],
  funnel: ['PR', 'RC', 'SR'].flatMap(
    (kind) =>
      [
        ['FunnelPlotR', `funnel_${kind}`],
        ['PowerBI-Funnels', `funnel_${kind}`],
      ] as const,
  ),
  rebasedRun: [['runcharter', 'run_rebased_median']],
  bernoulliCusum: [['qicharts2', 'bernoulli_cusum']],
}

/** What the last recorded run of the conformance says of one of our charts; empty where no tool that we compare with has it. */
export function agreedOn(chart: string): readonly Agreed[] {
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Agreed[]
  return (NAMES[chart] ?? []).flatMap(([peer, name]) =>
    recorded.filter((one) => one.peer === peer && one.chart === name),
  )
}

/** Runs every case of a folder through the engine, and records the counts. */
export function recordAgreed(folder: string): void {
  const cases = vectorFiles(folder).flatMap((file) => readVectors(folder, file))
  const groups = Map.groupBy(cases, ({ peer, chart }) => `${peer} ${chart}`)
  const counted = [...groups.values()].map((ones): Agreed => {
    const agree = ones.filter((one) => verdictOn(one, ADAPTERS).outcome === 'agree').length
    return { peer: ones[0]!.peer, chart: ones[0]!.chart, agree, of: ones.length }
  })
  writeFileSync(FILE, `${JSON.stringify(counted, null, 2)}\n`)
}
