import { expect, test } from 'vitest'
import { aSeries, aWording, steadyValues } from '../test/aSeries.ts'
import { analyse } from './analyse.ts'
import type { Explanation, SeriesInput } from './analysis.ts'
import { explain } from './explain.ts'
import { SpcInputError } from './inputError.ts'
import { signals } from './signals.ts'

const cases: { name: string; input: SeriesInput; explanations: Explanation[] }[] = [
  {
    name: 'a shift: how many, from where to where, and the mean',
    input: aSeries([...steadyValues(20), 53, 52.5, 53.5, 52, 53, 54, 53]),
    explanations: [
      {
        title: 'Seven months in a row above the mean',
        text: 'Month 21 to month 27, 52.0% to 54.0%; the mean is 50.8%. Rule: seven or more points in a row on one side of the centre line.',
      },
    ],
  },
  {
    name: 'one point outside',
    input: aSeries([...steadyValues(20), 62]),
    explanations: [
      {
        title: 'One month above the upper limit',
        text: 'Month 21, 62.0%; the upper limit is 57.4%. Rule: a point outside the limits.',
      },
    ],
  },
  {
    name: 'neighbours outside limits that differ',
    input: aSeries([20, 31, 22, 29, 25, 30, 21, 33, 24, 28, 26, 22, 70, 71], {
      chart: 'p',
      denominators: [200, 310, 230, 280, 260, 300, 220, 330, 230, 290, 260, 210, 300, 280],
      multiplier: 100,
    }),
    explanations: [
      {
        title: 'Twelve months in a row below the mean',
        text: 'Month 1 to month 12, 9.5% to 10.5%; the mean is 12.2%. Rule: seven or more points in a row on one side of the centre line.',
      },
      {
        title: 'Two months in a row above the upper limit',
        text: 'Month 13 to month 14, 23.3% to 25.4%; the upper limits are 17.9% to 18.1%. Rule: a point outside the limits.',
      },
    ],
  },
  {
    name: 'a trend: from where to where',
    input: aSeries([...steadyValues(20), 47, 48, 49, 50, 51, 52, 53]),
    explanations: [
      {
        title: 'Seven months rising one after another',
        text: 'Month 21 to month 27, from 47.0% to 53.0%, each higher than the one before. Rule: seven or more points in a row, each higher (or each lower) than the one before.',
      },
    ],
  },
  {
    name: 'two of three: the two, and what they are near',
    input: aSeries([...steadyValues(30), 56, 51, 56.5]),
    explanations: [
      {
        title: 'Two of three months near the upper limit',
        text: 'Month 31, 56.0%; month 33, 56.5%: more than two thirds of the way from the mean of 50.4% to the limit; the upper limit is 57.8%. Rule: two of three points in a row near the same limit, and all three on its side of the centre line.',
      },
    ],
  },
]

const ALIKE = Array.from({ length: 20 }, (_, i) => 50 + (i % 2))

cases.push(
  {
    name: 'a value beyond a limit that reads alike: as many decimals as part the two',
    input: aSeries([...ALIKE, 53.17], { phases: [{ start: 0, baseline: 20 }] }),
    explanations: [
      {
        title: 'One month above the upper limit',
        text: 'Month 21, 53.17%; the upper limit is 53.16%. Rule: a point outside the limits.',
      },
    ],
  },
  {
    name: 'a run a hair above the mean: the least of its values is not written as the mean',
    input: aSeries([...ALIKE, 50.54, 50.6, 50.7, 50.6, 50.7, 50.6, 50.7], { phases: [{ start: 0, baseline: 20 }] }),
    explanations: [
      {
        title: 'Eight months in a row above the mean',
        text: 'Month 20 to month 27, 50.54% to 51.00%; the mean is 50.50%. Rule: seven or more points in a row on one side of the centre line.',
      },
    ],
  },
  {
    name: 'a trend so slight that its ends would read alike',
    input: aSeries([...ALIKE, 50.401, 50.402, 50.403, 50.404, 50.405, 50.406, 50.407], {
      phases: [{ start: 0, baseline: 20 }],
    }),
    explanations: [
      {
        title: 'Seven months rising one after another',
        text: 'Month 21 to month 27, from 50.40% to 50.41%, each higher than the one before. Rule: seven or more points in a row, each higher (or each lower) than the one before.',
      },
      {
        title: 'Seven months in a row below the mean',
        text: 'Month 21 to month 27, 50.4%; the mean is 50.5%. Rule: seven or more points in a row on one side of the centre line.',
      },
    ],
  },
)

test.each(cases)('$name', ({ input, explanations }) => {
  const analysis = analyse(input)
  expect(signals(analysis).map((signal) => explain(signal, analysis, aWording))).toEqual(explanations)
})

test('signals come oldest first, with their phase, side and verdict', () => {
  const later = steadyValues(20).map((value) => value + 40)
  const analysis = analyse(
    aSeries([...steadyValues(20), 40, ...later, 105], { direction: 'lower', phases: [{ start: 0 }, { start: 21 }] }),
  )
  expect(signals(analysis)).toEqual([
    { rule: 'outside', side: 'low', verdict: 'improving', from: 20, to: 20, points: [20], phase: 1 },
    { rule: 'outside', side: 'high', verdict: 'concerning', from: 41, to: 41, points: [41], phase: 2 },
  ])
})

test('a point that improves by one rule and concerns by another is in both signals; the first rule gives its verdict', () => {
  const analysis = analyse(aSeries([...steadyValues(20), 56, 55.5, 55, 54.5, 54, 53.5, 53]))
  const latest = signals(analysis).filter(({ points }) => points.includes(26))
  expect(latest.map(({ rule, verdict }) => [rule, verdict])).toEqual([
    ['trend', 'concerning'],
    ['shift', 'improving'],
  ])
  expect(analysis.verdicts[26]).toBe('concerning')
})

test('an excluded point is in no signal and breaks what it stands in', () => {
  const values = [...steadyValues(20), 53, 53, 53, 53, 53, 53, 53]
  expect(signals(analyse(aSeries(values)))).toHaveLength(1)
  expect(signals(analyse(aSeries(values, { excluded: [23] })))).toEqual([])
})

test('an analysis that lost its marks cannot tell its signals', () => {
  const { marks: _, ...kept } = analyse(aSeries(steadyValues(20)))
  expect(() => signals(kept)).toThrow(SpcInputError)
})
