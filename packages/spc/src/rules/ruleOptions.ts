import type { OptionAbout } from '../optionAbout.ts'

const [NHS, EXCEL, QICHARTS, QCC, POWERBI, RUNCHARTER, IHI] = [
  'NHSRplotthedots',
  "the NHS's Excel tool",
  'qicharts2',
  'qcc',
  'PowerBI-SPC',
  'runcharter',
  'IHI',
] as const
const DECISION = 7

/** Options that every pattern has. */
export const PATTERN_OPTIONS: readonly OptionAbout[] = [
  {
    name: 'flagged',
    question: 'Which points of a pattern are marked (back-filling)?',
    takes: 'choice',
    values: [
      {
        value: 'whole',
        means: 'all that make it up, from its first; the default but for rules that count some of several points',
        tools: [NHS, POWERBI],
      },
      {
        value: 'counting',
        means: 'only those that the rule counts; the default of “some of several”',
        tools: [NHS, POWERBI],
      },
      {
        value: 'completing',
        means: 'from the point on that completes it, none before',
        tools: [QCC, 'Western Electric 1956', 'Minitab'],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'gaps',
    question: 'What does a missing or excluded point do to a pattern?',
    takes: 'choice',
    values: [
      { value: 'break', means: 'nothing reaches across it', tools: [NHS] },
      {
        value: 'skip',
        means: 'its neighbours are neighbours',
        tools: [`${POWERBI} (takes the row out)`, QICHARTS, RUNCHARTER],
      },
    ],
    decision: DECISION,
  },
]

export const SHIFT_OPTIONS: readonly OptionAbout[] = [
  {
    name: 'onCentre',
    question: 'What does a point exactly on the centre line do to a run?',
    takes: 'choice',
    values: [
      { value: 'break', means: 'it ends the run', tools: [NHS, POWERBI, QCC] },
      { value: 'skip', means: 'it neither counts nor ends it', tools: [QICHARTS, RUNCHARTER, IHI] },
      { value: 'count', means: 'it counts towards the run that it stands in', tools: [] },
    ],
    decision: DECISION,
  },
]

export const TREND_OPTIONS: readonly OptionAbout[] = [
  {
    name: 'ties',
    question: 'What do equal neighbours do to a trend?',
    takes: 'choice',
    values: [
      { value: 'break', means: 'they end it', tools: [NHS, POWERBI] },
      { value: 'skip', means: 'the first counts, the others are passed over', tools: ['NHS guidance in words', IHI] },
    ],
    decision: DECISION,
  },
  {
    name: 'turningPoint',
    question: 'To which trend belongs the point where two meet?',
    takes: 'choice',
    values: [
      {
        value: 'wayOut',
        means: 'to the move out of it; a move that is neither up nor down counts as down',
        tools: [NHS],
      },
      { value: 'later', means: 'to the later one', tools: [POWERBI] },
      { value: 'both', means: 'to both; so our Nelson and IHI sets have it', tools: [] },
    ],
    decision: DECISION,
  },
  {
    name: 'acrossPhases',
    question: 'May a trend reach from one phase into another?',
    takes: 'switch',
    values: [
      { value: 'false', means: 'it begins again with each phase', tools: [NHS, POWERBI] },
      { value: 'true', means: 'it needs no limits, so new limits do not end it', tools: [] },
    ],
    decision: DECISION,
  },
]

export const SOME_BEYOND_OPTIONS: readonly OptionAbout[] = [
  {
    name: 'outsideLimits',
    question: 'Does a point outside the limits count towards “two in three”?',
    takes: 'choice',
    values: [
      {
        value: 'counted',
        means: 'it lies beyond the line as well',
        tools: ['Western Electric 1956', 'Nelson 1984', POWERBI],
      },
      { value: 'notCounted', means: 'it may only be one of the others; so the NHS set has it', tools: [NHS] },
    ],
    decision: DECISION,
  },
  {
    name: 'others',
    question: 'Where may the points lie that do not count?',
    takes: 'choice',
    values: [
      { value: 'anywhere', means: 'on either side', tools: ['Western Electric 1956', 'Nelson 1984'] },
      { value: 'sameSide', means: 'strictly on the same side of the centre line; so the NHS set has it', tools: [NHS] },
      { value: 'notBeyondOpposite', means: 'not beyond the line on the opposite side', tools: [POWERBI] },
    ],
    decision: DECISION,
  },
  {
    name: 'isOpenAtStart',
    question: 'Are fewer points enough at the start of a phase?',
    takes: 'switch',
    values: [
      { value: 'false', means: 'the window must be whole', tools: [NHS, 'Western Electric 1956', 'Nelson 1984'] },
      { value: 'true', means: 'the first two points alone can be “two in three”', tools: [POWERBI] },
    ],
    decision: DECISION,
  },
]

/** Options of a set of rules. */
export const SET_OPTIONS: readonly OptionAbout[] = [
  {
    name: 'precedence',
    question: 'Which verdict is shown of a point that rules disagree about? All are kept.',
    takes: 'choice',
    values: [
      { value: 'firstRule', means: 'that of the rule that comes first in the set', tools: [NHS] },
      { value: 'improving', means: 'improving', tools: [`${EXCEL} (single chart)`] },
      { value: 'concerning', means: 'concerning, so that good news hides nothing', tools: [] },
      { value: 'two verdicts', means: '`verdictsAt` and `variationsAt` give all', tools: [POWERBI] },
    ],
    decision: DECISION,
  },
]
