import { expect, test } from 'vitest'
import { onlyForThisComputer } from './thisComputer.ts'

const answer = onlyForThisComputer(() => new Response('in'))

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
