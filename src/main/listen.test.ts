import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { Hono } from 'hono'
import { afterEach, describe, expect, test } from 'vitest'
import { Problem } from '#platform/errors.ts'
import { readForm, shortForms } from '#platform/http/form.ts'
import { type Listening, listen } from './listen.ts'

/** Shorter than anybody waits; each test ends when the server says so. */
const HURRIED = { forHeaders: 60, forRequest: 90, whileIdle: 60_000, step: 10 }

let listening: Listening | null = null

afterEach(async () => {
  await listening?.close()
  listening = null
})

async function speakTo(patience: Parameters<typeof listen>[2]): Promise<Socket> {
  listening = await listen(async (request) => new Response(await request.text()), 0, patience)
  const socket = connect(listening.port, '127.0.0.1')
  await once(socket, 'connect')
  return socket
}

async function speak(sent: string): Promise<string> {
  const app = new Hono().use(shortForms).post('/', async (c) => c.text((await readForm(c))('name')))
  app.onError((error, c) => c.text(error.message, error instanceof Problem ? 413 : 500))
  listening = await listen(app.fetch, 0)
  const socket = connect(listening.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write(sent)
  return text(socket)
}

const FORM =
  'POST / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n'
const PIECES = `${FORM}Transfer-Encoding: chunked\r\n\r\n`
const pieceOf = (sent: string) => `${sent.length.toString(16)}\r\n${sent}\r\n`

test.each([
  ['in pieces', `${PIECES}${pieceOf('name=A')}${pieceOf('da')}0\r\n\r\n`, /^HTTP\/1\.1 200 [\s\S]*Ada/],
  ['without a body', `${FORM}\r\n`, /^HTTP\/1\.1 200 /],
  ['of no length', `${FORM}Content-Length: 0\r\n\r\n`, /^HTTP\/1\.1 200 /],
  ['in pieces, and too long', `${PIECES}${pieceOf('x'.repeat(1_000_001))}0\r\n\r\n`, /^HTTP\/1\.1 413 /],
  ['too long by its own word', `${FORM}Content-Length: 1000001\r\n\r\n`, /^HTTP\/1\.1 413 /],
])('a form that is sent %s', async (_, sent, answer) => {
  expect(await speak(sent)).toMatch(answer)
})

const HEAD = 'POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n'

describe('a connection that takes too long is let go, so that it cannot keep others out', () => {
  for (const [name, sent] of [
    ['for its headers', HEAD],
    ['for its body', `${HEAD}\r\nab`],
  ] as const) {
    test(name, async () => {
      const socket = await speakTo(HURRIED)
      socket.write(sent)
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /)
    })
  }

  test('with nothing at all in either direction', async () => {
    const socket = await speakTo({ forHeaders: 60_000, forRequest: 60_000, whileIdle: 50, step: 60_000 })
    expect(await text(socket)).toBe('')
  })
})

test('one that asks in time is answered', async () => {
  const socket = await speakTo(undefined)
  socket.write(`${HEAD}Connection: close\r\n\r\nabc`)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 200 OK[\s\S]*\r\n\r\n[\s\S]*abc/)
})

test('headers of more than 16 KB are refused', async () => {
  const socket = await speakTo(undefined)
  socket.write(`${HEAD}Cookie: ${'x'.repeat(20_000)}\r\n\r\nabc`)
  expect(await text(socket)).toMatch(/^HTTP\/1\.1 431 /)
})
