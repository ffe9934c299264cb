import type { Analysis, SeriesInput } from './analysis.ts'
import { chartType } from './charts/index.ts'
import { ENGINE_VERSION } from './engine.ts'
import { judge } from './judge.ts'
import { ruleSetOf } from './rules/ruleSets.ts'
import { VERDICTS } from './verdicts.ts'
import { workspace } from './workspace.ts'

/**
 * Limits, rules and verdicts of one series. Pure: the input is not changed, and the result shares no array with it.
 *
 * @throws SpcInputError for figures that no chart can be made of: arrays of unequal length, infinite numbers, negative
 *   counts, phases out of order. What the data lack (values, points, spread, denominators) is part of the result instead.
 */
export function analyse(input: SeriesInput): Analysis {
  const made = workspace(input.numerators.length)
  const judgement = judge(input, made)
  const type = chartType(input.chart)
  const centreName = type.centreNameBy?.(input.method ?? {})
  return {
    chart: input.chart,
    ruleSet: ruleSetOf(input).id,
    engine: ENGINE_VERSION,
    direction: input.direction,
    values: made.values,
    centre: made.centre,
    lower: made.lower,
    upper: made.upper,
    targets: made.targets,
    verdicts: Array.from(made.verdicts, (code) => VERDICTS[code]!),
    marks: made.marks,
    zones: made.zones,
    excluded: [...(input.excluded ?? [])],
    ...(centreName ? { centreName } : {}),
    ...(type.sums ? { sums: { upper: made.upperSums, lower: made.lowerSums } } : {}),
    ...judgement,
  }
}
