/** What can go wrong for reasons the user can act on. Anything else is a bug and stays a plain Error. */
export type ProblemCode = 'not-found' | 'not-allowed' | 'invalid' | 'conflict' | 'too-large'

/** Thrown anywhere; turned into an HTTP status or an exit code in one place. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly code: ProblemCode
  /** Field name → what to change; shown beside the field. */
  readonly fields: Readonly<Record<string, string>>

  constructor(code: ProblemCode, message: string, fields: Readonly<Record<string, string>> = {}) {
    super(message)
    this.code = code
    this.fields = fields
  }
}
