import { expect, test } from 'vitest'
import { tortureReaders } from '#test/torture/tortureReaders.ts'

const count = Number(process.env.TORTURE_COUNT ?? 20_000)
const seed = Number(process.env.TORTURE_SEED ?? Date.now() % 1_000_000)

test(`no file of noise, scribble or damage ends a reader (${count} files, seed ${seed})`, { timeout: 0 }, async () => {
  const { read, refused } = await tortureReaders({ count, seed })
  expect(read + refused).toBe(count)
  expect(refused).toBeGreaterThan(0)
})
