import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Turns } from '#understand/intake/turns.ts'

test('never more than so many at once, in the order in which they came, and who gives up leaves no gap', async () => {
  const comers = fc.array(fc.record({ givesUp: fc.boolean() }), { maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), comers, async (atOnce, all) => {
      const turns = new Turns(atOnce)
      const held = await Promise.all(Array.from({ length: atOnce }, () => turns.take()))
      let now = 0
      const began: number[] = []
      const controllers = all.map(() => new AbortController())
      const outcomes = all.map(async (_, i) => {
        const end = await turns.take(controllers[i]!.signal)
        expect(++now).toBeLessThanOrEqual(atOnce)
        began.push(i)
        await Promise.resolve()
        now--
        end()
      })
      const settled = Promise.allSettled(outcomes)
      all.forEach(({ givesUp }, i) => {
        if (givesUp) controllers[i]!.abort(new Error('given up'))
      })
      const stay = all.flatMap(({ givesUp }, i) => (givesUp ? [] : [i]))
      expect(turns.waiting).toBe(stay.length)
      for (const end of held) end()
      expect((await settled).map(({ status }) => status === 'rejected')).toEqual(all.map(({ givesUp }) => givesUp))
      expect(began).toEqual(stay)
      expect(turns.waiting).toBe(0)
      await Promise.all(Array.from({ length: atOnce }, () => turns.take(undefined, () => expect.unreachable())))
    }),
  )
})

test('a turn that is ended twice is one turn', async () => {
  const turns = new Turns(1)
  const end = await turns.take()
  end()
  end()
  await turns.take()
  let waits = false
  const second = new AbortController()
  const attempt = turns.take(second.signal, () => {
    waits = true
  })
  expect(waits).toBe(true)
  second.abort(new Error('given up'))
  await expect(attempt).rejects.toThrow('given up')
  await expect(turns.take(second.signal)).rejects.toThrow('given up')
})
