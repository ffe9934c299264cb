import type { RebasedRun } from '@golden-thread/spc'
import type { ControlChart } from './chart.ts'

/** What a re-based run chart adds to a chart: where each median begins and ends, and which values it is of. */
export function rebasedParts(
  { analysis, medians }: RebasedRun,
  { time }: Pick<ControlChart, 'time'>,
): Pick<ControlChart, 'analysis' | 'phaseNotes' | 'centreOf'> {
  const name = (index: number) => time[index]?.short ?? time[index]?.label ?? ''
  const phaseNotes = medians.map(({ kind, from, end }) => {
    const index = kind === 'baseline' ? 0 : from
    return { index, title: name(index), detail: `to ${name(end - 1)}` }
  })
  return { analysis, phaseNotes, centreOf: medians.map(({ from, to }) => ({ from, to })) }
}
