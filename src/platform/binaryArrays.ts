/**
 * Arrays as PostgreSQL's protocol has them in binary: parameters for `unnest`, for many rows at once. The driver would
 * write each number as text and quote each text, and the server would undo both: with a hundred thousand figures that
 * costs more than storing them.
 *
 * A parameter needs its cast in the SQL: `${integers([1, null])}::integer[]`.
 *
 * @see https://www.postgresql.org/docs/18/arrays.html, and array_recv in PostgreSQL's arrayfuncs.c for the form
 */
const [INTEGER, TEXT, FLOAT] = [23, 25, 701]
const HEAD_BYTES = 20
const LENGTH_BYTES = 4
const [INTEGER_BYTES, FLOAT_BYTES] = [4, 8]
/** In place of a length. */
const NULL = -1

/** For `::text[]`. */
export function texts(values: readonly (string | null)[]): Buffer {
  const lengths = values.map((value) => (value === null ? NULL : Buffer.byteLength(value)))
  const bytes = lengths.reduce((sum, length) => sum + LENGTH_BYTES + Math.max(0, length), HEAD_BYTES)
  const array = begin(bytes, TEXT, values.length, lengths.includes(NULL))
  let at = HEAD_BYTES
  values.forEach((value, i) => {
    at = array.writeInt32BE(lengths[i]!, at)
    if (value !== null) at += array.write(value, at)
  })
  return array
}

/** For `::integer[]`. */
export function integers(values: ArrayLike<number | null>): Buffer {
  let nulls = 0
  for (let i = 0; i < values.length; i++) if (values[i] === null) nulls++
  const array = begin(fixedBytes(values.length, nulls, INTEGER_BYTES), INTEGER, values.length, nulls > 0)
  let at = HEAD_BYTES
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    at = array.writeInt32BE(value === null ? NULL : INTEGER_BYTES, at)
    if (value !== null) at = array.writeInt32BE(value, at)
  }
  return array
}

/** For `::float8[]`; NaN is NULL. */
export function floats(values: Float64Array): Buffer {
  let nulls = 0
  for (let i = 0; i < values.length; i++) if (Number.isNaN(values[i]!)) nulls++
  const array = begin(fixedBytes(values.length, nulls, FLOAT_BYTES), FLOAT, values.length, nulls > 0)
  const view = new DataView(array.buffer, array.byteOffset, array.byteLength)
  let at = HEAD_BYTES
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    const isNull = Number.isNaN(value)
    view.setInt32(at, isNull ? NULL : FLOAT_BYTES)
    if (!isNull) view.setFloat64(at + LENGTH_BYTES, value)
    at += isNull ? LENGTH_BYTES : LENGTH_BYTES + FLOAT_BYTES
  }
  return array
}

/** An array for each row, as one long array and where in it the part of each row begins and ends. */
export interface RowArrays {
  readonly values: Buffer
  /** For `::integer[]`, counted from 1; NULL where a row has no array: `(values::float8[])[first:last]` is NULL then. */
  readonly first: Buffer
  readonly last: Buffer
}

/** Arrays of float8; NaN is NULL. */
export function floatRows(rows: readonly (Float64Array | null)[]): RowArrays {
  const values = new Float64Array(lengthOf(rows))
  return { ...rowEnds(rows, (row, at) => values.set(row, at)), values: floats(values) }
}

export function integerRows(rows: readonly (readonly number[] | null)[]): RowArrays {
  const values = new Int32Array(lengthOf(rows))
  return { ...rowEnds(rows, (row, at) => values.set(row, at)), values: integers(values) }
}

function lengthOf(rows: readonly ({ readonly length: number } | null)[]): number {
  return rows.reduce((sum, row) => sum + (row?.length ?? 0), 0)
}

function rowEnds<Row extends { readonly length: number }>(
  rows: readonly (Row | null)[],
  put: (row: Row, at: number) => void,
): Pick<RowArrays, 'first' | 'last'> {
  let at = 0
  const first: (number | null)[] = []
  const last: (number | null)[] = []
  for (const row of rows) {
    first.push(row && at + 1)
    last.push(row && at + row.length)
    if (!row) continue
    put(row, at)
    at += row.length
  }
  return { first: integers(first), last: integers(last) }
}

function fixedBytes(length: number, nulls: number, width: number): number {
  return HEAD_BYTES + length * LENGTH_BYTES + (length - nulls) * width
}

/** One dimension from 1; an array without elements has none, which is its first three words only. */
function begin(bytes: number, element: number, length: number, hasNulls: boolean): Buffer {
  const head = [length === 0 ? 0 : 1, hasNulls ? 1 : 0, element, ...(length === 0 ? [] : [length, 1])]
  const array = Buffer.allocUnsafe(length === 0 ? head.length * LENGTH_BYTES : bytes)
  head.forEach((word, i) => {
    array.writeInt32BE(word, i * LENGTH_BYTES)
  })
  return array
}
