/** Names by which a computer calls itself. */
const NAMES = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i

/** Nothing here may be taken for a page. */
const HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * Answers only requests that call this computer by a name of its own. Until sign-in exists that is what keeps a
 * hostile page, whose own name was made to point here, from reading along (DNS rebinding).
 */
export function onlyForThisComputer(fetch: Fetch): Fetch {
  return (request) => {
    if (NAMES.test(request.headers.get('host') ?? '')) return fetch(request)
    return new Response('Golden Thread answers on localhost only until sign-in exists.\n', {
      status: 421,
      headers: HEADERS,
    })
  }
}
