import { expect, test } from 'vitest'
import { aSeries, aWording } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import { explain } from '../explain.ts'
import { reading } from '../reading.ts'
import { signals } from '../signals.ts'

/** Each letter a point: a above the line, b below it, a dot on it. */
function read(pattern: string, direction: 'higher' | 'neither' = 'higher') {
  const values = [...pattern].map((mark) => ({ a: 6, b: 4 })[mark] ?? 5)
  const analysis = analyse(aSeries(values, { chart: 'run', ruleSet: 'anhoej', direction, method: { centre: 5 } }))
  const found = signals(analysis)
  return { analysis, found, said: reading(analysis, found, aWording) }
}

test('a phase that crosses its line too seldom is not steady, though no point is special', () => {
  const { analysis, found, said } = read('aaaaaabbbbbbaaaaaabbbbbb')
  expect(analysis.variation).toBe('commonCause')
  expect(found).toEqual([])
  expect(said.headline).toBe('Not steady.')
  expect(said.rest).toBe(
    'Month 24, at 4.0%, is part of no unusually long run. The 24 points on either side of the line do not vary by chance alone: only 3 crossings where at least 8 are expected. A run chart has no limits: it shows shifts and trends, but not what to expect.',
  )
})

test('a run that is too long is a special change while it lasts', () => {
  const { analysis, found, said } = read('ababababababababaaaaaaaa.a')
  expect(analysis.variation).toBe('improvingHigh')
  expect(said.headline).toBe('Improving.')
  expect(said.rest).toBe(
    'Nine of the last ten months are above the median of 5.0%, where chance gives up to 8 in a row: the process has changed. A run chart has no limits: it shows shifts and trends, but not what to expect.',
  )
  expect(said.variationReason).toBe('9 months above the median')
  expect(explain(found[0]!, analysis, aWording)).toEqual({
    title: 'One unusually long run of 9 (limit 8)',
    text: 'Month 17 to month 26, 6.0%: nine months above the median of 5.0%; chance gives up to 8 in a row. Rule: a run on one side of the centre line that is longer than chance gives among as many points.',
  })
})

test('chance alone is said as ever', () => {
  expect(read('abbaabababbabbaabaabba').said.headline).toBe('No special change.')
})
