/** What one chart can be given out as, made only when it is asked for. */
export interface Answer {
  /** For JSON. */
  results(): unknown
  /** For people, ended by a line end. */
  text(): string
  /** A file of its own. */
  svg(): string
}
