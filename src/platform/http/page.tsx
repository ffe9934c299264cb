import type { Context } from 'hono'
import type { ReactNode } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { DocumentPage, type Frame, type PageHead } from '#platform/html/document.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'

type Status = 200 | 400 | 403 | 404 | 409 | 413 | 500

/** A whole page in the product's frame. */
export function page(c: Context<OrganisationEnv>, head: PageHead, body: ReactNode, status: Status = 200): Response {
  return framed(c, c.var.frame, head, body, status)
}

/** As `page`, for a frame of one's own (before there is an organisation). */
export function framed(c: Context, frame: Frame, head: PageHead, body: ReactNode, status: Status = 200): Response {
  const html = renderToStaticMarkup(
    <DocumentPage frame={frame} head={head}>
      {body}
    </DocumentPage>,
  )
  return c.html(`<!doctype html>${html}`, status) as Response
}
