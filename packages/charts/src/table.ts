import type { PointVerdict } from '@golden-thread/spc'
import type { ControlChart } from './chart.ts'
import { type BothVerdicts, bothNames, disagreements } from './disagreement.ts'
import { signalLetters } from './letters.ts'
import { pointVerdictName } from './names.ts'
import { limitText, targetText } from './rightLabels.ts'
import { boundsOf, centreWord } from './view.ts'

/** One period in words: what the drawing shows of it. Figures with their units; '' where there is none. */
export interface ChartRow {
  readonly index: number
  readonly period: string
  /** "No data" where it is missing. */
  readonly value: string
  /** The single value behind an average; both cumulative sums. '' where the chart has neither. */
  readonly behind: string
  readonly provisional: boolean
  readonly lower: string
  readonly centre: string
  readonly upper: string
  readonly target: string
  /** "Improving (B)", "Concerning and improving (A, B)" where rules disagree; '' while there are too few points to say. */
  readonly verdict: string
  /** Letters of the signals that flag it. */
  readonly letters: readonly string[]
  /** Texts of its notes. */
  readonly notes: readonly string[]
}

/** The chart's text equivalent, in order of time. */
export function tableOf(chart: ControlChart): readonly ChartRow[] {
  const row = rowsOf(chart)
  return Array.from(chart.analysis.values, (_, index) => row(index))
}

/** Rows of the table, each as one sentence after the other, for tooltips and to be read aloud. `to` is exclusive. */
export function rowsRead(chart: ControlChart, from: number, to: number): readonly string[] {
  const row = rowsOf(chart)
  return Array.from({ length: to - from }, (_, at) => rowRead(chart, row(from + at)))
}

function rowRead(chart: ControlChart, row: ChartRow): string {
  const centre = centreWord(chart)
  let lines = row.lower && row.upper ? `limits ${row.lower} to ${row.upper}` : ''
  if (row.centre) lines += `${lines && ', '}${centre} ${row.centre}`
  if (row.target) lines += `${lines && ', '}target ${row.target}`
  let text = `${chart.partName ? `${chart.partName}, ` : ''}${row.period}: ${row.value}${row.provisional ? ', provisional' : ''}`
  for (const part of [capital(row.behind), row.verdict, capital(lines), ...row.notes]) if (part) text += `. ${part}`
  return text
}

/** What signals say of points, and how lines are written: worked out once for all rows. */
interface Known {
  readonly letters: ReadonlyMap<number, readonly string[]>
  readonly both: ReadonlyMap<number, BothVerdicts>
  readonly lower: (figure: number) => string
  readonly centre: (figure: number) => string
  readonly upper: (figure: number) => string
}

function rowsOf(chart: ControlChart): (index: number) => ChartRow {
  const bounds = boundsOf(chart)
  const limit = (figure: number) => limitText({ chart, bounds }, figure)
  const known: Known = {
    letters: lettersByPoint(chart),
    both: disagreements(chart),
    lower: writtenOnce(limit),
    centre: writtenOnce(chart.format),
    upper: writtenOnce(limit),
  }
  return (index) => rowOf(chart, index, known)
}

/** A line is level over most of its length: a figure like the one before is not written again, which costs much. */
function writtenOnce(write: (figure: number) => string): (figure: number) => string {
  let before = Number.NaN
  let text = ''
  return (figure) => {
    if (figure !== before) {
      before = figure
      text = write(figure)
    }
    return text
  }
}

function rowOf(chart: ControlChart, index: number, known: Known): ChartRow {
  const letters = known.letters.get(index) ?? []
  const { values, lower, centre, upper, targets, verdicts, pointsToCome, phases, excluded } = chart.analysis
  const waiting = pointsToCome > 0 && phases.length <= 1
  const line = (figure: number | undefined, write: (figure: number) => string) =>
    !waiting && Number.isFinite(figure) ? write(figure!) : ''
  const missing = !Number.isFinite(values[index])
  const name = excluded?.includes(index)
    ? 'Left out of limits and rules'
    : verdictName(verdicts[index], known.both.get(index))
  return {
    index,
    period: chart.time[index]?.label ?? '',
    value: missing ? 'No data' : chart.format(values[index]!),
    behind: missing ? '' : behindOf(chart, index),
    provisional: !missing && chart.provisional[index] === true,
    lower: line(lower[index], known.lower),
    centre: line(centre[index], known.centre),
    upper: line(upper[index], known.upper),
    target: Number.isFinite(targets[index]) ? targetText(chart, targets[index]!) : '',
    verdict: missing || waiting ? '' : name + (letters.length ? ` (${letters.join(', ')})` : ''),
    letters: waiting ? [] : letters,
    notes: chart.notes
      .filter((note) => note.index === index)
      .map(({ text, detail }) => (detail ? `${text}, ${detail}` : text)),
  }
}

/** The point's own verdict first, where rules disagree. */
function verdictName(own: PointVerdict = 'commonCause', both?: BothVerdicts): string {
  if (!both) return pointVerdictName(own)
  return bothNames(both[0] === own ? both : [both[1], both[0]])
}

function behindOf({ analysis, singleValues, format }: ControlChart, index: number): string {
  const { sums } = analysis
  if (sums) return `sum upwards ${format(sums.upper[index]!)}, sum downwards ${format(sums.lower[index]!)}`
  const single = singleValues?.[index]
  return single !== undefined && Number.isFinite(single) ? `single value ${format(single)}` : ''
}

function lettersByPoint({ signals, lettersBefore }: ControlChart): Map<number, string[]> {
  const letters = signalLetters(signals, lettersBefore)
  const found = new Map<number, string[]>()
  signals.forEach(({ points }, place) => {
    for (const index of points) found.set(index, [...(found.get(index) ?? []), letters[place]!])
  })
  return found
}

function capital(text: string): string {
  return text && text[0]!.toUpperCase() + text.slice(1)
}
