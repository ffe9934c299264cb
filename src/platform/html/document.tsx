import type { ReactNode } from 'react'
import { Markup } from '#platform/html/markup.tsx'

export interface Link {
  readonly path: string
  readonly title: string
}

/** One main part of the product in the navigation, with the pages it has so far. */
export interface Section extends Link {
  readonly pages: readonly Link[]
}

/** What stands around every page. Parts that do not exist yet are not in it. */
export interface Frame {
  readonly product: string
  /** SVG of the product's mark, on ink. */
  readonly mark: string
  readonly organisation: { readonly name: string; readonly fictional: boolean } | null
  /** Whom one acts as, null until one has chosen, and the page on which one chooses. Absent before there is an organisation. */
  readonly acting: { readonly name: string | null; readonly path: string } | null
  readonly sections: readonly Section[]
  readonly footer: readonly Link[]
  /** "24 November 2026, 08:00" */
  readonly asKnown: string
  readonly styles: readonly string[]
  readonly scripts: readonly string[]
}

export interface PageHead {
  readonly title: string
  /** The path of the page in the navigation that this one belongs to. */
  readonly at?: string
  readonly breadcrumbs?: readonly Link[]
  /** Seconds after which the page comes again: progress without script. */
  readonly refresh?: number
}

export function DocumentPage({
  frame,
  head,
  children,
}: {
  readonly frame: Frame
  readonly head: PageHead
  readonly children: ReactNode
}) {
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${head.title} – ${frame.organisation?.name ?? frame.product}`}</title>
        {head.refresh !== undefined && (
          // Where there is script, it renews only what moves: a page that comes again as a whole disturbs screen readers.
          <noscript>
            <meta httpEquiv="refresh" content={String(head.refresh)} />
          </noscript>
        )}
        {frame.styles.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        {frame.scripts.map((src) => (
          <script key={src} type="module" src={src} />
        ))}
      </head>
      <body>
        <a className="gt-skip" href="#main">
          Skip to the main content
        </a>
        <Band frame={frame} />
        {frame.organisation && <Navigation sections={frame.sections} at={head.at} />}
        <div className="gt-page">
          {head.breadcrumbs && head.breadcrumbs.length > 0 && (
            <Breadcrumbs home={frame.organisation?.name ?? frame.product} links={head.breadcrumbs} />
          )}
          <main id="main" tabIndex={-1}>
            {children}
          </main>
        </div>
        <Footer frame={frame} />
      </body>
    </html>
  )
}

function Band({ frame }: { readonly frame: Frame }) {
  return (
    <header className="gt-band">
      <a className="gt-band__home" href="/">
        <Markup html={frame.mark} />
        <span>{frame.product}</span>
      </a>
      {frame.organisation && <span className="gt-band__organisation">{frame.organisation.name}</span>}
      {frame.acting && (
        <a className="gt-band__person" href={frame.acting.path}>
          {actingText(frame.acting)}
        </a>
      )}
      {frame.organisation && (
        <a className="gt-band__menu" href="#menu">
          Menu
        </a>
      )}
    </header>
  )
}

function Navigation({ sections, at }: { readonly sections: readonly Section[]; readonly at: string | undefined }) {
  const current = sections.find((section) => section.pages.some((page) => page.path === at))
  return (
    <nav className="gt-nav" aria-label="Main">
      <ul className="gt-nav__sections">
        {sections.map((section) => (
          <li key={section.title} className={section === current ? 'gt-nav__current' : undefined}>
            <a href={section.path} aria-current={section === current ? 'true' : undefined}>
              {section.title}
            </a>
          </li>
        ))}
      </ul>
      <ul className="gt-nav__pages">
        {(current ?? sections[0])?.pages.map((page) => (
          <li key={page.path}>
            <a href={page.path} aria-current={page.path === at ? 'page' : undefined}>
              {page.title}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Breadcrumbs({ home, links }: { readonly home: string; readonly links: readonly Link[] }) {
  return (
    <nav className="gt-breadcrumbs" aria-label="Breadcrumbs">
      <ol>
        <li className="gt-breadcrumbs__home">
          <a href="/">{home}</a>
        </li>
        {links.map((link) => (
          <li key={link.path}>
            <a href={link.path}>{link.title}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Footer({ frame }: { readonly frame: Frame }) {
  return (
    <footer className="gt-footer">
      {frame.organisation && (
        <nav className="gt-footer__menu" id="menu" aria-label="All pages">
          <ul>
            {frame.sections
              .flatMap((section) => section.pages)
              .map((page) => (
                <li key={page.path}>
                  <a href={page.path}>{page.title}</a>
                </li>
              ))}
            {frame.acting && (
              <li>
                <a href={frame.acting.path}>{actingText(frame.acting)}</a>
              </li>
            )}
          </ul>
        </nav>
      )}
      <ul className="gt-footer__links">
        {frame.footer.map((link) => (
          <li key={link.path}>
            <a href={link.path}>{link.title}</a>
          </li>
        ))}
      </ul>
      <p>
        {frame.organisation?.fictional && `${frame.organisation.name} is a fictional trust. `}
        Figures as known on {frame.asKnown}
      </p>
    </footer>
  )
}

function actingText({ name }: NonNullable<Frame['acting']>): string {
  return name === null ? 'Choose whom you act as' : `Acting as ${name}`
}
