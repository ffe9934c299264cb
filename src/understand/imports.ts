import type { UnitKind } from '#organisation/organisation.ts'
import type { ImportId, UnitId } from '#platform/ids.ts'
import type { NamedHolder, ProposedMeasure } from '#understand/intake/facts.ts'
import type { Fault, LeftOut } from '#understand/intake/table.ts'

/** Where a file, or a typed figure, came in. */
export type Door = 'page' | 'command' | 'typed' | 'demonstration'

export type ImportState =
  | 'reading'
  | 'refused'
  | 'mapping'
  | 'preview'
  | 'accepting'
  | 'accepted'
  | 'stopped'
  | 'taken back'

/** The states of an import that some program is at work on, or that waits for its person. */
export const UNDECIDED: readonly ImportState[] = ['reading', 'mapping', 'preview', 'accepting']

/** Why nothing was imported of a file that its program left before it was taken in. */
export const PROGRAM_STOPPED = 'The program was stopped before this file was taken in. Bring it again.'

/** What an accepted import changed, and what the reading of its file left. Never a value that was refused. */
export interface ImportSummary {
  readonly rows: number
  readonly series: number
  readonly newSeries: number
  readonly added: number
  readonly restated: number
  readonly unchanged: number
  readonly newMeasures: readonly string[]
  readonly newUnits: readonly string[]
  readonly newPeers: number
  readonly leftOut: readonly LeftOut[]
  readonly leftOutCount: number
  readonly faults: readonly Fault[]
  readonly faultCount: number
  /** Why nothing was imported; empty otherwise. */
  readonly refusal: string
}

export const NOTHING: ImportSummary = {
  rows: 0,
  series: 0,
  newSeries: 0,
  added: 0,
  restated: 0,
  unchanged: 0,
  newMeasures: [],
  newUnits: [],
  newPeers: 0,
  leftOut: [],
  leftOutCount: 0,
  faults: [],
  faultCount: 0,
  refusal: '',
}

export interface ImportRecord {
  readonly id: ImportId
  readonly door: Door
  readonly state: ImportState
  readonly fileName: string
  readonly fileType: string
  readonly fileBytes: number
  readonly sha256: string
  readonly shape: string
  readonly mapping: unknown
  readonly summary: ImportSummary
  readonly acceptedFaults: readonly Fault[]
  /** Names of persons; empty for the program itself. */
  readonly startedBy: string
  readonly startedAt: Date
  readonly acceptedBy: string
  readonly acceptedAt: Date | null
  readonly takenBackBy: string
  readonly takenBackAt: Date | null
}

/** Who did what no person is named for. */
export function nobodyOf({ door }: Pick<ImportRecord, 'door'>): string {
  return door === 'command' ? 'command' : 'Golden Thread'
}

/** One value that a file says otherwise than we know it. */
export interface Restatement {
  readonly measure: string
  readonly holder: string
  readonly stratum: string
  readonly period: string
  /** In the unit of display, as words. */
  readonly before: string
  readonly after: string
}

/** What would change if the import were accepted. */
export interface ImportPreview {
  readonly newMeasures: readonly ProposedMeasure[]
  readonly newUnits: readonly NamedHolder[]
  readonly newPeers: readonly NamedHolder[]
  readonly series: number
  readonly newSeries: number
  readonly added: number
  readonly restated: number
  readonly unchanged: number
  /** At most 200 of them. */
  readonly restatements: readonly Restatement[]
  /** Restated figures that would become quite others, where most of their series would: rather another measure's. */
  readonly overturned: { readonly figures: number; readonly charts: number; readonly examples: readonly Restatement[] }
  /** Figures that we hold and that the file marks as hidden or missing. They stay, unless a person says otherwise. */
  readonly hidden: { readonly figures: number; readonly shown: readonly Restatement[] }
}

/** Where a person puts a code that the file names and that is not there yet; peers need no place. */
export type Placement =
  | { readonly as: 'peer' }
  | { readonly as: 'unit'; readonly parent: UnitId | null; readonly kind: UnitKind }

export type Placements = Readonly<Record<string, Placement>>
