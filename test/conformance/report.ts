import type { Case } from './case.ts'
import type { Outcome, Verdict } from './verdict.ts'

const OUTCOMES: readonly Outcome[] = ['agree', 'differ', 'not comparable', 'excused']

/** How many names of differing places a line shows. */
const SHOWN = 5

export interface Judged {
  readonly file: string
  readonly testCase: Case
  readonly verdict: Verdict
}

/** The report, line by line: counts by file, peer, chart and family; what differs; why not comparable, why excused; the sum. */
export function report(judged: readonly Judged[]): readonly string[] {
  return [
    ...counts('file', judged, ({ file }) => file),
    ...counts('peer', judged, ({ testCase }) => testCase.peer),
    ...counts('chart', judged, ({ testCase }) => `${testCase.peer} ${testCase.chart}`),
    ...counts('family', judged, ({ testCase }) => testCase.family),
    ...differing(judged),
    ...reasons('not comparable', judged),
    ...reasons('excused', judged),
    sumLine(judged),
  ]
}

function sumLine(judged: readonly Judged[]): string {
  const count = (outcome: Outcome) => judged.filter(({ verdict }) => verdict.outcome === outcome).length
  return `conformance: ${OUTCOMES.map((outcome) => `${count(outcome)} ${outcome}`).join(', ')} of ${judged.length}`
}

function counts(title: string, judged: readonly Judged[], nameOf: (one: Judged) => string): string[] {
  const rows = Map.groupBy(judged, nameOf)
  return [...rows].map(([name, ones]) => {
    const numbers = OUTCOMES.map((outcome) => {
      return `${ones.filter(({ verdict }) => verdict.outcome === outcome).length} ${outcome}`
    })
    return `${title} ${name}: ${numbers.join(', ')} of ${ones.length}`
  })
}

function differing(judged: readonly Judged[]): string[] {
  return judged
    .filter(({ verdict }) => verdict.outcome === 'differ')
    .map(({ testCase, verdict: { because } }) => {
      const more = because.length > SHOWN ? ` and ${because.length - SHOWN} more` : ''
      return `differs ${testCase.id}: ${because.slice(0, SHOWN).join(', ')}${more}`
    })
}

/** Each reason with the number of cases it stands for. A case with several reasons counts under their union. */
function reasons(outcome: Outcome, judged: readonly Judged[]): string[] {
  const ones = judged.filter(({ verdict }) => verdict.outcome === outcome)
  const grouped = Map.groupBy(ones, ({ testCase, verdict }) => `${testCase.peer}: ${verdict.because.join('; ')}`)
  return [...grouped].map(([reason, cases]) => `${outcome} (${cases.length}) ${reason}`)
}
