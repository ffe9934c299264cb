import fc from 'fast-check'
import { Problem } from '#platform/errors.ts'
import { fileOf, type Rows, readBytes, TYPES } from '#understand/intake/samples/written.ts'

export interface Torture {
  readonly count: number
  readonly seed: number
}

const TABLE: Rows = [
  ['Monthly figures', null, null, null],
  ['org_code', 'month', 'breaches', 'attendances'],
  ...Array.from({ length: 12 }, (_, i) => ['RX1', `2024-${String(i + 1).padStart(2, '0')}-01`, i, 100 + i]),
  ['Total', null, 66, 1266],
]
const WHOLE = TYPES.map((type) => ({ type, bytes: fileOf(type, { Figures: TABLE, 'More figures': TABLE }) }))

const SIGNATURES = [
  [0x50, 0x4b, 3, 4],
  [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xef, 0xbb, 0xbf],
  [0x5b],
  [0x7b],
  [],
]

const noise = fc
  .tuple(fc.constantFrom(...SIGNATURES), fc.uint8Array({ maxLength: 2_000 }))
  .map(([start, rest]) => ({ name: 'noise', bytes: Uint8Array.from([...start, ...rest]) }))

/** Text of the characters that tables are made of, in any order. */
const scribble = fc
  .array(
    fc.constantFrom(
      ',',
      '\t',
      ';',
      '"',
      '""',
      '\n',
      '\r\n',
      '\r',
      ' ',
      '-',
      '*',
      '0',
      '12',
      '1,234',
      '5%',
      '2024-01-01',
      'Apr 24',
      'RX1',
      'Total',
      'org_code',
      'month',
      'breaches',
      '[',
      '{',
      '}',
      ']',
      ':',
      '\u00a0',
      'é',
      '😀',
      '\0',
    ),
    { maxLength: 400 },
  )
  .map((parts) => ({ name: 'scribble.csv', bytes: new TextEncoder().encode(parts.join('')) }))

/** Good files with bytes changed, taken out or doubled. */
const damaged = fc
  .record({
    file: fc.constantFrom(...WHOLE),
    cuts: fc.array(
      fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom('flip', 'cut', 'double', 'end'),
        fc.nat(255),
      ),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ file, cuts }) => {
    let bytes = file.bytes
    for (const [where, how, byte] of cuts) {
      const at = Math.floor(where * bytes.length)
      const length = how === 'cut' || how === 'double' ? byte : 1
      const middle = {
        flip: [byte],
        cut: [],
        double: [...bytes.subarray(at, at + length), ...bytes.subarray(at, at + length)],
        end: [],
      }[how]
      bytes = Uint8Array.from([
        ...bytes.subarray(0, at),
        ...middle,
        ...(how === 'end' ? [] : bytes.subarray(at + length)),
      ])
    }
    return { name: `damaged.${file.type}`, bytes }
  })

/**
 * Reads noise, scribble and damaged files: each ends in facts or in a `Problem` with a sentence, never in another error.
 *
 * @returns how many were read, and how many refused
 */
export async function tortureReaders({
  count,
  seed,
}: Torture): Promise<{ readonly read: number; readonly refused: number }> {
  let [read, refused] = [0, 0]
  await fc.assert(
    fc.asyncProperty(fc.oneof(noise, scribble, damaged), async ({ name, bytes }) => {
      try {
        const { facts } = await readBytes(bytes, name)
        const isSound = facts.series.every(
          ({ periods, numerators }) =>
            periods.length === numerators.length && numerators.every((value) => Number.isFinite(value)),
        )
        if (!isSound) throw new Error('A series has a figure that is no number')
        read++
      } catch (error) {
        if (!(error instanceof Problem) || error.message.length < 20) throw error
        refused++
      }
    }),
    { numRuns: count, seed },
  )
  return { read, refused }
}
