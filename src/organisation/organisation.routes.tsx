import { Hono } from 'hono'
import { actingAsRoutes } from '#organisation/actingAs.routes.tsx'
import type { HeldAt } from '#organisation/hold.ts'
import { PeersPage } from '#organisation/peers.pages.tsx'
import { peopleRoutes } from '#organisation/people.routes.tsx'
import { listPeers } from '#organisation/unit.store.ts'
import { unitsRoutes } from '#organisation/units.routes.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

/** /units, /people, /peers, /acting-as — who and what the organisation consists of. */
export function organisationRoutes(parts: { readonly heldAt: HeldAt }) {
  return new Hono<OrganisationEnv>()
    .route('/units', unitsRoutes(parts))
    .route('/people', peopleRoutes())
    .route('/acting-as', actingAsRoutes())
    .get('/peers', async (c) => {
      const peers = await c.var.as(listPeers)
      return page(c, { title: 'Peers', at: '/units' }, <PeersPage organisation={c.var.organisation} peers={peers} />)
    })
}
