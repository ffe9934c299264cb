import { GALLERY } from '@golden-thread/charts/gallery'
import { Hono } from 'hono'
import { MarkupBlock } from '#platform/html/markup.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

/** /gallery: every kind of chart and state, with figures of our own, as the approved pictures show them. */
export function galleryRoutes() {
  return new Hono<OrganisationEnv>().get('/', (c) =>
    page(
      c,
      { title: 'Gallery of charts' },
      <>
        <h1>Gallery of charts</h1>
        <p className="gt-lead">
          Every kind of chart, state and size, with made-up figures: what each picture must show. A change that alters
          one of them is looked at before it is let in.
        </p>
        {GALLERY.map(({ name, note, svg }) => (
          <section key={name} aria-labelledby={`picture-${name}`}>
            <h2 id={`picture-${name}`}>{heading(name)}</h2>
            <p>{note}</p>
            <MarkupBlock className="gt-picture" html={svg()} />
          </section>
        ))}
      </>,
    ),
  )
}

function heading(name: string): string {
  const words = name.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
