import type { Analysis, RuleId, Signal, Wording } from '../analysis.ts'
import { messagesOf } from '../messages/index.ts'
import { limitsPassed, type Telling } from './telling.ts'

type Told = Pick<Telling, 'signal' | 'analysis'>

/** More decimals than this are never added: what is still alike then is alike for any reader. */
const MOST_DECIMALS = 6

/** The numbers that each rule says its signal's values lie beyond; a rule of another set may say all of them. */
const BESIDE: Readonly<Record<RuleId, (telling: Told) => readonly number[]>> = {
  outside: limitsPassed,
  shift: centres,
  unusualRun: centres,
  twoInThree: allLines,
  trend: ({ signal, analysis }) => [analysis.values[signal.to]!],
}

/**
 * What is needed to say a signal, with no value written as the very figure that it is said to lie beyond: "41.2% is above
 * 41.2%" gets the fewest further decimals that part the two.
 */
export function toldApart(signal: Signal, analysis: Analysis, wording: Wording): Telling {
  const telling = { signal, analysis, wording, say: messagesOf(wording) }
  const beside = new Set((BESIDE[signal.rule] ?? allLines)(telling))
  const values = valuesOf(telling).filter((value) => !beside.has(value))
  for (let more = 0; more <= MOST_DECIMALS; more++) {
    const value = (number: number) => wording.value(number, more)
    const lines = new Set([...beside].map(value))
    if (!values.some((number) => lines.has(value(number)))) return { ...telling, wording: withDecimals(wording, more) }
  }
  return telling
}

/** Numbers with so many more decimals than usual; of counts only those that are not whole. */
function withDecimals(wording: Wording, more: number): Wording {
  const value = (number: number, further = 0) =>
    wording.value(number, wording.areWhole && Number.isInteger(number) ? further : more + further)
  return more === 0 ? wording : { ...wording, value }
}

/** All that the signal flags; of a trend, where it began: its steps are not written. */
function valuesOf({ signal, analysis }: Told): readonly number[] {
  const said = signal.rule === 'trend' ? [signal.from] : signal.points
  return said.map((at) => analysis.values[at]!)
}

function centres({ signal, analysis }: Told): readonly number[] {
  return signal.points.map((at) => analysis.centre[at]!)
}

function allLines(telling: Told): readonly number[] {
  return [...limitsPassed(telling), ...centres(telling)]
}
