import type { Plan } from '#demo/plan.ts'
import { DISCHARGE } from '#demo/plans/discharge.ts'
import { EMERGENCY } from '#demo/plans/emergency.ts'
import { PATIENTS } from '#demo/plans/patients.ts'
import { PEOPLE_AND_OPERATIONS } from '#demo/plans/people.ts'
import { PLANNED } from '#demo/plans/planned.ts'
import { SAFETY } from '#demo/plans/safety.ts'

/** Every measure of the demonstration trust. */
export const PLANS: readonly Plan[] = [
  ...EMERGENCY,
  ...DISCHARGE,
  ...PLANNED,
  ...SAFETY,
  ...PATIENTS,
  ...PEOPLE_AND_OPERATIONS,
]
