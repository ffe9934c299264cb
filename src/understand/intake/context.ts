import type { MeasureDefinition } from '#understand/measure.ts'

/** What is known before a file is read: whose file it is, and what would be recognised in it. */
export interface IntakeContext {
  /** ODS code of our own organisation; empty when unknown. Rows with it are its root unit. */
  readonly organisationCode: string
  readonly knownMeasures: readonly KnownMeasure[]
  readonly knownUnits: readonly { readonly code: string; readonly name: string }[]
  /** The sheet that a person chose; otherwise the program chooses. */
  readonly sheet?: string
  /** The number of the first header row that a person chose. */
  readonly headerLine?: number
  /** How many rows make one heading, as a person said. */
  readonly headerRows?: number
}

export type KnownMeasure = Pick<
  MeasureDefinition,
  'code' | 'name' | 'kind' | 'period' | 'weekEnds' | 'unit' | 'multiplier' | 'decimals'
>

export const NOTHING_KNOWN: IntakeContext = { organisationCode: '', knownMeasures: [], knownUnits: [] }
