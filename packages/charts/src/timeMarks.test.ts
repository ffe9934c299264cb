import { expect, test } from 'vitest'
import { days, financialYears, galleryChart, months, steady, weeks } from './gallery/figures.ts'
import { timeMarks } from './timeMarks.ts'
import { viewOf } from './view.ts'

const cases = [
  {
    name: 'month letters over years where they fit',
    time: months(6, 36),
    pitch: 21,
    style: 'rows',
    ticks: 36,
    groups: 4,
  },
  { name: 'years alone under 16 px a month', time: months(6, 36), pitch: 15.9, style: 'marks', ticks: 0, groups: 4 },
  { name: 'months at their first week', time: weeks('2026-01-18', 26), pitch: 29, style: 'rows', ticks: 6, groups: 1 },
  { name: 'months at their first day', time: days('2025-01-01', 365), pitch: 2.1, style: 'rows', ticks: 12, groups: 1 },
  {
    name: 'financial years without a row beneath',
    time: financialYears(2012, 14),
    pitch: 56,
    style: 'rows',
    ticks: 14,
    groups: 0,
  },
  {
    name: 'every second financial year where they are close',
    time: financialYears(2012, 14),
    pitch: 30,
    style: 'rows',
    ticks: 7,
    groups: 0,
  },
  {
    name: 'first and last day within one month',
    time: days('2026-06-03', 20),
    pitch: 38,
    style: 'ends',
    ticks: 0,
    groups: 1,
  },
]

for (const { name, time, pitch, style, ticks, groups } of cases) {
  test(`time axis: ${name}`, () => {
    const chart = galleryChart({ id: 'a', input: { numerators: steady(3, time.length, 50, 4) }, time })
    const marks = timeMarks(viewOf(chart, 'desk'), pitch)
    expect({ style: marks.style, ticks: marks.ticks.length, groups: marks.groups.length }).toEqual({
      style,
      ticks,
      groups,
    })
  })
}
