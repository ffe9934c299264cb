/** An option, for people who choose: the question that it answers, its values, and which tools of the field do which. */
export interface OptionAbout {
  readonly name: string
  readonly question: string
  readonly takes: 'switch' | 'number' | 'choice' | 'table'
  /** The default first. */
  readonly values: readonly OptionValue[]
  /** Number of the record in docs/decisions that says why the default is ours. */
  readonly decision: number
}

interface OptionValue {
  /** As it is written in code: `true`, `2.66`, `break`; or in words what numbers it stands for. */
  readonly value: string
  readonly means: string
  /** Tools, or books, that do so; empty where none that we compare with does. */
  readonly tools: readonly string[]
}
