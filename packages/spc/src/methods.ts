// What the documentation and other doors say of methods: apart from the statistics, so that nobody loads it to draw a chart.
export type { ChartAbout, ChartExample } from './charts/chartAbout.ts'
export { FUNNEL_OPTIONS } from './funnels/funnelOptions.ts'
export { METHOD_OPTIONS } from './methodOptions.ts'
export type { OptionAbout } from './optionAbout.ts'
export { OTHER_METHODS, type OtherMethod } from './otherMethods.ts'
export { RULE_ABOUTS, type RuleAbout } from './rules/ruleAbouts.ts'
export { PATTERN_OPTIONS, SET_OPTIONS } from './rules/ruleOptions.ts'
