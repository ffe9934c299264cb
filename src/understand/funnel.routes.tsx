import { SpcInputError } from '@golden-thread/spc'
import { type Context, Hono } from 'hono'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'
import { FunnelPage, type FunnelPageProps, NoFunnelPage } from '#understand/funnel.pages.tsx'
import { funnelFigures, funnelHolders } from '#understand/funnel.store.ts'
import {
  type FunnelGroup,
  type FunnelMember,
  type FunnelWidth,
  funnelGroups,
  funnelOf,
  funnelPeriods,
  usualPeriod,
} from '#understand/funnel.ts'
import { findMeasure } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { kindOf } from '#understand/measureKind.ts'

/** As many as one chooses from in a list: ten years of months. Older ones are reached by the address. */
const MOST_PERIODS = 120
const NO_FIGURE = { numerator: Number.NaN, denominator: Number.NaN, provisional: false }

/** /measures/:code/funnel: units or peers side by side in one period. */
export function funnelRoutes() {
  return new Hono<OrganisationEnv>().get('/:code/funnel', async (c) => {
    const { id, definition } = await c.var.as((db) => findMeasure(db, c.req.param('code')))
    const head = {
      title: `Side by side: ${definition.name}`,
      at: '/measures',
      breadcrumbs: [
        { path: '/measures', title: 'Measures' },
        { path: `/measures/${definition.code}`, title: definition.name },
      ],
    }
    if (kindOf(definition.kind).funnel === null) {
      const why = 'Only shares, rates and standardised ratios say how much chance there is in one figure.'
      return page(c, head, <NoFunnelPage definition={definition} why={why} />)
    }
    const groups = funnelGroups(await c.var.as((db) => funnelHolders(db, id)))
    const group = chosenGroup(c, [...groups.keys()])
    if (!group) {
      const why = 'At least two of our units, or our organisation and a peer, must have figures of this measure.'
      return page(c, head, <NoFunnelPage definition={definition} why={why} />)
    }
    const holders = groups.get(group)!
    const period = chosenPeriod(c) ?? usualPeriod(holders)
    const width: FunnelWidth = c.req.query('limits') === 'chance' ? 'chance' : 'adjusted'
    const figures = await c.var.as((db) => funnelFigures(db, holders, period))
    const members = holders.map((one): FunnelMember => ({ ...one, figure: figures.get(one.id) ?? NO_FIGURE }))
    const listed = funnelPeriods(holders, MOST_PERIODS)
    const shown: FunnelPageProps = {
      definition,
      chosen: { group, period, width },
      groups: [...groups.keys()],
      periods: listed.includes(period) ? listed : [...listed, period],
      members,
      ...drawn(definition, members, group, width),
    }
    return page(c, head, <FunnelPage {...shown} />)
  })
}

function chosenGroup(c: Context, groups: readonly FunnelGroup[]): FunnelGroup | undefined {
  return groups.find((group) => group === c.req.query('who')) ?? groups[0]
}

/** null for what is no period that a page could name. */
function chosenPeriod(c: Context): number | null {
  const text = c.req.query('period') ?? ''
  return /^\d{1,6}$/.test(text) ? Number(text) : null
}

function drawn(
  definition: MeasureDefinition,
  members: readonly FunnelMember[],
  group: FunnelGroup,
  width: FunnelWidth,
): Pick<FunnelPageProps, 'funnel' | 'fault'> {
  try {
    return { funnel: funnelOf(definition, members, group, width), fault: null }
  } catch (error) {
    if (!(error instanceof SpcInputError)) throw error
    return { funnel: null, fault: error.message }
  }
}
