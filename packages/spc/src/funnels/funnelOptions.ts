import type { OptionAbout } from '../optionAbout.ts'
import type { FunnelMethodOptions } from './method.ts'

const [FUNNELPLOTR, POWERBI, SHMI, CQC, SPIEGELHALTER] = [
  'FunnelPlotR',
  'PowerBI-Funnels',
  "NHS England's SHMI",
  'CQC',
  'Spiegelhalter 2005',
] as const
const DECISION = 9

/** Every option of a funnel plot. `FunnelMethodOptions` has their types. */
export const FUNNEL_OPTIONS: readonly (OptionAbout & { readonly name: keyof FunnelMethodOptions })[] = [
  {
    name: 'levels',
    question: 'Which shares of units do the pairs of limits hold by chance?',
    takes: 'table',
    values: [
      { value: '95% and 99.8%', means: '1.96 and 3.09 standard errors', tools: [FUNNELPLOTR, SHMI, SPIEGELHALTER] },
      {
        value: 'others',
        means: 'a list of shares; their standard errors may be given too',
        tools: [`${POWERBI} (68%, 95% and 99.8%)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'limits',
    question: 'What are limits without over-dispersion?',
    takes: 'choice',
    values: [
      {
        value: 'exact',
        means: "the count's own tails, by the binomial or the Poisson distribution",
        tools: [SPIEGELHALTER],
      },
      {
        value: 'interval',
        means: 'the exact interval of a count equal to the expected one',
        tools: [`${FUNNELPLOTR} and ${POWERBI} for standardised ratios`],
      },
      {
        value: 'approximate',
        means: 'on the scale of the scores',
        tools: [`${FUNNELPLOTR} and ${POWERBI} for proportions and rates`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'scale',
    question: 'On which scale are units compared? (A proportion always by the arcsine of its root.)',
    takes: 'choice',
    values: [
      { value: 'root', means: 'square root', tools: [CQC, `${POWERBI} (standardised ratios)`] },
      { value: 'log', means: 'logarithm', tools: [SHMI, `${FUNNELPLOTR} (SHMI, and rates)`, `${POWERBI} (rates)`] },
    ],
    decision: DECISION,
  },
  {
    name: 'countError',
    question: 'Rates by logarithm: which standard error do limits have?',
    takes: 'choice',
    values: [
      { value: 'bothCounts', means: '√(2n) ÷ (n + ½)', tools: [POWERBI] },
      { value: 'halfRoot', means: '1 ÷ 2√n: limits about 2.8 times narrower', tools: [FUNNELPLOTR] },
    ],
    decision: DECISION,
  },
  {
    name: 'adjust',
    question: 'When are limits widened for over-dispersion?',
    takes: 'choice',
    values: [
      { value: 'whenPhiAboveOne', means: 'when φ is above 1', tools: [FUNNELPLOTR] },
      { value: 'whenTauAboveZero', means: 'when τ² is above 0, which asks a little less', tools: [POWERBI] },
      { value: 'never', means: 'never', tools: [] },
    ],
    decision: DECISION,
  },
  {
    name: 'outerScores',
    question: 'What becomes of the outer scores before φ?',
    takes: 'choice',
    values: [
      {
        value: 'winsorised',
        means: 'they are pulled in to the quantiles at `trim`',
        tools: [CQC, POWERBI, FUNNELPLOTR],
      },
      { value: 'truncated', means: 'the outer share by rank is left out', tools: [SHMI, `${FUNNELPLOTR} (SHMI)`] },
    ],
    decision: DECISION,
  },
  {
    name: 'trim',
    question: 'Which share at each end is outer?',
    takes: 'number',
    values: [{ value: '0.1', means: 'from 0 to below 0.5', tools: [SHMI, CQC, FUNNELPLOTR, POWERBI] }],
    decision: DECISION,
  },
  {
    name: 'denominatorDecimals',
    question: 'Are denominators rounded before all else?',
    takes: 'number',
    values: [
      { value: 'not rounded', means: 'as they are', tools: [POWERBI, CQC] },
      {
        value: '2',
        means: "to two decimals, as SHMI's published expected deaths are",
        tools: [SHMI, `${FUNNELPLOTR} (SHMI)`],
      },
    ],
    decision: DECISION,
  },
  {
    name: 'beyondScale',
    question: 'Where does a limit of a small proportion stand that would lie beyond 0 or 1?',
    takes: 'choice',
    values: [
      { value: 'bound', means: 'at 0 or 1', tools: [] },
      {
        value: 'folded',
        means: 'where the sine turns back, before limits are put in order',
        tools: [FUNNELPLOTR, POWERBI],
      },
    ],
    decision: DECISION,
  },
]
