import { expect, test } from 'vitest'
import { onlyForThisComputer } from './thisComputer.ts'

const answer = onlyForThisComputer(() => new Response('in'))

test('its refusal cannot be taken for a page, framed or kept', async () => {
  const { headers } = await answer(new Request('http://localhost/', { headers: { host: 'evil.example' } }))
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  expect(headers.get('cache-control')).toBe('no-store')
})

async function statusFor(host: string | null): Promise<number> {
  const headers = new Headers()
  if (host !== null) headers.set('host', host)
  return (await answer(new Request('http://localhost/', { headers }))).status
}

for (const host of [
  'localhost',
  'localhost:3000',
  'LOCALHOST:3000',
  '127.0.0.1:3000',
  '[::1]:3000',
  'rwe.localhost:3000',
]) {
  test(`“${host}” is this computer`, async () => expect(await statusFor(host)).toBe(200))
}

for (const host of [
  'evil.example',
  'localhost.evil.example',
  '127.0.0.1.evil.example:3000',
  'xlocalhost',
  '192.168.0.7:3000',
  '',
  null,
]) {
  test(`“${host}” is not`, async () => expect(await statusFor(host)).toBe(421))
}
