import { type Analysis, explain, verdictsAt } from '@golden-thread/spc'
import type { Told } from '#main/commands/spc/controlChart.ts'

/** The results for another program: null where there is no such number. */
export function results({ title, analysis, found, rules, figures, wording, said, choices }: Told): unknown {
  const { timeline } = figures
  const period = (index: number) => timeline.periods[index]!.label
  return {
    title,
    chart: analysis.chart,
    rules: { id: rules.id, version: rules.version, citation: rules.citation },
    engine: analysis.engine,
    better: analysis.direction,
    variation: analysis.variation,
    assurance: analysis.assurance,
    latest: analysis.latest < 0 ? null : period(analysis.latest),
    pointsToCome: analysis.pointsToCome,
    reading: said,
    phases: analysis.phases.map(({ number, start, end, ...phase }) => ({
      number,
      from: period(start),
      to: period(end - 1),
      reason: choices.phases.find((one) => timeline.place(one) === start)?.text || null,
      ...phase,
    })),
    points: timeline.periods.map(({ label }, i) => ({
      period: label,
      numerator: orNull(figures.numerators[i]),
      ...(figures.denominators && { denominator: orNull(figures.denominators[i]) }),
      ...(figures.samples && { size: figures.samples.sizes[i] }),
      value: orNull(analysis.values[i]),
      ...(analysis.sums && { upperSum: orNull(analysis.sums.upper[i]), lowerSum: orNull(analysis.sums.lower[i]) }),
      centre: orNull(analysis.centre[i]),
      lower: orNull(analysis.lower[i]),
      upper: orNull(analysis.upper[i]),
      target: orNull(analysis.targets[i]),
      phase: phaseOf(analysis, i),
      excluded: analysis.excluded?.includes(i) ?? false,
      verdict: analysis.verdicts[i],
      verdicts: verdictsAt(analysis, i, rules),
      rules: [...new Set(found.filter(({ points }) => points.includes(i)).map(({ rule }) => rule))],
    })),
    signals: found.map((signal) => ({
      rule: signal.rule,
      side: signal.side,
      verdict: signal.verdict,
      from: period(signal.from),
      to: period(signal.to),
      points: signal.points.map(period),
      ...explain(signal, analysis, wording, rules),
    })),
  }
}

function phaseOf({ phases }: Analysis, at: number): number | null {
  return phases.find(({ start, end }) => start <= at && at < end)?.number ?? null
}

function orNull(value: number | undefined): number | null {
  return value === undefined || !Number.isFinite(value) ? null : value
}
