import { expect, test } from 'vitest'
import { chanceOfSignal } from '#understand/chance.ts'

test('a steady process is flagged at its latest point about once in 50 to 60 charts, the same each time', () => {
  const share = chanceOfSignal()
  expect(share).toBeGreaterThan(1 / 60)
  expect(share).toBeLessThan(1 / 50)
  expect(chanceOfSignal()).toBe(share)
})
