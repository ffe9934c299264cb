import { textWidth } from './textWidth.ts'
import type { View } from './view.ts'

/** A name under one period. */
interface TimeTick {
  readonly index: number
  readonly text: string
}

/** A stretch of periods under one name: a year. */
interface TimeGroup {
  readonly start: number
  /** Exclusive. */
  readonly end: number
  readonly text: string
}

/** What stands under the axis. `marks`: groups are marked at their start only, as there is no room for ticks. */
export interface TimeMarks {
  readonly ticks: readonly TimeTick[]
  readonly groups: readonly TimeGroup[]
  readonly style: 'rows' | 'marks' | 'ends'
}

/** px that letters under neighbouring points need, at 12.5 px. */
const PITCH_OF_LETTERS = 16
/** px between words under the axis. */
const BETWEEN_WORDS = 8

/** Month letters where they fit, names where those fit, else the years alone, else first and last period. */
export function timeMarks(view: View, pitch: number): TimeMarks {
  const ticks = ticksOf(view)
  const groups = groupsOf(view)
  const { small, timeRows } = view.rules
  if (ticks.length > 0 && fit(ticks, pitch, small))
    return { ticks, groups: timeRows === 2 ? groups : [], style: 'rows' }
  if (groups.length > 1) return { ticks: [], groups: thinned(groups, pitch, small), style: 'marks' }
  const fewer = thinnedTicks(ticks, pitch, small)
  if (fewer.length > 1) return { ticks: fewer, groups: timeRows === 2 ? groups : [], style: 'rows' }
  return { ticks: [], groups, style: 'ends' }
}

function ticksOf({ chart, from, places }: View): TimeTick[] {
  const ticks: TimeTick[] = []
  for (let index = from; index < from + places; index++) {
    const text = chart.time[index]?.tick
    if (text) ticks.push({ index, text })
  }
  return ticks
}

function groupsOf({ chart, from, places }: View): TimeGroup[] {
  const groups: { start: number; end: number; text: string }[] = []
  for (let index = from; index < from + places; index++) {
    const text = chart.time[index]?.group
    const open = groups.at(-1)
    if (!text) continue
    if (open?.text === text && open.end === index) open.end++
    else groups.push({ start: index, end: index + 1, text })
  }
  return groups
}

function fit(ticks: readonly TimeTick[], pitch: number, size: number): boolean {
  return ticks.every(({ index, text }, place) => {
    const next = ticks[place + 1]
    if (!next) return true
    const room = (next.index - index) * pitch
    if (text.length === 1 && next.text.length === 1) return room >= (PITCH_OF_LETTERS * size) / 12.5
    return room >= (textWidth(text, size) + textWidth(next.text, size)) / 2 + BETWEEN_WORDS
  })
}

function thinnedTicks(ticks: readonly TimeTick[], pitch: number, size: number): readonly TimeTick[] {
  for (let every = 2; every < ticks.length; every++) {
    const fewer = ticks.filter((_, place) => place % every === 0)
    if (fit(fewer, pitch, size)) return fewer
  }
  return []
}

/** Every second, third, … group where the names would run into each other. */
function thinned(groups: readonly TimeGroup[], pitch: number, size: number): TimeGroup[] {
  const widest = Math.max(...groups.map(({ text }) => textWidth(text, size))) + BETWEEN_WORDS
  const shortest = Math.min(...groups.slice(1, -1).map(({ start, end }) => end - start), Number.POSITIVE_INFINITY)
  const every = Number.isFinite(shortest) ? Math.max(1, Math.ceil(widest / Math.max(0.01, shortest * pitch))) : 1
  return groups.filter((_, place) => place % every === 0)
}
