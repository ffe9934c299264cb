import type { Assurance, Variation } from '@golden-thread/spc'
import { expect, test } from 'vitest'
import { overviewReading } from '#understand/overviewReading.ts'
import type { SeriesSummary } from '#understand/series.ts'

function series(name: string, variation: Variation, assurance: Assurance = 'none'): SeriesSummary {
  return { measure: { code: name, name }, variation, assurance } as unknown as SeriesSummary
}

const steady = (count: number) => Array.from({ length: count }, (_, i) => series(`steady ${i}`, 'commonCause'))
const read = (judged: readonly SeriesSummary[], tooFew: readonly SeriesSummary[] = []) => {
  const { headline, rest } = overviewReading(judged, tooFew, ({ measure }) => measure.name)
  return `${headline} ${rest}`.trim()
}

const cases = [
  { name: 'nothing special', judged: steady(3), says: 'None of 3 measures shows a special change.' },
  { name: 'one measure, nothing special', judged: steady(1), says: 'The measure shows no special change.' },
  {
    name: 'better and worse, and one that needs somebody first',
    judged: [series('Staff sickness', 'concerningHigh', 'misses'), series('b', 'improvingLow'), ...steady(2)],
    says: '1 of 4 measures is getting worse and 1 is getting better. The other 2 show no special change. One, staff sickness, misses its target every time and keeps doing so unless something changes.',
  },
  {
    name: 'some of those that get worse miss their target',
    judged: [
      series('A&E waits', 'concerningHigh', 'misses'),
      series('Staff sickness', 'concerningHigh', 'misses'),
      series('c', 'concerningLow', 'hitOrMiss'),
    ],
    says: '3 of 3 measures are getting worse, and none is getting better. Two of those getting worse, A&E waits and staff sickness, miss their target every time and keep doing so unless something changes.',
  },
  {
    name: 'only better, and one that is neither',
    judged: [series('a', 'improvingHigh'), series('b', 'neutralHigh'), ...steady(1)],
    says: 'None of 3 measures is getting worse and 1 is getting better. One has changed in a way that is neither. The other one shows no special change.',
  },
  {
    name: 'too few points for any',
    judged: [],
    tooFew: steady(2),
    says: '2 measures have too few points yet. Limits and verdicts begin with the 13th point.',
  },
  {
    name: 'too few points for some',
    judged: steady(2),
    tooFew: steady(1),
    says: 'None of 2 measures shows a special change. One more has too few points yet.',
  },
]

for (const { name, judged, tooFew, says } of cases) {
  test(`the overview reads: ${name}`, () => {
    expect(read(judged, tooFew)).toBe(says)
  })
}

test('a measure at several units is counted as charts', () => {
  const judged = [series('falls', 'commonCause'), series('falls', 'commonCause')]
  expect(read(judged)).toBe('None of 2 charts shows a special change.')
})

test('more than three that miss their target are counted, not named', () => {
  const judged = ['a', 'b', 'c', 'd'].map((name) => series(name, 'concerningHigh', 'misses'))
  expect(read(judged)).toContain('Four of those getting worse miss their target every time')
})
