import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterEach, describe, expect, test } from 'vitest'
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
