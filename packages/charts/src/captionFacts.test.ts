import { analyse, signals } from '@golden-thread/spc'
import { expect, test } from 'vitest'
import { captionFacts } from './captionFacts.ts'
import type { ControlChart } from './chart.ts'

function chartOf(numerators: readonly number[], given: Partial<ControlChart> = {}): ControlChart {
  // A run chart: no limits stretch its axis.
  const analysis = analyse({ chart: 'run', direction: 'higher', numerators: Float64Array.from(numerators) })
  const time = numerators.map((_, i) => ({ label: `Month ${i}`, tick: '', group: '' }))
  const provisional = numerators.map(() => false)
  const format = (value: number, decimals = 0) => value.toFixed(decimals)
  const words = { title: 'A chart', description: '', noun: 'month', format, axisFormat: format }
  return {
    id: 'a',
    analysis,
    signals: signals(analysis),
    time,
    provisional,
    notes: [],
    phaseNotes: [],
    ...words,
    ...given,
  }
}

const wave = (middle: number, count = 24) => Array.from({ length: count }, (_, i) => middle + ((i * 7) % 11))

test('an axis that does not start at 0 says where it starts', () => {
  expect(Number(captionFacts(chartOf(wave(100)), 'desk').axisFrom)).toBeGreaterThan(50)
})

test('an axis from 0 has nothing to say', () => {
  expect(captionFacts(chartOf(wave(1)), 'desk').axisFrom).toBeNull()
})

test('a narrow chart of many periods says how many it leaves out, unless all are asked for', () => {
  const many = wave(100, 120)
  expect(captionFacts(chartOf(many), 'phone').leftOut).toBe(96)
  expect(captionFacts(chartOf(many), 'desk').leftOut).toBe(0)
  expect(captionFacts(chartOf(many, { showAll: true }), 'phone').leftOut).toBe(0)
})
