import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { Problem, type ProblemCode } from '#platform/errors.ts'
import type { Frame } from '#platform/html/document.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { framed } from '#platform/http/page.tsx'

const STATUS = {
  'not-found': 404,
  'not-allowed': 403,
  invalid: 400,
  conflict: 409,
  'too-large': 413,
} as const satisfies Record<ProblemCode, number>

/** The one place where what went wrong becomes a page. Only bugs are told to `onFault`. */
export function answerTo(onFault: (error: unknown) => void, bare: () => Frame) {
  return (error: Error, c: Context<OrganisationEnv>): Response => {
    const frame = c.var.frame ?? bare()
    if (error instanceof HTTPException) return error.getResponse()
    if (error instanceof Problem) {
      return framed(
        c,
        frame,
        { title: error.message },
        <Answer title={error.message} lines={Object.values(error.fields)} />,
        STATUS[error.code],
      )
    }
    onFault(error)
    const lines = [
      'It is not your mistake, and nothing you had saved is lost. Go back and try again; if it happens again, tell whoever looks after this system.',
    ]
    return framed(
      c,
      frame,
      { title: 'Something went wrong' },
      <Answer title="Something went wrong here" lines={lines} />,
      500,
    )
  }
}

export function notFound(c: Context<OrganisationEnv>, bare: Frame): Response {
  const lines = ['Check the address, or begin at the overview.']
  return framed(
    c,
    c.var.frame ?? bare,
    { title: 'Not found' },
    <Answer title="There is no page at this address" lines={lines} />,
    404,
  )
}

function Answer({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div className="gt-frame">
      <h1>{title}</h1>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p>
        <a href="/overview">To the overview</a>
      </p>
    </div>
  )
}
