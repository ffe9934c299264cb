/**
 * What the pages of docs/methods say of a chart, beside what it says of itself. Nothing reads it when a chart is computed.
 * Formulas are TeX; texts are plain words for an analyst.
 */
export interface ChartAbout {
  readonly formulas: readonly {
    /** "Centre line", "Limits", "Sigma". */
    readonly of: string
    readonly tex: string
  }[]
  /** What the letters stand for. */
  readonly letters: string
  readonly constants?: readonly { readonly value: string; readonly is: string; readonly source: string }[]
  /** What the figures must be, and how many. */
  readonly needs: string
  /** How its points are read, and what they do not say. */
  readonly reads: string
  readonly sources: readonly string[]
  readonly example: ChartExample
}

/** Figures of our own, for its picture. */
export interface ChartExample {
  readonly title: string
  /** Or the values of the samples, a list a point. */
  readonly numerators: readonly number[] | readonly (readonly number[])[]
  readonly denominators?: readonly number[]
  readonly multiplier?: number
  /** What a point is. Default: a month. */
  readonly noun?: 'event'
  readonly direction: 'higher' | 'lower'
}
