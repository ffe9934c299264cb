import type { ControlChart, PhaseNote } from '@golden-thread/charts'
import { type Reading, reading } from '@golden-thread/spc'
import { limitsStatus } from '#understand/limitsStatus.ts'
import { ruleSetOf } from '#understand/measureRules.ts'
import { axisOf, longDate, type PeriodNumber, periodLabel, shortDate, shortLabel, today } from '#understand/period.ts'
import type { CountChange, SeriesView } from '#understand/series.ts'
import { calendarOf } from '#understand/seriesState.ts'
import { reachOf, valueText, wordingOf } from '#understand/wording.ts'

/** A series as `packages/charts` draws it: the same on page, in print and in every download. */
export function chartOf(view: SeriesView, id = 'series'): ControlChart {
  const { definition, observations, analysis } = view
  const calendar = calendarOf(definition)
  const { periods } = observations
  const said = readingOf(view)
  const place = (period: PeriodNumber) => periods.findIndex((one) => one >= period)
  return {
    id,
    title: titleOf(view),
    description: `${said.headline} ${said.rest}`.trim(),
    analysis,
    signals: view.signals,
    time: axisOf(periods, calendar).map((one, i) => ({ ...one, short: shortLabel(periods[i]!, calendar) })),
    noun: definition.period,
    format: (value) => valueText(value, definition),
    axisFormat: (value, decimals) => valueText(value, { unit: definition.unit, decimals }),
    provisional: observations.provisional,
    notes: [
      ...view.annotations.map(({ period, text }) => ({ period, text })),
      ...view.countChanges.map(countNote),
    ].flatMap(({ period, ...note }) => {
      const index = place(period)
      return index < 0 ? [] : [{ index, ...note }]
    }),
    phaseNotes: phaseNotesOf(view),
    ...reachOf(definition),
    stamp: stampOf(view),
  }
}

export function readingOf(view: SeriesView): Reading {
  const wording = wordingOf(view.definition, view.observations)
  return reading(view.analysis, view.signals, wording, ruleSetOf(view.definition))
}

/** "Patients discharged before noon, Ward 12" */
export function titleOf({ definition, holder, stratum }: SeriesView): string {
  return [definition.name, holder.name, stratum].filter(Boolean).join(', ')
}

/** "Ward 12, Asian or Asian British": whose figures they are. */
export function placeText({ holder, stratum }: Pick<SeriesView, 'holder' | 'stratum'>): string {
  return [holder.name, stratum].filter(Boolean).join(', ')
}

/** What every chart and export carries: data as at, source, versions of definition and engine, provisional or not. */
export function stampOf(view: SeriesView): string {
  const { observations, analysis } = view
  const latest = observations.provisional[analysis.latest] ? 'latest figure provisional' : 'latest figure final'
  return [
    view.dataAsAt ? `Data as at ${dayText(view.dataAsAt)}` : 'No data yet',
    `source: ${sourceOf(view)}`,
    `definition version ${view.definitionVersion}${earlierVersions(view)}`,
    `engine ${analysis.engine}`,
    latest,
    ...limitsOf(view),
    ...leftOut(view),
  ].join('; ')
}

/** What the definition says, or else the file that the latest figure came in: "ae_attendances.csv, taken in 24 Nov 2026". */
export function sourceOf({ definition, observations, analysis, known }: SeriesView): string {
  if (definition.source) return definition.source
  const latest = observations.periods[analysis.latest]
  const entry = known.find(
    ({ fileName, takenBack, periods }) => fileName && !takenBack && latest !== undefined && periods.includes(latest),
  )
  return entry ? `${entry.fileName}, taken in ${shortDate(today(() => entry.knownAt))}` : 'not given'
}

/** "limits early: 8 of 13 points"; nothing where the latest ones are whole. */
function limitsOf(view: SeriesView): readonly string[] {
  if (view.analysis.latest < 0) return []
  const status = limitsStatus(view, view.analysis.latest)
  return /early|yet/.test(status) ? [`limits ${status}`] : []
}

/** "2 points left out of the limits: Jan 2026, Mar 2026" */
function leftOut({ excluded, definition }: SeriesView): readonly string[] {
  if (excluded.length === 0) return []
  const calendar = calendarOf(definition)
  const count = excluded.length === 1 ? '1 point' : `${excluded.length} points`
  return [`${count} left out of the limits: ${excluded.map(({ period }) => shortLabel(period, calendar)).join(', ')}`]
}

/** A change of what is counted stands on the chart, where the first figures counted so stand. */
function countNote({ start, version }: CountChange) {
  return { period: start, text: 'Counted otherwise', detail: `definition version ${version}` }
}

/** Figures from before a change of what is counted were counted by the version of their time. */
function earlierVersions({ countChanges, observations, definition }: SeriesView): string {
  const change = countChanges.at(-1)
  if (!change || (observations.periods[0] ?? change.start) >= change.start) return ''
  return ` from ${periodLabel(change.start, calendarOf(definition))}, an earlier one before`
}

/** "24 November 2026" */
export function dayText(moment: Date): string {
  return longDate(today(() => moment))
}

function phaseNotesOf(view: SeriesView): PhaseNote[] {
  const { phases, observations, analysis, definition } = view
  if (analysis.phases.length < 2) return []
  const calendar = calendarOf(definition)
  const label = (index: number) => periodLabel(observations.periods[index]!, calendar)
  const mean = (index: number) => `mean ${valueText(analysis.centre[index]!, definition)}`
  return analysis.phases.map((phase) => {
    const record = phases.findLast((one) => one.start <= observations.periods[phase.start]!)
    if (phase.start === 0 || !record) {
      return { index: 0, title: `${label(0)} to ${label(phase.end - 1)}`, detail: mean(phase.end - 1) }
    }
    const early = phase.early ? ', early limits' : ''
    return {
      index: phase.start,
      title: `From ${label(phase.start)}: ${record.reason}`,
      detail: `new limits agreed ${dayText(record.recordedAt)}, ${mean(phase.end - 1)}${early}`,
    }
  })
}
