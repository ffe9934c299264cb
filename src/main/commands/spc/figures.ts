import { type ChartType, subgroups } from '@golden-thread/spc'
import type { Choices } from '#main/commands/spc/choices.ts'
import type { Columns } from '#main/commands/spc/columns.ts'
import type { Table, TableRow } from '#main/commands/spc/table.ts'
import { type Timeline, timelineOf } from '#main/commands/spc/timeline.ts'
import { Problem } from '#platform/errors.ts'
import { isPercentText } from '#understand/intake/cells.ts'

/** What a chart is made of, an entry a place of its timeline. */
export interface Figures {
  readonly numerators: readonly number[]
  readonly denominators?: readonly number[]
  readonly samples?: {
    readonly sizes: readonly number[]
    readonly deviations: readonly number[]
    readonly ranges: readonly number[]
  }
  /** Values came written as "47.8%". */
  readonly arePercents: boolean
  readonly timeline: Timeline
}

/** What a chart of samples draws of each, where it is not the mean. */
const DRAWN_OF_SAMPLES: Readonly<Partial<Record<string, 'deviations' | 'ranges'>>> = { s: 'deviations', r: 'ranges' }

export function figuresOf(table: Table, columns: Columns, type: ChartType, choices: Choices): Figures {
  if (type.needsSamples) return samplesOf(table, columns, type)
  const at = columns.findPeriod()
  const timeline = timelineOf(table.rows, columns, at, type.id === 't' || type.id === 'g')
  const pair = pairOf(columns, type)
  if (!pair && type.id === 't' && timeline.days && columns.find('value') === undefined) {
    return { numerators: daysBetween(timeline.days), arePercents: false, timeline }
  }
  const value = pair ? pair.numerator : columns.needFigures('value')
  if (pair?.denominator !== undefined && choices.repeats !== undefined && choices.repeats !== 'sum') {
    throw new Problem('invalid', `--repeats: a numerator and a denominator have no ${choices.repeats}. Choose sum`)
  }
  const join = (rows: readonly TableRow[], column: number) =>
    joined(
      rows.map((row) => columns.numberAt(row, column)),
      choices.repeats ?? onlyOne(rows, choices),
    )
  return {
    numerators: timeline.rows.map((rows) => join(rows, value)),
    ...(pair?.denominator !== undefined && {
      denominators: timeline.rows.map((rows) => join(rows, pair.denominator!)),
    }),
    arePercents: table.rows.some(({ cells }) => isPercentText(cells[value])),
    timeline,
  }
}

/** Numerator and denominator, where the chart needs them, or where the file has them and no value was named. */
function pairOf(columns: Columns, type: ChartType): { numerator: number; denominator?: number } | null {
  if (columns.isNamed('value') && !type.needsDenominator) return null
  const denominator = type.needsDenominator ? columns.needFigures('denominator') : columns.find('denominator')
  if (denominator !== undefined) return { numerator: columns.needFigures('numerator'), denominator }
  return columns.isNamed('numerator') ? { numerator: columns.needFigures('numerator') } : null
}

/** Every row is one value of a sample. */
function samplesOf(table: Table, columns: Columns, type: ChartType): Figures {
  const at = columns.find('subgroup') ?? columns.findPeriod() ?? columns.need('subgroup')
  const value = columns.needFigures('value')
  const timeline = timelineOf(table.rows, columns, at, false)
  const found = subgroups(
    timeline.rows.flatMap((rows, x) => rows.map((row) => ({ x, numerator: columns.numberAt(row, value) }))),
  )
  const spread = (figures: Float64Array, without = Number.NaN) => {
    const placed = timeline.rows.map(() => without)
    for (const [i, x] of found.x.entries()) placed[Number(x)] = figures[i]!
    return placed
  }
  return {
    numerators: spread(found[DRAWN_OF_SAMPLES[type.id] ?? 'means']),
    samples: { sizes: spread(found.sizes, 0), deviations: spread(found.deviations), ranges: spread(found.ranges) },
    arePercents: false,
    timeline,
  }
}

function onlyOne(rows: readonly TableRow[], { where }: Choices): 'sum' {
  if (rows.length < 2) return 'sum'
  const lines = rows.map(({ line }) => line)
  throw new Problem(
    'invalid',
    `Rows ${lines.slice(0, -1).join(', ')} and ${lines.at(-1)} are of one period. Join them by --repeats sum, mean or median${where.length > 0 ? '' : ', or choose one series by --where COLUMN=VALUE'}`,
  )
}

/** NaN where nothing is known; a sum of which a part is missing is missing too. */
function joined(values: readonly number[], how: NonNullable<Choices['repeats']>): number {
  if (values.length === 0) return Number.NaN
  const sum = (list: readonly number[]) => list.reduce((total, value) => total + value, 0)
  if (how === 'sum') return sum(values)
  const known = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b)
  if (known.length === 0) return Number.NaN
  if (how === 'mean') return sum(known) / known.length
  const middle = known.length / 2
  return known.length % 2 === 1 ? known[Math.floor(middle)]! : (known[middle - 1]! + known[middle]!) / 2
}

function daysBetween(days: readonly number[]): number[] {
  return days.map((day, i) => (i === 0 ? Number.NaN : day - days[i - 1]!))
}
