import { describe, expect, test } from 'vitest'
import { figuresSaid } from '#understand/counted.ts'

describe('what an import did agrees in number', () => {
  const cases = [
    { added: 3, restated: 1, said: '3 figures were added, one was restated' },
    { added: 1, restated: 3, said: 'One figure was added, 3 were restated' },
    { added: 1, restated: 0, said: 'One figure was added' },
    { added: 0, restated: 1, said: 'One figure was restated' },
    { added: 0, restated: 1342, said: '1,342 figures were restated' },
    { added: 0, restated: 0, said: '' },
  ]
  test.each(cases)('$added and $restated: $said', ({ added, restated, said }) => {
    expect(figuresSaid([added, 'was added', 'were added'], [restated, 'was restated', 'were restated'])).toBe(said)
  })
})
