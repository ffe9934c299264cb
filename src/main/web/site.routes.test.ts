import { GALLERY_GROUPS } from '@golden-thread/charts/gallery'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestSite, testSite, textOf } from '#test/support/app.ts'
import { emptyDatabase, type TestDatabase, testDatabase } from '#test/support/database.ts'

let db: TestDatabase
let site: TestSite
let people: readonly PersonId[]

beforeAll(async () => {
  db = await testDatabase()
  site = testSite(db.database, () => new Date('2026-07-14T08:00:00'))
  people = await db.database.as(db.organisation, async (work) => {
    const unit = await rootUnit(work)
    return [
      await addPerson(work, { name: 'Ada Placeholder', email: 'ada@example.org', unit, job: 'analyst' }),
      await addPerson(work, { name: 'Bryn Specimen', email: 'bryn@example.org', unit, job: '' }),
    ]
  })
})
afterAll(async () => {
  await site.close()
  await db.close()
})

describe('every page', () => {
  const pages = ['/', '/overview', '/measures', '/imports', '/units', '/people', '/peers', '/acting-as', '/gallery']
  const help = ['reading-a-chart', 'icons', 'accessibility', 'privacy', 'licence'].map((name) => `/help/${name}`)

  const gallery = GALLERY_GROUPS.map(({ id }) => `/gallery/${id}`)

  test.each([...pages, ...gallery, ...help])('%s stands in the frame, with one heading', async (address) => {
    const answer = await site.get(address)
    const html = await answer.text()
    expect(answer.status).toBe(200)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/^<!doctype html><html lang="en-GB">/)
    expect(html).toContain('<a class="gt-skip" href="#main">')
    expect(textOf(html)).toContain('Figures as known on 14 July 2026, 08:00')
    expect(site.faults).toEqual([])
  })

  test('names the trust and whom one acts as, and draws nothing for commitments that have no part yet', async () => {
    const text = textOf(await (await site.get('/overview')).text())
    expect(text).toContain('Test Trust')
    expect(text).toContain('Choose whom you act as')
    for (const absent of ['Prioritise', 'Empower', 'Improve', 'Involve', 'Connect']) expect(text).not.toContain(absent)
  })

  test('says where one is in the navigation', async () => {
    const html = await (await site.get('/measures')).text()
    expect(html).toContain('<a href="/measures" aria-current="page">')
    expect(html.match(/aria-current="page"/g)).toHaveLength(1)
  })

  test('lets no script or style run but its own, and no other site frame it', async () => {
    const { headers } = await site.get('/overview')
    const policy = headers.get('content-security-policy')
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('cache-control')).toBe('no-store')
  })

  test('has no style or script inside', async () => {
    for (const address of ['/', '/overview', '/help/icons']) {
      const html = await (await site.get(address)).text()
      expect(html).not.toMatch(/ style=|<style|<script(?![^>]* src=)| on[a-z]+=/)
    }
  })
})

describe('acting as', () => {
  test('is remembered, and stands on every page', async () => {
    const chosen = await site.post('/acting-as', { person: people[1]!, back: '/imports' })
    expect(chosen.headers.get('location')).toBe('/imports')
    const cookie = chosen.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    const page = await site.get('/', { cookie: cookie.split(';')[0]! })
    expect(textOf(await page.text())).toContain('Acting as Bryn Specimen')
  })

  test('leads to no other site', async () => {
    const chosen = await site.post('/acting-as', { person: people[1]!, back: 'https://elsewhere.example/' })
    expect(chosen.headers.get('location')).toBe('/')
  })

  test('somebody who is not there counts as not chosen', async () => {
    const page = await site.get('/', { cookie: 'acting-as=nobody' })
    expect(textOf(await page.text())).toContain('Choose whom you act as')
  })
})

describe('what is not there', () => {
  const addresses = [
    '/nothing',
    '/series/nothing',
    `/series/${'0'.repeat(8)}-0000-7000-8000-${'0'.repeat(12)}`,
    '/measures/nothing',
    '/assets/..%2f..%2fpackage.json',
  ]
  test.each(addresses)('%s is answered by a page that says what to do', async (address) => {
    const answer = await site.get(address)
    expect(answer.status).toBe(404)
    expect(textOf(await answer.text())).toContain('To the overview')
    expect(site.faults).toEqual([])
  })
})

describe('every answer is guarded', () => {
  const elsewhere = { origin: 'https://elsewhere.example' }
  const answers = [
    { name: 'a page', status: 200, ask: () => site.get('/overview') },
    { name: 'a file', status: 200, ask: () => site.get('/overview/data.csv') },
    { name: 'the health', status: 200, ask: () => site.get('/health') },
    { name: 'the first page', status: 303, ask: () => site.get('/begin') },
    { name: 'what is not there', status: 404, ask: () => site.get('/nothing') },
    { name: 'an asset that is not there', status: 404, ask: () => site.get('/assets/nothing.css') },
    { name: 'a form from elsewhere', status: 403, ask: () => site.post('/units', {}, elsewhere) },
    { name: 'a form that is too long', status: 413, ask: () => site.post('/units', { name: 'x'.repeat(1_100_000) }) },
  ]
  test.each(answers)('$name', async ({ status, ask }) => {
    const answer = await ask()
    expect(answer.status).toBe(status)
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-security-policy': expect.stringMatching(
        /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'/,
      ),
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(), microphone=(), geolocation=()',
      'cache-control': 'no-store',
    })
    expect(answer.headers.get('content-security-policy')).not.toContain('unsafe')
  })
})

describe('a form', () => {
  const OURS = 'http://localhost'
  const THEIRS = 'https://elsewhere.example'
  const senders = [
    { name: 'a page of ours', headers: { origin: OURS, 'sec-fetch-site': 'same-origin' }, status: 400 },
    { name: 'a page of ours in an old browser', headers: { origin: OURS }, status: 400 },
    {
      name: 'a page of ours that hides its origin',
      headers: { origin: 'null', 'sec-fetch-site': 'same-origin' },
      status: 400,
    },
    { name: 'another site', headers: { origin: THEIRS, 'sec-fetch-site': 'cross-site' }, status: 403 },
    { name: 'another site in an old browser', headers: { origin: THEIRS }, status: 403 },
    {
      name: 'another port of this computer',
      headers: { origin: `${OURS}:8080`, 'sec-fetch-site': 'same-site' },
      status: 403,
    },
    { name: 'a page without an origin', headers: { origin: 'null', 'sec-fetch-site': 'cross-site' }, status: 403 },
    { name: 'a page without an origin in an old browser', headers: { origin: 'null' }, status: 403 },
    { name: 'nobody who says so', headers: { origin: '' }, status: 403 },
    {
      name: 'another site, as something that is no form',
      headers: { origin: THEIRS, 'content-type': 'application/json' },
      status: 403,
    },
  ]
  test.each(senders)('from $name: $status', async ({ headers, status }) => {
    const cookie = `acting-as=${people[0]}`
    const answer = await site.post('/units', { name: '', code: '' }, { cookie, ...headers } as Record<string, string>)
    expect(answer.status).toBe(status)
    if (status === 403) expect(textOf(await answer.text())).toContain('sent from another page than ours')
  })

  test('that is too long is refused', async () => {
    const answer = await site.post('/units', { name: 'x'.repeat(1_100_000) })
    expect(answer.status).toBe(413)
  })
})

test('the health of the program can be asked without a database', async () => {
  expect(await (await site.get('/health')).text()).toBe('well')
})

test('before there is an organisation every page leads to the first one', async () => {
  const empty = await emptyDatabase()
  const fresh = testSite(empty.database)
  const answer = await fresh.get('/overview')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/begin'])
  const begin = await fresh.get('/begin')
  expect(begin.status).toBe(200)
  expect(await begin.text()).not.toContain('aria-label="Main"')
  await fresh.close()
  await empty.close()
})
