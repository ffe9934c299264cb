import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aMeasure } from '#test/support/figures.ts'
import {
  type FunnelFigure,
  type FunnelHolder,
  type FunnelMember,
  funnelGroups,
  funnelOf,
  funnelPeriods,
  usualPeriod,
} from '#understand/funnel.ts'

const SEEN = aMeasure({ code: 'seen', kind: 'proportion', denominator: 'all who came', decimals: 1 })

function aHolder(name: string, path = '', span: Partial<FunnelHolder> = {}): FunnelHolder {
  const kind = path === '' ? 'peer' : 'unit'
  return {
    id: `series of ${name}`,
    holder: { kind, id: name, code: name, name } as never,
    path,
    first: 1,
    latest: 9,
    ...span,
  }
}

const counted = (numerator: number, denominator: number): FunnelFigure => ({
  numerator,
  denominator,
  provisional: false,
})
const member = (name: string, figure: FunnelFigure): FunnelMember => ({ ...aHolder(name), figure })

const TRUST = aHolder('Trust', '/t/')
const WARDS = [aHolder('Ward A', '/t/a/'), aHolder('Ward B', '/t/b/')]
const PEERS = [aHolder('Peer 1'), aHolder('Peer 2')]

describe('who is compared with whom', () => {
  test.each([
    ['a trust and its peers', [TRUST, ...PEERS], { peers: ['Trust', 'Peer 1', 'Peer 2'] }],
    ['wards, without the trust that holds them', [TRUST, ...WARDS], { units: ['Ward A', 'Ward B'] }],
    [
      'both: the trust as a whole with peers, its wards with each other',
      [TRUST, ...WARDS, ...PEERS],
      { peers: ['Trust', 'Peer 1', 'Peer 2'], units: ['Ward A', 'Ward B'] },
    ],
    [
      'wards and peers, where the trust has no figures',
      [...WARDS, ...PEERS],
      {
        peers: ['Ward A', 'Ward B', 'Peer 1', 'Peer 2'],
        units: ['Ward A', 'Ward B'],
      },
    ],
    ['one unit with nobody', [TRUST], {}],
    ['one ward within its trust', [TRUST, WARDS[0]!], {}],
  ])('%s', (_, holders, expected) => {
    const groups = [...funnelGroups(holders)].map(([group, members]) => [
      group,
      members.map(({ holder }) => holder.name),
    ])
    expect(Object.fromEntries(groups)).toEqual(expected)
  })
})

describe('the period', () => {
  const at = (...latest: number[]) => latest.map((one, i) => aHolder(`${i}`, '', { latest: one }))

  test.each([
    [[9, 9, 9], 9],
    [[12, 9, 9], 9],
    [[12, 9], 9],
    [[9, 9, 3], 9],
  ])('of series that end at %j is %i: the newest that most have reached', (latest, period) => {
    expect(usualPeriod(at(...latest))).toBe(period)
  })

  test('is chosen from all that any has, newest first, but no endless list', () => {
    const holders = [aHolder('a', '', { first: 3, latest: 5 }), aHolder('b', '', { first: 1, latest: 7 })]
    expect(funnelPeriods(holders, 120)).toEqual([7, 6, 5, 4, 3, 2, 1])
    expect(funnelPeriods(holders, 2)).toEqual([7, 6])
  })
})

describe('side by side', () => {
  const steady = ['A', 'B', 'C', 'D', 'E'].map((name, i) => member(name, counted(80 + i, 100)))

  test('values stand in the unit of display, each by its name; two of one name stay two', () => {
    const { analysis } = funnelOf(
      SEEN,
      [...steady, { ...member('A', counted(40, 50)), id: 'another' }],
      'peers',
      'chance',
    )
    expect(analysis.points.map(({ unit, value }) => [unit, value])).toEqual([
      ['A', 80],
      ['B', 81],
      ['C', 82],
      ['D', 83],
      ['E', 84],
      ['A', 80],
    ])
  })

  test('those within the limits are said to be alike, whoever is first', () => {
    const { reading } = funnelOf(SEEN, steady, 'peers', 'chance')
    expect(reading.headline).toMatch(/^All five providers lie within/)
    expect(reading.rest).toContain('their order says nothing')
  })

  test('limits are widened where they differ by more than chance, or stay by chance alone', () => {
    const apart = [60, 95, 70, 99, 80].map((numerator, i) => member(`${i}`, counted(10 * numerator, 1000)))
    expect(funnelOf(SEEN, apart, 'peers', 'adjusted').analysis.adjusted).toBe(true)
    expect(funnelOf(SEEN, apart, 'peers', 'chance').analysis.adjusted).toBe(false)
  })

  test('one without a figure is left out, and keeps its place', () => {
    const { analysis } = funnelOf(SEEN, [member('A', counted(Number.NaN, Number.NaN)), ...steady], 'units', 'adjusted')
    expect(analysis.points[0]).toMatchObject({ unit: 'A', value: null, noValue: 'missing' })
  })

  test('standardised ratios are held against 1', () => {
    const deaths = aMeasure({ code: 'deaths', kind: 'standardisedRatio', denominator: 'expected', decimals: 2 })
    const { analysis } = funnelOf(deaths, steady, 'peers', 'chance')
    expect(analysis).toMatchObject({ kind: 'standardisedRatio', target: 1 })
  })

  test('whoever comes first, everybody has the same value and limits', () => {
    const figures = fc.array(fc.nat(100), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(figures, (seen) => {
        const members = seen.map((one, i) => member(`${i}`, counted(one, 100 + i)))
        const of = (those: readonly FunnelMember[]) => funnelOf(SEEN, those, 'peers', 'chance').analysis.points
        const byName = new Map(of(members.toReversed()).map((point) => [point.unit, point.outside]))
        for (const { unit, outside } of of(members)) expect(byName.get(unit)).toEqual(outside)
      }),
    )
  })
})
