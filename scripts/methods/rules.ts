import { english, RULE_SETS, type RuleSet } from '@golden-thread/spc'
import { RULE_ABOUTS, type RuleAbout } from '@golden-thread/spc/methods'
import { bullets, type DocPage, MADE, paragraphs, table } from './markdown.ts'

/** Every rule set with its rules, and every kind of rule. */
export function rulesPage(): DocPage {
  return {
    path: 'rules.md',
    text: paragraphs(
      MADE,
      '# Rules',
      'A rule finds points that chance alone would hardly give. A set is a list of rules: the first that marks a point gives its verdict, and the others are kept. Every pattern is marked from its first point, a gap ends it, and none reaches from one phase into another, unless [options](options.md) say otherwise.',
      '## Rule sets',
      ...RULE_SETS.map(setPart),
      'A set of your own is a file of JSON: see `customRuleSet` in the [README of the package](../../packages/spc/README.md).',
      '## Kinds of rule',
      ...RULE_ABOUTS.map(rulePart),
    ),
  }
}

function setPart({ id, label, version, citation, rules }: RuleSet): string {
  const kind = (ruleId: string) => RULE_ABOUTS.find(({ ids }) => ids.includes(ruleId))?.name ?? ruleId
  return paragraphs(
    `### ${label} (\`${id}\`, version ${version})`,
    `${citation}.`,
    table(
      ['rule', 'what it marks', 'kind'],
      rules.map((rule) => [`\`${rule.id}\``, rule.label(english), kind(rule.id)]),
    ),
  )
}

function rulePart({ name, rule, finds, means, sources, options }: RuleAbout): string {
  return paragraphs(
    `### ${name}`,
    finds,
    `*What it means:* ${means}`,
    rule === null ? '' : `In a set of your own: \`{ "rule": "${rule}", … }\`.`,
    options.length === 0
      ? ''
      : `Options: ${options.map((option) => `[\`${option.name}\`](options.md#${option.name.toLowerCase()})`).join(', ')}.`,
    bullets(sources),
  )
}
