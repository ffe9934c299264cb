import { Problem } from '#platform/errors.ts'

/** Field name → what to change. Empty when nothing is wrong. */
export type Faults = Readonly<Record<string, string>>

/** What the checks object to, field by field: all of them, so that a form is sent back once. Errors that name no field are thrown on. */
export function faultsOf(...checks: readonly (() => unknown)[]): Faults {
  const faults: Record<string, string> = {}
  for (const check of checks) {
    try {
      check()
    } catch (error) {
      Object.assign(faults, fieldsOf(error))
    }
  }
  return faults
}

/** The fields that an error names. @throws the error itself when it is no Problem, or names none */
export function fieldsOf(error: unknown): Faults {
  if (error instanceof Problem && Object.keys(error.fields).length > 0) return error.fields
  throw error
}

export function hasFaults(faults: Faults): boolean {
  return Object.keys(faults).length > 0
}
