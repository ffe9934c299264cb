import type { Context } from 'hono'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DocumentPage, type Frame, type PageHead } from '#platform/html/document.tsx'
import { type Fragment, fragmentOf } from '#platform/html/fragments.ts'
import { MarkupBlock } from '#platform/html/markup.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 500

/** Where a fragment goes in. No text of a person's can look like it: theirs is escaped. */
const PLACE = '<!--fragment-->'

/** A whole page in the product's frame. */
export function page(c: Context<OrganisationEnv>, head: PageHead, body: ReactNode, status: Status = 200): Response {
  return framed(c, c.var.frame, head, body, status)
}

/** A page whose body was put together before, and goes out as it is. */
export function pageAround(c: Context<OrganisationEnv>, head: PageHead, fragment: Fragment): Response {
  const [before, after] = documentOf(c.var.frame, head, <MarkupBlock html={PLACE} />).split(PLACE)
  return answer(c, Buffer.concat([Buffer.from(before!), fragment, Buffer.from(after!)]), 200)
}

/** As `page`, for a frame of one's own (before there is an organisation). */
export function framed(c: Context, frame: Frame, head: PageHead, body: ReactNode, status: Status = 200): Response {
  return answer(c, fragmentOf([documentOf(frame, head, body)]), status)
}

function documentOf(frame: Frame, head: PageHead, body: ReactNode): string {
  const html = renderToStaticMarkup(
    <DocumentPage frame={frame} head={head}>
      {body}
    </DocumentPage>,
  )
  return `<!doctype html>${html}`
}

function answer(c: Context, bytes: Fragment, status: Status): Response {
  return c.body(bytes, status, { 'content-type': 'text/html; charset=UTF-8' })
}
