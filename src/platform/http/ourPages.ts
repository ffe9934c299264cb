import type { MiddlewareHandler } from 'hono'
import { Problem } from '#platform/errors.ts'

/**
 * Lets through what changes something only when a page of ours sent it, whatever the form looks like. A browser says
 * by itself where a request comes from, and no page can make it say otherwise: by Sec-Fetch-Site, or, if it is an old
 * one or this site has another name than localhost and no TLS, by the origin alone.
 */
export const onlyFromOurPages: MiddlewareHandler = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  const site = c.req.header('sec-fetch-site')
  const isOurs = site ? site === 'same-origin' : c.req.header('origin') === new URL(c.req.url).origin
  if (!isOurs) {
    throw new Problem('not-allowed', 'This form was sent from another page than ours', {
      form: 'Nothing was changed. Open the page here and send it again.',
    })
  }
  return next()
}
