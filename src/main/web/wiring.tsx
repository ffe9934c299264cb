import { markSvg } from '@golden-thread/charts'
import { Hono, type MiddlewareHandler } from 'hono'
import { secureHeaders } from 'hono/secure-headers'
import { answerTo, notFound } from '#main/web/answers.tsx'
import { assetRoutes, builtAssets } from '#main/web/assets.ts'
import { galleryRoutes } from '#main/web/gallery.tsx'
import { HELP_LINKS, helpRoutes } from '#main/web/help.tsx'
import { homeRoutes } from '#main/web/home.tsx'
import { actingAs, choosingFrom, nothingAsNobody } from '#organisation/actingAs.ts'
import { beginRoutes } from '#organisation/begin.routes.tsx'
import { organisationRoutes } from '#organisation/organisation.routes.tsx'
import { findOrganisation } from '#organisation/organisation.store.ts'
import { findActing } from '#organisation/person.store.ts'
import type { Database } from '#platform/database.ts'
import type { Frame, Section } from '#platform/html/document.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { shortForms } from '#platform/http/form.ts'
import { onlyFromOurPages } from '#platform/http/ourPages.ts'
import { isId, type PersonId } from '#platform/ids.ts'
import { exclusionRoutes } from '#understand/exclusions.routes.tsx'
import { figureRoutes } from '#understand/figure.routes.tsx'
import { importsCard, overviewCard } from '#understand/homeCards.tsx'
import type { ImportJobs } from '#understand/imports.jobs.ts'
import { importRoutes } from '#understand/imports.routes.tsx'
import { measureRoutes } from '#understand/measure.routes.tsx'
import { overviewRoutes } from '#understand/overview.routes.tsx'
import { longDate, today } from '#understand/period.ts'
import { seriesRoutes } from '#understand/series.routes.tsx'
import { seriesHeldAt } from '#understand/seriesHeld.store.ts'

export interface AppParts {
  readonly database: Database
  readonly jobs: ImportJobs
  /** Where uploaded files wait: private to the program. */
  readonly uploads: string
  readonly clock?: () => Date
  /** Told of every answer that is a bug. */
  readonly onFault?: (error: unknown) => void
}

/** The parts of the product that exist, under the commitment of the strategy they belong to. */
const SECTIONS: readonly Section[] = [
  {
    title: 'Understand',
    path: '/overview',
    pages: [
      { path: '/overview', title: 'Overview' },
      { path: '/measures', title: 'Measures' },
      { path: '/imports', title: 'Imports' },
      { path: '/units', title: 'Units' },
      { path: '/people', title: 'People' },
    ],
  },
]

/** Everything that the address bar can reach. */
export function createApp(parts: AppParts) {
  const { database, clock = () => new Date() } = parts
  const assets = builtAssets()
  const app = new Hono<OrganisationEnv>()
  app.onError(answerTo(parts.onFault ?? (() => undefined), () => bareFrame(assets, clock)))
  app.notFound((c) => notFound(c, bareFrame(assets, clock)))
  app.use(guardHeaders)
  app.use(keptByNobody)
  app.use(onlyFromOurPages)
  // Files have a door of their own, which streams them to disk; forms are short.
  app.use((c, next) => (c.req.path === '/imports/new' ? next() : shortForms(c, next)))
  app.get('/health', (c) => c.text('well'))
  app.route('/assets', assetRoutes())
  app.route(
    '/begin',
    beginRoutes(database, () => bareFrame(assets, clock)),
  )
  app.use(async (c, next) => {
    const id = await database.organisationOfHost(c.req.header('host') ?? '')
    if (id === null) return c.redirect('/begin', 303)
    const chosen = actingAs(c)
    const { organisation, person } = await database.as(id, async (db) => ({
      organisation: await findOrganisation(db),
      person: isId(chosen) ? await findActing(db, chosen as PersonId) : null,
    }))
    c.set('database', database)
    c.set('organisation', organisation)
    c.set('person', person)
    c.set('as', (work) => database.as(id, work))
    const acting = { name: person?.name ?? null, path: choosingFrom(c) }
    c.set('frame', { ...bareFrame(assets, clock), organisation, acting, sections: SECTIONS })
    return next()
  })
  app.use(nothingAsNobody)
  app.route('/', homeRoutes([overviewCard, importsCard]))
  app.route('/overview', overviewRoutes())
  app.route('/series', seriesRoutes())
  app.route('/series', figureRoutes({ clock }))
  app.route('/series', exclusionRoutes())
  app.route('/measures', measureRoutes())
  app.route('/imports', importRoutes({ jobs: parts.jobs, uploads: parts.uploads }))
  app.route('/help', helpRoutes())
  app.route('/gallery', galleryRoutes())
  app.route('/', organisationRoutes({ heldAt: seriesHeldAt }))
  return app
}

/** What is about an organisation stays in no cache; what is not says so itself. */
const keptByNobody: MiddlewareHandler = async (c, next) => {
  await next()
  if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
}

/** Nothing from elsewhere, no script or style in the page itself. */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  fontSrc: ["'self'"],
  imgSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  baseUri: ["'none'"],
}

const guardHeaders = secureHeaders({
  contentSecurityPolicy: POLICY,
  xFrameOptions: 'DENY',
  referrerPolicy: 'same-origin',
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
})

const MARK = markSvg({ onInk: true })
const CLOCK_TIME = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

function bareFrame(assets: ReturnType<typeof builtAssets>, clock: () => Date): Frame {
  const now = clock()
  return {
    product: 'Golden Thread',
    mark: MARK,
    organisation: null,
    acting: null,
    sections: [],
    footer: HELP_LINKS,
    asKnown: `${longDate(today(clock))}, ${CLOCK_TIME.format(now)}`,
    ...assets,
  }
}
