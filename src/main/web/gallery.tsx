import { GALLERY_GROUPS, type GalleryCase, type GalleryGroup } from '@golden-thread/charts/gallery'
import { Hono } from 'hono'
import { Problem } from '#platform/errors.ts'
import { MarkupBlock } from '#platform/html/markup.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

/** /gallery: every kind of chart and state, with figures of our own, as the approved pictures show them. A page a kind. */
export function galleryRoutes() {
  return new Hono<OrganisationEnv>()
    .get('/', (c) => page(c, { title: 'Gallery of charts' }, <Contents />))
    .get('/:group', (c) => {
      const group = GALLERY_GROUPS.find(({ id }) => id === c.req.param('group'))
      if (!group) throw new Problem('not-found', 'The gallery has no such kind of chart')
      return page(c, { title: `${group.title}: gallery of charts` }, <Group group={group} />)
    })
}

function Contents() {
  return (
    <>
      <h1>Gallery of charts</h1>
      <p className="gt-lead">
        Every kind of chart, state and size, with made-up figures: what each picture must show. A change that alters one
        of them is looked at before it is let in.
      </p>
      {GALLERY_GROUPS.map(({ id, title, note, cases }) => (
        <section key={id} aria-labelledby={id}>
          <h2 id={id}>
            <a href={`/gallery/${id}`}>{title}</a>
          </h2>
          <p>
            {note} {cases.length} cases.
          </p>
        </section>
      ))}
    </>
  )
}

/** The window shows the sizes that it has room for: a phone the phone's, paper the printed one, a desk all of them. */
function Group({ group }: { readonly group: GalleryGroup }) {
  return (
    <>
      <h1>{group.title}</h1>
      <p className="gt-lead">{group.note} All figures are made up.</p>
      <p>
        <a href="/gallery">All kinds of chart</a>
      </p>
      {group.cases.map((each) => (
        <Case key={each.name} each={each} />
      ))}
    </>
  )
}

function Case({ each }: { readonly each: GalleryCase }) {
  const { name, note, sizes, drawing } = each
  return (
    <section className="gt-case" aria-labelledby={`picture-${name}`}>
      <h2 id={`picture-${name}`}>{heading(name)}</h2>
      <p>{note}</p>
      <div className="gt-pictures">
        {sizes.map((size) => (
          <MarkupBlock
            key={size}
            className={sizes.length === 1 ? 'gt-picture' : `gt-picture gt-picture--${size}`}
            html={drawing(size)()}
          />
        ))}
      </div>
    </section>
  )
}

/** How the field writes what file names cannot. */
const WRITTEN: Readonly<Record<string, string>> = {
  xmr: 'XmR',
  mr: 'Moving range',
  xbar: 'x̄',
  ewma: 'EWMA',
  cusum: 'CUSUM',
  bernoulli: 'Bernoulli',
}

function heading(name: string): string {
  const words = name
    .split('-')
    .map((word) => WRITTEN[word] ?? word)
    .join(' ')
  return /^[a-z]{2}/.test(words) ? words.charAt(0).toUpperCase() + words.slice(1) : words
}
