import { Hono } from 'hono'
import type { ReactNode } from 'react'
import type { Organisation } from '#organisation/organisation.ts'
import type { OrganisationDb } from '#platform/database.ts'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

/** What a part of the product shows of itself on the first page. Null: it has nothing to show yet. */
export type HomeCard = (db: OrganisationDb, organisation: Organisation) => Promise<ReactNode | null>

/** / : what is there, said by the parts themselves; nothing is drawn for a part that is absent. */
export function homeRoutes(cards: readonly HomeCard[]) {
  return new Hono<OrganisationEnv>().get('/', async (c) => {
    const { organisation } = c.var
    const drawn = await c.var.as(async (db) => {
      const all: ReactNode[] = []
      for (const card of cards) all.push(await card(db, organisation))
      return all.filter((card) => card !== null)
    })
    return page(
      c,
      { title: 'Home' },
      <>
        <h1>{organisation.name}</h1>
        <p className="gt-lead">
          What is really changing, said in plain words, with the figures behind it.
          {organisation.fictional && ' This trust and all its figures are fictional: look around, nothing can break.'}
        </p>
        <div className="gt-cards">
          {drawn.map((card, place) => (
            <section key={place}>{card}</section>
          ))}
        </div>
      </>,
    )
  })
}
