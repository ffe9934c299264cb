import type { Choices } from '#main/commands/spc/choices.ts'
import { Problem } from '#platform/errors.ts'

/** Options that mean something only in order of time. */
const OF_TIME = ['rules', 'baseline', 'phases', 'excluded', 'notes', 'repeats'] as const

/**
 * @param also options beside those of time that this chart does not have
 * @throws Problem where an option is given that it would pass over in silence
 */
export function refuseTime(choices: Choices, also: readonly 'method'[] = []): void {
  const given = [...OF_TIME, ...also].filter((name) => {
    const value = choices[name]
    return value !== undefined && (!Array.isArray(value) || value.length > 0)
  })
  if (given.length === 0) return
  const names = given.map((name) => `--${OPTION_OF[name] ?? name}`).join(', ')
  throw new Problem('invalid', `${names}: a ${choices.chart} chart has no use for it. Leave it out`)
}

const OPTION_OF: Readonly<Partial<Record<string, string>>> = {
  phases: 'phase',
  excluded: 'exclude',
  notes: 'note',
}
