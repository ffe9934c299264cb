import type { RuleSet } from './ruleSet.ts'
import { runsCount } from './runsCount.ts'
import { shift } from './shift.ts'
import { trend } from './trend.ts'

/**
 * The run chart rules that the Institute for Healthcare Improvement teaches: shift, trend, too few or too many runs. Points on
 * the centre line neither count nor break, and of equal points in a row one counts.
 *
 * Its fourth rule, the astronomical point, is left out: it is what "anyone looking at the chart would agree is unusual", a
 * judgement by eye that its authors give no number for.
 */
export const ihi: RuleSet = {
  id: 'ihi',
  label: 'IHI run chart rules',
  citation:
    'Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46; Provost & Murray 2011, The Health Care Data Guide',
  version: '1',
  rules: [
    shift(6, { onCentre: 'skip', gaps: 'skip' }),
    trend(5, { ties: 'skip', gaps: 'skip', turningPoint: 'both' }),
    runsCount,
  ],
}
