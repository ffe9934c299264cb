import { english, RULE_SETS, type RuleSet } from '@golden-thread/spc'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import { isSameRules, OWN_RULES } from '#understand/measureRules.ts'

/** How a measure's figures are drawn and judged; what is counted stays. */
export type ChartChoice = Pick<MeasureDefinition, 'chart' | 'rules' | 'screenRanges'>

/** A choice as an address or a form holds it: text, nothing checked yet. '' stands for what is in force. */
export interface TypedChoice {
  readonly chart: string
  readonly rules: string
  /** What becomes of very large jumps: 'out' or 'kept'. */
  readonly jumps: string
}

export function choiceOf({ chart, rules, screenRanges }: MeasureDefinition): ChartChoice {
  return { chart, rules, screenRanges }
}

export function typedChoice({ chart, rules, screenRanges }: ChartChoice): TypedChoice {
  return { chart, rules: typeof rules === 'string' ? rules : OWN_RULES, jumps: screenRanges ? 'out' : 'kept' }
}

/** The choice, with what is in force where nothing is said; or what to choose instead, field by field. Never both. */
export function checkChoice(
  typed: TypedChoice,
  definition: MeasureDefinition,
): { readonly choice: ChartChoice } | { readonly faults: Readonly<Record<string, string>> } {
  const charts = kindOf(definition.kind).charts.map(({ chart }) => chart)
  const chart = typed.chart === '' ? definition.chart : charts.find((one) => one === typed.chart)
  const isOwn = typed.rules === OWN_RULES && typeof definition.rules !== 'string'
  const rules = typed.rules === '' || isOwn ? definition.rules : RULE_SETS.find(({ id }) => id === typed.rules)?.id
  const jumps = typed.jumps === '' ? typedChoice(definition).jumps : typed.jumps
  const isKnown = jumps === 'out' || jumps === 'kept'
  if (chart && rules && isKnown) return { choice: { chart, rules, screenRanges: jumps === 'out' } }
  return {
    faults: {
      ...(!chart && { chart: 'Choose one of the charts listed: others do not suit this kind of measure' }),
      ...(!rules && { rules: 'Choose one of the rule sets listed' }),
      ...(!isKnown && { jumps: 'Choose whether very large jumps are left out or kept' }),
    },
  }
}

export function isSameChoice(a: ChartChoice, b: ChartChoice): boolean {
  return a.chart === b.chart && isSameRules(a.rules, b.rules) && a.screenRanges === b.screenRanges
}

/** The address of the preview of a choice. */
export function previewOf(code: string, choice: ChartChoice): string {
  return `/measures/${code}/chart?${new URLSearchParams({ ...typedChoice(choice) })}`
}

/** What a rule set looks for, in a sentence: "One point outside the limits; seven or more points …". */
export function rulesSaid({ rules }: RuleSet): string {
  const said = rules.map((rule) => rule.label(english)).join('; ')
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`
}
