import { CHART_TYPES, FURTHER_CHART_TYPES, RULE_SETS, SAMPLE_CHART_TYPES } from '@golden-thread/spc'
import { OPTION_GROUPS } from '#main/commands/spc/options.ts'

const EXAMPLES = [
  ['golden-thread spc waits.csv', 'the reading of an XmR chart, in words'],
  ['golden-thread spc falls.csv --chart u --per 1000 --better lower --out falls.svg', 'a rate per 1,000 as a picture'],
  [
    'golden-thread spc noon.csv --chart p --percent --target 33 --phase "2025-02=lounge open all day" --as json',
    'limits, rules and verdicts for another program',
  ],
  ['cat days.json | golden-thread spc --chart t --better higher --as png > days.png', 'from one program to the next'],
  ['golden-thread spc wards.csv --chart funnel --unit ward --noun ward --percent', 'wards side by side'],
] as const

/** What `golden-thread spc --help` prints. */
export function helpText(): string {
  const charts = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES].map(
    ({ id, label }) => `  ${id.padEnd(16)}${label}`,
  )
  const sets = RULE_SETS.map(({ id, label, version }) => `  ${id.padEnd(16)}${label}, version ${version}`)
  return [
    'golden-thread spc [FILE] [options]',
    '',
    'One chart from a CSV or JSON file, or from standard input: its results, its reading or its picture.',
    'It needs no database, and keeps nothing of the file.',
    ...Object.entries(OPTION_GROUPS).flatMap(([title, options]) => ['', `${title}:`, ...optionLines(options)]),
    '',
    'Charts:',
    ...charts,
    '  funnel          funnel plot of units',
    '  pareto          Pareto chart of categories',
    '',
    'Rules:',
    ...sets,
    '',
    'Examples:',
    ...EXAMPLES.flatMap(([call, does]) => [`  ${call}`, `      ${does}`]),
    '',
    'Exit code: 0 done, 2 something to mend (the message says what and how), 1 a fault of the program.',
  ].join('\n')
}

function optionLines(options: Readonly<Record<string, { readonly takes?: string; readonly does: string }>>): string[] {
  return Object.entries(options).map(([name, { takes = '', does }]) => `  ${`--${name} ${takes}`.padEnd(28)}${does}`)
}
