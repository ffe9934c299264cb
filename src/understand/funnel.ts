import { type FunnelAnalysis, funnel, funnelReading, type Reading } from '@golden-thread/spc'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'
import type { PeriodNumber } from '#understand/period.ts'
import type { Holder } from '#understand/series.ts'
import { valueText } from '#understand/wording.ts'

/** One unit or peer that has a series of the measure, and the periods in which it has figures. */
export interface FunnelHolder {
  /** Id of its series. */
  readonly id: string
  readonly holder: Holder
  /** Ids from the root of our tree down to the unit, each between slashes; '' for a peer. */
  readonly path: string
  readonly first: PeriodNumber
  readonly latest: PeriodNumber
}

/** What it counted in one period; NaN where there is no figure, or a hidden one. */
export interface FunnelFigure {
  readonly numerator: number
  readonly denominator: number
  readonly provisional: boolean
}

/** Providers side by side, or the parts of our own tree. */
export type FunnelGroup = 'peers' | 'units'

/** How wide the limits are: widened where units differ by more than chance explains, or by chance alone. */
export type FunnelWidth = 'adjusted' | 'chance'

/**
 * Who can be compared with whom, so that nobody is counted twice: our organisation (the topmost of our units that has
 * figures) with the peers, and those of our units that have no part with figures of its own with each other. A group of
 * fewer than two is none.
 */
export function funnelGroups(holders: readonly FunnelHolder[]): ReadonlyMap<FunnelGroup, readonly FunnelHolder[]> {
  const own = holders.filter(({ path }) => path !== '')
  const isWithin = (inner: FunnelHolder, outer: FunnelHolder) => inner !== outer && inner.path.startsWith(outer.path)
  const peers = holders.filter(({ path }) => path === '')
  const tops = own.filter((one) => !own.some((other) => isWithin(one, other)))
  const leaves = own.filter((one) => !own.some((other) => isWithin(other, one)))
  const groups: [FunnelGroup, readonly FunnelHolder[]][] = [
    ['peers', peers.length > 0 ? [...tops, ...peers] : []],
    ['units', leaves],
  ]
  return new Map(groups.filter(([, members]) => members.length > 1))
}

/** The newest period that most of them have reached: one that has brought its figures early does not stand alone. */
export function usualPeriod(members: readonly FunnelHolder[]): PeriodNumber {
  const latest = members.map((one) => one.latest).sort((a, b) => b - a)
  return latest[Math.floor(latest.length / 2)]!
}

/** Periods that at least one of them can have figures of, newest first. */
export function funnelPeriods(members: readonly FunnelHolder[], most: number): readonly PeriodNumber[] {
  const newest = Math.max(...members.map(({ latest }) => latest))
  const oldest = Math.min(...members.map(({ first }) => first))
  return Array.from({ length: Math.min(most, newest - oldest + 1) }, (_, i) => newest - i)
}

/** One holder with its figure of the period. */
export interface FunnelMember extends FunnelHolder {
  readonly figure: FunnelFigure
}

/** Units side by side, in the unit of display; `points` in the order of the members, each called by its name. */
export interface MeasureFunnel {
  readonly analysis: FunnelAnalysis
  readonly reading: Pick<Reading, 'headline' | 'rest'>
}

/** @throws SpcInputError for figures that no funnel can hold */
export function funnelOf(
  definition: MeasureDefinition,
  members: readonly FunnelMember[],
  group: FunnelGroup,
  width: FunnelWidth,
): MeasureFunnel {
  const made = funnel({
    kind: kindOf(definition.kind).funnel!,
    // By series, since two units may have one name.
    units: members.map(({ id }) => id),
    numerators: members.map(({ figure }) => figure.numerator),
    denominators: members.map(({ figure }) => figure.denominator),
    multiplier: definition.multiplier,
    ...(width === 'chance' && { method: { adjust: 'never' } }),
  })
  const analysis = { ...made, points: made.points.map((point, i) => ({ ...point, unit: members[i]!.holder.name })) }
  const value = (number: number) => valueText(number, definition)
  return { analysis, reading: funnelReading(analysis, { noun: group === 'peers' ? 'provider' : 'unit', value }) }
}
