/** One option of `golden-thread spc`, as `--help` says it. */
interface SpcOption {
  readonly type: 'string' | 'boolean'
  /** It may be given more than once. */
  readonly multiple?: boolean
  /** What follows it; nothing after a switch. */
  readonly takes?: string
  readonly does: string
}

/** Groups in the order in which they are listed; each option stands in one. */
export const OPTION_GROUPS = {
  'The chart': {
    chart: { type: 'string', takes: 'ID', does: 'the kind of chart; xmr when not given' },
    better: { type: 'string', takes: 'WHICH', does: 'higher, lower or neither (when not given)' },
    rules: { type: 'string', takes: 'SET', does: 'the rules that mark points; nhs when not given' },
    method: {
      type: 'string',
      multiple: true,
      takes: 'NAME=VALUE',
      does: 'an option of the method, such as screenRanges=false; docs/methods/options.md lists them',
    },
    target: { type: 'string', takes: 'NUMBER', does: 'a target, in the unit of the chart' },
    baseline: { type: 'string', takes: 'COUNT', does: 'limits from the first so many points of each phase' },
    phase: {
      type: 'string',
      multiple: true,
      takes: 'PERIOD[=REASON]',
      does: 'new limits from this period on, and why',
    },
    exclude: {
      type: 'string',
      multiple: true,
      takes: 'PERIOD[=REASON]',
      does: 'a point that is drawn, and left out of limits and rules',
    },
    note: { type: 'string', multiple: true, takes: 'PERIOD=TEXT', does: 'words at a point' },
  },
  'The columns, where their headings do not tell': {
    period: { type: 'string', takes: 'COLUMN', does: 'months, weeks, dates, or names of points' },
    value: { type: 'string', takes: 'COLUMN', does: 'the figure itself' },
    numerator: { type: 'string', takes: 'COLUMN', does: 'what was counted' },
    denominator: { type: 'string', takes: 'COLUMN', does: 'out of how many, or per what' },
    subgroup: { type: 'string', takes: 'COLUMN', does: 'the sample that a row belongs to, for xbar, s and r' },
    unit: { type: 'string', takes: 'COLUMN', does: 'the unit that a row is of, for a funnel' },
    category: { type: 'string', takes: 'COLUMN', does: 'what was counted, for a Pareto chart' },
    where: { type: 'string', multiple: true, takes: 'COLUMN=VALUE', does: 'only the rows that have this value' },
    repeats: {
      type: 'string',
      takes: 'HOW',
      does: 'rows of one period become one: sum, mean or median; refused when not given',
    },
  },
  'How it is shown': {
    title: { type: 'string', takes: 'TEXT', does: 'what is measured; the name of the file when not given' },
    percent: { type: 'boolean', does: 'shares as per cent, and the target too' },
    per: { type: 'string', takes: 'NUMBER', does: 'rates per so many, such as 1000 bed days' },
    kind: {
      type: 'string',
      takes: 'WHICH',
      does: 'what a funnel compares: proportion (when not given), rate or standardisedRatio',
    },
    noun: { type: 'string', takes: 'WORD', does: 'what a unit is, such as ward' },
    size: { type: 'string', takes: 'SIZE', does: 'desk (when not given), phone, wall or print' },
    as: { type: 'string', takes: 'FORM', does: 'json, text, svg or png; by the ending of --out, else text' },
    out: { type: 'string', takes: 'FILE', does: 'where it goes; standard output when not given' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, SpcOption>>>>

/** Every option by its name. */
export const OPTIONS = Object.assign({}, ...Object.values(OPTION_GROUPS)) as Readonly<Record<string, SpcOption>>
