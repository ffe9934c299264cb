import type { Plan } from '#demo/plan.ts'
import { checkDefinition, type MeasureDefinition } from '#understand/measure.ts'

/** A plan's measure with what its kind says by default. @throws Error for a plan that is not a measure: a fault of ours */
export function definitionOf({ measure }: Plan): MeasureDefinition {
  const outcome = checkDefinition({ period: 'month', ...measure })
  if ('definition' in outcome) return outcome.definition
  throw new Error(`${measure.code}: ${outcome.faults.map(({ field, message }) => `${field}: ${message}`).join('; ')}`)
}

/** The stream of random numbers of a measure, or of a ward's share of it. */
export function seedOf(plan: Plan, holder = ''): string {
  return `wexcombe ${plan.measure.code} ${holder}`
}
