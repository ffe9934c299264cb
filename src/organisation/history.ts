import { KINDS } from '#organisation/kinds.ts'
import type { Unit } from '#organisation/organisation.ts'

/** One field that a change altered, in the words of the page. */
export interface Change {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** How the fields of units and people are called, in the order of their forms. */
const FIELDS: readonly (readonly [string, string])[] = [
  ['name', 'Name'],
  ['code', 'Code'],
  ['kind', 'What it is'],
  ['parent', 'It belongs to'],
  ['email', 'E-mail address'],
  ['job', 'Job'],
  ['unit', 'Unit'],
]

/** What a recorded change altered, field by field; empty for happenings that hold no change. */
export function changesIn(
  detail: Readonly<Record<string, unknown>>,
  unitName: (id: string) => string,
): readonly Change[] {
  const [before, after] = [textsOf(detail.before), textsOf(detail.after)]
  const say = (name: string, value: string) => {
    if (name === 'parent' || name === 'unit') return unitName(value)
    return name === 'kind' ? (KINDS[value as Unit['kind']] ?? value) : value
  }
  return FIELDS.flatMap(([name, field]) => {
    const [from, to] = [before[name] ?? '', after[name] ?? '']
    return from === to ? [] : [{ field, from: say(name, from), to: say(name, to) }]
  })
}

/** The fields as they were before a change, as a form holds them. */
export function beforeOf(detail: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  return textsOf(detail.before)
}

function textsOf(fields: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(fields ?? {}).map(([name, value]) => [name, String(value ?? '')]))
}
