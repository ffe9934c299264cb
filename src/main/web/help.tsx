import { Hono } from 'hono'
import type { ReactNode } from 'react'
import { Accessibility } from '#main/web/help/accessibility.tsx'
import { Icons } from '#main/web/help/icons.tsx'
import { Licence } from '#main/web/help/licence.tsx'
import { Privacy } from '#main/web/help/privacy.tsx'
import { ReadingAChart } from '#main/web/help/readingAChart.tsx'
import type { Link } from '#platform/html/document.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

/** What the foot of every page leads to. */
const PAGES: readonly { readonly name: string; readonly title: string; readonly body: () => ReactNode }[] = [
  { name: 'reading-a-chart', title: 'How to read a control chart', body: ReadingAChart },
  { name: 'icons', title: 'What the icons mean', body: Icons },
  { name: 'accessibility', title: 'Accessibility', body: Accessibility },
  { name: 'privacy', title: 'Privacy', body: Privacy },
  { name: 'licence', title: 'Open source, Apache 2.0', body: Licence },
]

export const HELP_LINKS: readonly Link[] = PAGES.map(({ name, title }) => ({ path: `/help/${name}`, title }))

export function helpRoutes() {
  const routes = new Hono<OrganisationEnv>()
  for (const { name, title, body: Body } of PAGES) {
    routes.get(`/${name}`, (c) =>
      page(
        c,
        { title },
        <article className="gt-article">
          <h1>{title}</h1>
          <Body />
        </article>,
      ),
    )
  }
  return routes
}
