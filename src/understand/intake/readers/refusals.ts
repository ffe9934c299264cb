import { Problem } from '#platform/errors.ts'
import { LIMITS } from '#understand/intake/readers/reader.ts'

/** Why a file is not read: sentences with the place, what stands there, and what to do. */

export function tooManyColumns(columns: number, where: string): Problem {
  return new Problem(
    'too-large',
    `${where} has ${counted(columns)} columns, and at most ${counted(LIMITS.columns)} can be read. Save only the columns that are needed, and bring the file again.`,
  )
}

export function tooManyRows(limit: number): Problem {
  return new Problem('too-large', `The file has more than ${counted(limit)} rows. Bring it in parts.`)
}

export function tooLarge(what: string): Problem {
  return new Problem(
    'too-large',
    `${what} Save only the sheets and columns that are needed, as CSV if you can, and bring the file again.`,
  )
}

export function broken(what: string): Problem {
  return new Problem('invalid', `${what} Open it where it was made, save it again, and bring it once more.`)
}

export function counted(number: number): string {
  return number.toLocaleString('en-GB')
}
