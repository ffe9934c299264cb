import { expect, test } from 'vitest'
import { aSeries, aWording, steadyValues } from '../../test/aSeries.ts'
import { analyse } from '../analyse.ts'
import type { SeriesInput } from '../analysis.ts'
import { canTell } from './canTell.ts'

test.each<[string, SeriesInput, readonly string[]]>([
  [
    'three years of months',
    aSeries(steadyValues(36)),
    [
      'A small lasting change that began now could be found after six to seven months at the earliest. A large one can show at once.',
      'On average a change of one sigma is found after ten months, one of two sigma after three.',
      'Chance alone flags the latest month of about one steady chart in 55.',
    ],
  ],
  [
    'early limits',
    aSeries(steadyValues(12)),
    [
      'The limits still move until one month more has a value.',
      'A small lasting change that began now could be found after six to seven months at the earliest. A large one can show at once.',
      'On average a change of one sigma is found after eleven months, one of two sigma after four.',
      'Chance alone flags the latest month of about one steady chart in 70.',
    ],
  ],
  [
    'a run chart',
    aSeries(steadyValues(24), { chart: 'run' }),
    [
      'A small lasting change that began now could be found after six to seven months at the earliest.',
      'On average a change of one sigma is found after 16 months, one of two sigma after seven.',
      'Chance alone flags the latest month of about one steady chart in 191.',
    ],
  ],
  ['one value says nothing', aSeries([5]), []],
  ['no value says nothing', aSeries([]), []],
])('%s', (_, input, sentences) => {
  expect(canTell(analyse(input), aWording)).toEqual(sentences)
})
