import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#main/web/wiring.tsx'
import type { Database } from '#platform/database.ts'
import type { PersonId } from '#platform/ids.ts'
import { importJobs } from '#understand/imports.jobs.ts'

/** One visitor without script: fetches pages, sends forms, follows where they lead, keeps cookies. */
export interface Visitor {
  readonly uploads: string
  /** Acts as this person from now on, as the choose page remembers it. */
  actAs(person: PersonId): void
  get(path: string): Promise<Page>
  /** Sends a form by its fields, or as a file. */
  post(path: string, fields: Readonly<Record<string, string | File>>): Promise<Page>
  close(): Promise<void>
}

export interface Page {
  readonly status: number
  /** Where one has been led to. */
  readonly path: string
  readonly html: string
  /** What the main part says, without markup. */
  readonly text: string
}

const HOST = 'http://localhost'
const REDIRECTS = [301, 302, 303]

export async function aVisitor(database: Database): Promise<Visitor> {
  const uploads = await mkdtemp(join(tmpdir(), 'golden-thread-uploads-'))
  const faults: unknown[] = []
  const jobs = importJobs(database, (error) => faults.push(error))
  const app = createApp({ database, jobs, uploads, onFault: (error) => faults.push(error) })
  const cookies = new Map<string, string>()

  const visit = async (path: string, init: RequestInit = {}): Promise<Page> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host: 'localhost', origin: HOST, ...(cookie && { cookie }) }
    const response = await app.request(HOST + path, { ...init, headers })
    for (const set of response.headers.getSetCookie()) cookies.set(...cookieOf(set))
    const next = response.headers.get('location')
    if (REDIRECTS.includes(response.status) && next) return visit(next)
    const html = await response.text()
    if (response.status >= 500) throw faults.at(-1) ?? new Error(html)
    return { status: response.status, path, html, text: textOf(html) }
  }

  return {
    uploads,
    actAs(person) {
      cookies.set('acting-as', person)
    },
    get: (path) => visit(path),
    post(path, fields) {
      const values = Object.entries(fields)
      const isUpload = values.some(([, value]) => value instanceof File)
      const body = isUpload ? new FormData() : new URLSearchParams()
      for (const [name, value] of values) body.append(name, value as string)
      return visit(path, { method: 'POST', body })
    },
    async close() {
      await jobs.close()
      await rm(uploads, { recursive: true, force: true })
    },
  }
}

function cookieOf(set: string): [string, string] {
  const [name, value] = set.split(';')[0]!.split('=')
  return [name!, value ?? '']
}

function textOf(html: string): string {
  const main = /<main[^>]*>([\s\S]*)<\/main>/.exec(html)?.[1] ?? html
  return main
    .replace(/<(svg|script|style)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#x27;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
