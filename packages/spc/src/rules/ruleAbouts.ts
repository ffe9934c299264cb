import type { OptionAbout } from '../optionAbout.ts'
import { PATTERN_OPTIONS, SHIFT_OPTIONS, SOME_BEYOND_OPTIONS, TREND_OPTIONS } from './ruleOptions.ts'

/** What the pages of docs/methods say of a kind of rule. */
export interface RuleAbout {
  /** Ids that signals of it have in our sets. */
  readonly ids: readonly string[]
  /** As `customRuleSet` calls it; null where only our own sets have it. */
  readonly rule: string | null
  readonly name: string
  /** What is found, exactly. TeX between dollar signs. */
  readonly finds: string
  /** What it means to whoever looks at the chart. */
  readonly means: string
  readonly sources: readonly string[]
  readonly options: readonly OptionAbout[]
}

/** Every kind of rule, in the order in which the page tells them. */
export const RULE_ABOUTS: readonly RuleAbout[] = [
  {
    ids: ['outside'],
    rule: 'outside',
    name: 'Outside the limits',
    finds: 'A point strictly above the upper limit or strictly below the lower one. On a limit is inside.',
    means:
      'Something out of the ordinary happened then. Of a normal process about 1 point in 370 lies outside by chance.',
    sources: ['Shewhart 1931, Economic Control of Quality of Manufactured Product'],
    options: [],
  },
  {
    ids: ['shift'],
    rule: 'shift',
    name: 'Shift',
    finds:
      'So many points or more in a row strictly on one side of the centre line: seven (NHS), eight (Western Electric), nine (Nelson), six (IHI).',
    means: 'The level changed, and has stayed there. It began with the first point of the run, or a little before.',
    sources: ['NHS England, Making Data Count', 'Provost & Murray 2011, The Health Care Data Guide'],
    options: [...SHIFT_OPTIONS, ...PATTERN_OPTIONS],
  },
  {
    ids: ['trend'],
    rule: 'trend',
    name: 'Trend',
    finds:
      'So many points or more, each strictly higher (or each strictly lower) than the one before: seven points, six moves (NHS); six (Nelson); five (IHI).',
    means:
      'The level is moving. On its way it may be on the wrong side of the centre line and still be getting better.',
    sources: ['NHS England, Making Data Count', 'Nelson 1984, Journal of Quality Technology 16:237'],
    options: [...TREND_OPTIONS, ...PATTERN_OPTIONS],
  },
  {
    ids: ['twoInThree', 'fourInFive'],
    rule: 'someBeyond',
    name: 'Some of several beyond a line',
    finds:
      'At least two of three points in a row more than two sigma from the centre line, on the same side; or four of five more than one sigma.',
    means: 'A change that is too small for one point to be outside, and too young for a shift.',
    sources: ['Western Electric 1956, Statistical Quality Control Handbook', 'NHS England, Making Data Count'],
    options: [...SOME_BEYOND_OPTIONS, ...PATTERN_OPTIONS],
  },
  {
    ids: ['unusualRun'],
    rule: null,
    name: 'Unusually long run, and too few crossings (Anhøj)',
    finds: String.raw`Among $n$ points off the centre line, a run longer than $\operatorname{round}(\log_2 n) + 3$; or fewer crossings of the line than the 5% quantile of the binomial distribution with $n - 1$ tries and a chance of one half. Best box and cut box weigh both by a table.`,
    means:
      'The phase as a whole does not vary by chance alone. It takes back no mark of a single point, and says nothing of which point changed.',
    sources: ['Anhøj & Olesen 2014, PLoS ONE 9:e113825', 'Anhøj & Wentzel-Larsen 2020, PLoS ONE 15:e0233920'],
    options: [],
  },
  {
    ids: ['runsCount'],
    rule: 'runsCount',
    name: 'Too few or too many runs',
    finds:
      'The number of runs about the median lies outside a table for 10 to 60 points off the line. The last point is marked, where the count is complete.',
    means:
      'Too few runs: the level changed at least once. Too many: something takes turns, such as two clinics in one figure.',
    sources: ['Perla, Provost & Murray 2011, BMJ Quality & Safety 20:46', 'Swed & Eisenhart 1943'],
    options: [],
  },
  {
    ids: ['alternating'],
    rule: 'alternating',
    name: 'Up and down in turn',
    finds: 'Fourteen points or more in a row that go up and down in turn.',
    means: 'Two things take turns and are drawn as one: two shifts, two clinics, two ways to count.',
    sources: ['Nelson 1984, Journal of Quality Technology 16:237'],
    options: [...TREND_OPTIONS.filter(({ name }) => name === 'ties'), ...PATTERN_OPTIONS],
  },
  {
    ids: ['hugging'],
    rule: 'hugging',
    name: 'Hugging the centre line',
    finds: 'Fifteen points or more in a row within one sigma of the centre line, on either side.',
    means: 'Limits are too wide for the process: unlike things in each point, or an old baseline.',
    sources: ['Nelson 1984, Journal of Quality Technology 16:237'],
    options: PATTERN_OPTIONS,
  },
  {
    ids: ['mixture'],
    rule: 'mixture',
    name: 'Mixture',
    finds: 'Eight points or more in a row more than one sigma from the centre line, on both sides.',
    means: 'Two levels in one series: look for what differs between the points above and those below.',
    sources: ['Nelson 1984, Journal of Quality Technology 16:237'],
    options: PATTERN_OPTIONS,
  },
]
