/** A cell as the file says it: text as written, numbers and dates as the spreadsheet stored them. null = empty. */
export type Cell = string | number | boolean | Date | null

/** One sheet: rows of cells, ragged allowed. Row and column numbers shown to people count from 1 as in the file. */
export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly Cell[])[]
  /** Line of the file (text) or row of the sheet of `rows[i]`; i + 1 when absent. */
  readonly lines?: readonly number[]
  readonly merges?: readonly {
    readonly row: number
    readonly column: number
    readonly rows: number
    readonly columns: number
  }[]
  readonly hidden?: boolean
}

export interface Workbook {
  readonly fileName: string
  readonly type: string
  readonly sheets: readonly Sheet[]
}

/** Where something stands in a file, for a person: "sheet Provider, row 41, column Breaches". */
export interface Place {
  readonly sheet: string
  readonly line: number
  readonly column: string
}

/** Something wrong that a person can mend: place, value, reason, remedy. Never carries what was refused as personal. */
export interface Fault {
  readonly place: Place
  readonly value: string
  readonly reason: string
  readonly remedy: string
}

/** A row that the mapping leaves out on purpose: a total, a note, a blank. No fault. */
export interface LeftOut {
  readonly sheet: string
  readonly line: number
  readonly why: 'total' | 'note' | 'blank' | 'repeated header' | 'suppressed' | 'no unit'
  readonly text: string
}
