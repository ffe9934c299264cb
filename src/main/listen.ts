import { once } from 'node:events'
import type { Server } from 'node:http'
import { setTimeout } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { Problem } from '#platform/errors.ts'

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

/** Until sign-in exists: this computer alone, by either version of the protocol. */
const ADDRESSES = ['127.0.0.1', '::1']

/** After this long, requests that still run are cut off. */
const STOPPING_REQUESTS_MS = 10_000

/**
 * How long a browser may take, in milliseconds: one that sends or reads at a crawl holds a connection, and many of them
 * all there are. A file of 250 MB from this computer takes seconds.
 */
export interface Patience {
  readonly forHeaders: number
  /** With the whole body. */
  readonly forRequest: number
  /** Without a byte in either direction. */
  readonly whileIdle: number
  /** How often that is looked at. */
  readonly step: number
}

const PATIENCE: Patience = { forHeaders: 15_000, forRequest: 300_000, whileIdle: 120_000, step: 5_000 }

/** How long a program that is just stopping may still hold the port. */
const STOPPING_MS = 5_000

export interface Listening {
  readonly port: number
  /** Takes no new requests, finishes those that run. */
  close(): Promise<void>
}

/** @throws Problem when another program has the port, and keeps it: one that is just stopping gets a few seconds */
export async function listen(fetch: Fetch, port: number, patience = PATIENCE): Promise<Listening> {
  const giveUpAt = Date.now() + STOPPING_MS
  for (;;) {
    try {
      return await listenOnce(fetch, port, patience)
    } catch (error) {
      if (codeOf(error) !== 'EADDRINUSE' || Date.now() > giveUpAt) throw explained(error, port)
      await setTimeout(100)
    }
  }
}

async function listenOnce(fetch: Fetch, port: number, patience: Patience): Promise<Listening> {
  const servers: Server[] = []
  let taken = port
  for (const address of ADDRESSES) {
    const serverOptions = {
      headersTimeout: patience.forHeaders,
      requestTimeout: patience.forRequest,
      connectionsCheckingInterval: patience.step,
    }
    const server = createAdaptorServer({ fetch, overrideGlobalObjects: false, serverOptions }) as Server
    server.timeout = patience.whileIdle
    try {
      // Port 0 takes any free one for the first address, and the same for the second.
      server.listen(taken, address)
      await once(server, 'listening')
    } catch (error) {
      // A machine without the newer protocol is served by the older alone.
      if (servers.length > 0 && isAbsent(error)) continue
      await closeAll(servers)
      throw error
    }
    servers.push(server)
    taken = (server.address() as { port: number }).port
  }
  return { port: taken, close: () => closeAll(servers) }
}

async function closeAll(servers: readonly Server[]): Promise<void> {
  await Promise.all(
    servers.map(async (server) => {
      const closed = once(server, 'close')
      server.close()
      server.closeIdleConnections()
      const late = setTimeout(STOPPING_REQUESTS_MS, 'late', { ref: false })
      if ((await Promise.race([closed, late])) === 'late') server.closeAllConnections()
      await closed
    }),
  )
}

function codeOf(error: unknown): string | undefined {
  return (error as NodeJS.ErrnoException).code
}

function isAbsent(error: unknown): boolean {
  const code = codeOf(error)
  return code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT'
}

function explained(error: unknown, port: number): unknown {
  const code = codeOf(error)
  if (code === 'EADDRINUSE') {
    return new Problem(
      'conflict',
      `Another program listens on port ${port}. Stop it, or choose another: PORT=${port + 1} npm start`,
    )
  }
  if (code === 'EACCES') {
    return new Problem(
      'not-allowed',
      `Port ${port} is for the administrator only. Choose one above 1023: PORT=3000 npm start`,
    )
  }
  return error
}
