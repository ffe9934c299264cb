import { expect, test } from 'vitest'
import { tortureReaders } from '#test/torture/tortureReaders.ts'

/** A sample of the long proof. @see test/torture/readers.torture.ts */
const SAMPLE = { count: 250, seed: 20_240_401 }

test(`a sample of noise, scribble and damaged files ends in facts or in a sentence (seed ${SAMPLE.seed})`, async () => {
  const { read, refused } = await tortureReaders(SAMPLE)
  expect(read).toBeGreaterThan(0)
  expect(refused).toBeGreaterThan(0)
})
