import {
  FUNNEL_OPTIONS,
  METHOD_OPTIONS,
  type OptionAbout,
  PATTERN_OPTIONS,
  RULE_ABOUTS,
  SET_OPTIONS,
} from '@golden-thread/spc/methods'
import { bullets, type DocPage, MADE, paragraphs, table } from './markdown.ts'

/** An option as a part of a page: its question, then a row for each of its values. */
export function optionPart(option: OptionAbout, of: string): string {
  return paragraphs(
    `### \`${option.name}\``,
    `${option.question}${of === '' ? '' : ` (${of})`}`,
    table(
      ['value', 'what it does', 'who does so'],
      option.values.map(({ value, means, tools }, i) => [
        `${codeOf(value)}${i === 0 ? ' (ours)' : ''}`,
        means,
        tools.length > 0 ? tools.join(', ') : 'none of the tools that we compare with',
      ]),
    ),
  )
}

/** Everything in which the tools of the field differ, on one page. */
export function optionsPage(records: readonly string[]): DocPage {
  const rules = RULE_ABOUTS.flatMap(({ name, options }) =>
    options.filter((option) => !PATTERN_OPTIONS.includes(option)).map((option) => ({ option, of: name })),
  ).filter(({ option }, i, all) => all.findIndex((one) => one.option === option) === i)
  const decisions = [...new Set([...METHOD_OPTIONS, ...PATTERN_OPTIONS].map(({ decision }) => decision))].sort(
    (a, b) => a - b,
  )
  return {
    path: 'options.md',
    text: paragraphs(
      MADE,
      '# Where tools differ',
      'Two programs of the field can draw other limits and mark other points of the same figures. Each difference is an option here. The first value is ours. By `golden-thread spc` an option of the method is `--method NAME=VALUE`, one of a rule stands in a file for `--rules`; in the library they are `method` of `analyse`, and `customRuleSet`.',
      'Why the defaults are ours:',
      bullets(decisions.map((number) => recordLink(number, records))),
      '## Rules',
      ...[
        ...rules,
        ...PATTERN_OPTIONS.map((option) => ({ option, of: 'every pattern' })),
        ...SET_OPTIONS.map((option) => ({ option, of: 'rule sets' })),
      ].map(({ option, of }) => optionPart(option, of)),
      '## Methods',
      ...METHOD_OPTIONS.map((option) =>
        optionPart(
          option,
          option.charts === 'all'
            ? 'every chart that it can mean something for'
            : option.charts.map(chartLink).join(', '),
        ),
      ),
      '## Funnel plots',
      ...FUNNEL_OPTIONS.map((option) => optionPart(option, '')),
    ),
  }
}

function recordLink(number: number, records: readonly string[]): string {
  const file = records.find((name) => Number(name.slice(0, 4)) === number)
  if (!file) throw new Error(`docs/decisions has no record ${number}`)
  return `[decision ${number}](../decisions/${file})`
}

function chartLink(id: string): string {
  return `[${id}](charts/${id}.md)`
}

/** What is written in code stands as code; words stay words. */
function codeOf(value: string): string {
  return /^[A-Za-z0-9.]+$/.test(value) ? `\`${value}\`` : value
}
