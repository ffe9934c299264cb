import { expect, test } from 'vitest'
import { readBytes, text } from '#understand/intake/samples/written.ts'

const SOUND = Array.from(
  { length: 20 },
  (_, i) => `RX${i % 5},2024-${String((i % 12) + 1).padStart(2, '0')}-01,${5 + i},${100 + i},${i}`,
)
const HEADINGS = 'org_code,month,seen,attended,falls'

async function read(...faulty: string[]) {
  const rows = [HEADINGS, ...SOUND, ...faulty]
  const { facts } = await readBytes(text(`${rows.join('\n')}\n`), 'rows.csv')
  const figures = facts.series.filter((series) => series.holder === 'RZZ').flatMap((series) => [...series.numerators])
  return { facts, figures }
}

test('a row with one faulty figure goes in with none of its figures', async () => {
  const { facts, figures } = await read('RZZ,2024-01-01,many,100,3')
  expect(facts.faults).toMatchObject([{ place: { line: 22, column: 'seen' }, value: 'many' }])
  expect(figures).toEqual([])
})

test('what is counted is never below nought', async () => {
  const { facts, figures } = await read('RZZ,2024-01-01,5,100,-4')
  expect(facts.faults).toMatchObject([{ place: { line: 22, column: 'falls' }, value: '-4' }])
  expect(figures).toEqual([])
})

test('a figure that is an NHS number is a fault that does not repeat it', async () => {
  const { facts } = await read('RZZ,2024-01-01,5,100,999 000 0018')
  expect(facts.faults).toHaveLength(1)
  expect(JSON.stringify(facts.faults)).not.toContain('000 0018')
})
