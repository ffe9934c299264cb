import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { aSeries } from '../test/aSeries.ts'
import { analyse } from './analyse.ts'

/**
 * The worked examples of Montgomery, Introduction to Statistical Quality Control, with the limits that the book's readers
 * know, as files beside the repository (one row a point: y.sum, n, y, cl, lcl, ucl, sigma.signal).
 */
const FOLDER = '../shared/data/spc'

interface Example {
  readonly sums: number[]
  readonly sizes: number[]
  readonly y: number[]
  readonly cl: number[]
  readonly lcl: number[]
  readonly ucl: number[]
  /** Places of the points outside the limits. */
  readonly outside: number[]
}

const WITHOUT_CONSTANT = { screenRanges: false, limitsPerRange: 3 / 1.128 }

describe.skipIf(!existsSync(FOLDER))('Montgomery’s examples', () => {
  test('6.5: individuals, limits frozen at 20, signals at 39 and 40', () => {
    const example = read('montgomery_6.5_i_freeze20_expected.csv')
    const analysis = analyse(aSeries(example.sums, { phases: [{ start: 0, baseline: 20 }], method: WITHOUT_CONSTANT }))
    expectLines(analysis, example)
    expect(outside(analysis)).toEqual(example.outside)
    expect(example.outside).toEqual([38, 39])
  })

  test('6.5: moving ranges, limits frozen at 20', () => {
    const example = read('montgomery_6.5_mr_freeze20_expected.csv')
    const analysis = analyse(aSeries(example.sums, { chart: 'mr', phases: [{ start: 0, baseline: 20 }] }))
    expectLines(analysis, example)
  })

  test('7.3: counts, points 6 and 20 left out, limits frozen at 26', () => {
    const example = read('montgomery_7.3_c_exclude6,20_freeze26_expected.csv')
    const excluded = [5, 19]
    const analysis = analyse(aSeries(example.sums, { chart: 'c', excluded, phases: [{ start: 0, baseline: 26 }] }))
    expectLines(analysis, example)
    expect(
      excluded.filter((at) => analysis.values[at]! > analysis.upper[at]! || analysis.values[at]! < analysis.lower[at]!),
    ).toEqual(example.outside)
    expect(excluded.map((at) => analysis.verdicts[at])).toEqual(['commonCause', 'commonCause'])
  })

  test('7.5: defects per 50 square metres, limits that follow the size', () => {
    const example = read('montgomery_7.5_u_x50_expected.csv')
    const analysis = analyse(aSeries(example.sums, { chart: 'u', denominators: example.sizes, multiplier: 50 }))
    expectLines(analysis, example)
  })
})

function expectLines(analysis: ReturnType<typeof analyse>, { y, cl, lcl, ucl }: Example): void {
  expect(analysis.values).toHaveLength(y.length)
  const lines = [
    [analysis.values, y],
    [analysis.centre, cl],
    [analysis.lower, lcl],
    [analysis.upper, ucl],
  ] as const
  for (const [ours, theirs] of lines) {
    for (const [i, number] of theirs.entries()) {
      if (Number.isNaN(number)) expect(ours[i]).toBeNaN()
      else expect(ours[i]).toBeCloseTo(number, 9)
    }
  }
}

function outside({ zones }: ReturnType<typeof analyse>): number[] {
  return [...zones!.keys()].filter((at) => Math.abs(zones![at]!) === 3)
}

function read(file: string): Example {
  const [head, ...rows] = readFileSync(`${FOLDER}/${file}`, 'utf8').trim().split('\n')
  const names = head!.split(',').map((name) => name.replaceAll('"', ''))
  const column = (name: string) => rows.map((row) => row.split(',')[names.indexOf(name)]!)
  const numbers = (name: string) => column(name).map((cell) => (cell === '' ? Number.NaN : Number(cell)))
  return {
    sums: numbers('y.sum'),
    sizes: numbers('n'),
    y: numbers('y'),
    cl: numbers('cl'),
    lcl: numbers('lcl'),
    ucl: numbers('ucl'),
    outside: column('sigma.signal').flatMap((cell, at) => (cell === 'TRUE' ? [at] : [])),
  }
}
