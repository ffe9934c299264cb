import type { RunsMethod } from '../runs/runsLimits.ts'
import { outside } from './outside.ts'
import type { RuleSet } from './ruleSet.ts'
import { unusualRun } from './unusualRun.ts'

/**
 * Runs analysis beside the limits, as qicharts2 has it. The phase as a whole is judged by its longest run and its crossings
 * (`Phase.runs`); the points of a run that is too long are marked as well, so that a chart can show where it is.
 */
function anhoej(method: RunsMethod, label: string): RuleSet {
  return {
    id: method,
    label,
    citation:
      method === 'anhoej'
        ? 'Anhøj & Olesen 2014, PLoS ONE 9:e113825'
        : 'Anhøj & Wentzel-Larsen 2020, PLoS ONE 15:e0233920',
    version: '1',
    rules: [outside, unusualRun(method)],
    runs: method,
  }
}

export const ANHOEJ: readonly RuleSet[] = [
  anhoej('anhoej', 'Anhøj rules'),
  anhoej('bestBox', 'Anhøj rules, best box'),
  anhoej('cutBox', 'Anhøj rules, cut box'),
]
