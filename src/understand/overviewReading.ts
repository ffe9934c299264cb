import { type MatrixRow, matrixRowOf } from '#understand/overviewRows.ts'
import type { SeriesSummary } from '#understand/series.ts'

/** What the overview says before it shows anything. */
export interface OverviewReading {
  /** Complete in itself. */
  readonly headline: string
  readonly rest: string
}

/** More than this many are counted, not named. */
const MOST_NAMED = 3
const IN_WORDS = ['None', 'One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven', 'Eight', 'Nine', 'Ten']

/** "24 measures", or "156 charts" where a measure stands at several units. */
export function countedCharts(series: readonly SeriesSummary[]): string {
  const isOneEach = new Set(series.map(({ measure }) => measure.code)).size === series.length
  const noun = isOneEach ? 'measure' : 'chart'
  return `${series.length} ${noun}${series.length === 1 ? '' : 's'}`
}

/** In sentences: how many get worse and better, which of them need somebody first, how many show nothing. */
export function overviewReading(
  judged: readonly SeriesSummary[],
  tooFew: readonly SeriesSummary[],
  nameOf: (series: SeriesSummary) => string,
): OverviewReading {
  if (judged.length === 0) {
    return {
      headline: `${countedCharts(tooFew)} ${has(tooFew.length)} too few points yet.`,
      rest: 'Limits and verdicts begin with the 13th point.',
    }
  }
  const count = (row: MatrixRow) => judged.filter((series) => matrixRowOf(series.variation) === row).length
  const [worse, better, changed, steady] = [
    count('concerning'),
    count('improving'),
    count('changed'),
    count('commonCause'),
  ]
  const rest = [
    changed > 0 && `${words(changed)} ${has(changed)} changed in a way that is neither.`,
    worse + better + changed > 0 && steady > 0 && `${steadySentence(steady)}`,
    startHere(judged, nameOf),
    tooFew.length > 0 && `${words(tooFew.length)} more ${has(tooFew.length)} too few points yet.`,
  ]
  return { headline: headline(judged, worse, better, changed), rest: rest.filter(Boolean).join(' ') }
}

function headline(judged: readonly SeriesSummary[], worse: number, better: number, changed: number): string {
  const all = countedCharts(judged)
  if (worse + better + changed === 0)
    return judged.length === 1
      ? `The ${all.slice(2)} shows no special change.`
      : `None of ${all} shows a special change.`
  const worsening = worse === 0 ? `None of ${all} is getting worse` : `${worse} of ${all} ${is(worse)} getting worse`
  return better === 0
    ? `${worsening}, and none is getting better.`
    : `${worsening} and ${better} ${is(better)} getting better.`
}

function steadySentence(steady: number): string {
  return steady === 1 ? 'The other one shows no special change.' : `The other ${steady} show no special change.`
}

/** Those that get worse and miss their target too. */
function startHere(judged: readonly SeriesSummary[], nameOf: (series: SeriesSummary) => string): string {
  const concerning = judged.filter((series) => matrixRowOf(series.variation) === 'concerning')
  const missing = concerning.filter((series) => series.assurance === 'misses')
  if (missing.length === 0) return ''
  const [miss, keep] = missing.length === 1 ? ['misses its', 'keeps'] : ['miss their', 'keep']
  const named =
    missing.length <= MOST_NAMED ? `, ${listed(missing.map((series) => withinSentence(nameOf(series))))},` : ''
  const those = concerning.length === 1 ? '' : ' of those getting worse'
  return `${words(missing.length)}${those}${named} ${miss} target every time and ${keep} doing so unless something changes.`
}

/** "Staff sickness" becomes "staff sickness"; "A&E" and "C. difficile" stay. */
function withinSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
}

function words(count: number): string {
  return IN_WORDS[count] ?? String(count)
}

function is(count: number): string {
  return count === 1 ? 'is' : 'are'
}

function has(count: number): string {
  return count === 1 ? 'has' : 'have'
}

function listed(names: readonly string[]): string {
  return names.length === 1 ? names[0]! : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
