import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '#main/web/wiring.tsx'
import type { Database } from '#platform/database.ts'
import type { PersonId } from '#platform/ids.ts'
import { importJobs } from '#understand/imports.jobs.ts'

/** The whole site on a test's database, asked as a browser would ask, without a server that listens. */
export interface TestSite {
  /** Acts as this person from now on, unless a request says otherwise. */
  actAs(person: PersonId): void
  get(address: string, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Sends a form from the site's own page. */
  post(
    address: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>
  /** Bugs that the site answered with "Something went wrong". */
  readonly faults: readonly unknown[]
  close(): Promise<void>
}

const ADDRESS = 'http://localhost'

export function testSite(database: Database, clock?: () => Date): TestSite {
  const faults: unknown[] = []
  const uploads = mkdtempSync(join(tmpdir(), 'golden-thread-uploads-'))
  const onFault = (error: unknown) => faults.push(error)
  const jobs = importJobs(database, onFault)
  let cookie = ''
  const app = createApp({ database, jobs, uploads, onFault, ...(clock && { clock }) })
  return {
    faults,
    actAs(person) {
      cookie = `acting-as=${person}`
    },
    async get(address, headers = {}) {
      return app.request(ADDRESS + address, { headers: { host: 'localhost', cookie, ...headers } })
    },
    async post(address, fields, headers = {}) {
      const body = new URLSearchParams(fields)
      return app.request(ADDRESS + address, {
        method: 'POST',
        body,
        // A browser says how long a form is.
        headers: {
          host: 'localhost',
          origin: ADDRESS,
          cookie,
          'content-length': `${body}`.length.toString(),
          ...headers,
        },
      })
    },
    async close() {
      await jobs.close()
      rmSync(uploads, { recursive: true, force: true })
    },
  }
}

/** What a page says, without its markup. */
export function textOf(html: string): string {
  return html
    .replace(/<(style|script|title|desc)[^>]*>.*?<\/\1>/gs, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
}
