import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startServer } from './server.ts'

/** Users whom root can pretend to be: one with a name, and a container's bare number. */
const OTHERS = [
  { who: 'an ordinary user', id: 1 },
  { who: 'a user without a name', id: 54_321 },
]
const as = (id: number) => ['setpriv', `--reuid=${id}`, `--regid=${id}`, '--clear-groups']
/** A checkout below root's own home cannot be read by anybody else. */
const canRead = (id: number) =>
  process.getuid?.() === 0 && spawnSync(as(id)[0]!, [...as(id).slice(1), process.execPath, '-v']).status === 0

let above: string
let folder: string
const children: ChildProcess[] = []

beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), 'golden-thread-server-'))
  folder = join(above, 'inside')
})

afterEach(async () => {
  for (const child of children.splice(0)) await release(child)
  rmSync(above, { recursive: true, force: true })
})

test('what was written is there after a stop and a start', async () => {
  const first = await startServer(folder)
  await write(first.url('postgres'))
  await first.stop()
  const second = await startServer(folder)
  expect(await read(second.url('postgres'))).toEqual([{ kept: 'yes' }])
  await second.stop()
})

test('it runs as whoever we are below a folder that only its owner may enter', async () => {
  chmodSync(above, 0o700)
  mkdirSync(join(above, 'deeper'), { mode: 0o700 })
  const server = await startServer(join(above, 'deeper', 'data'))
  await write(server.url('postgres'))
  await server.stop()
})

test('its folder and its passwords are for their owner alone', async () => {
  const server = await startServer(folder)
  await server.stop()
  expect(statSync(folder).mode & 0o077).toBe(0)
  expect(statSync(join(folder, 'superuser-password')).mode & 0o077).toBe(0)
})

test('it lets nobody in without the password', async () => {
  const server = await startServer(folder)
  const url = Object.assign(new URL(server.url('postgres')), { password: 'guessed' })
  await expect(write(url.href)).rejects.toThrow('password authentication failed')
  await server.stop()
})

test('a second program on the same folder is told who has it, and the first goes on', async () => {
  const url = await hold()
  const second = spawnSync(process.execPath, ['test/support/holdServer.ts', folder], { encoding: 'utf8', input: '' })
  expect(second.status).not.toBe(0)
  expect(second.stderr).toContain(`Another Golden Thread (process ${children[0]!.pid}) is using ${folder}`)
  await write(url)
})

test('the number of a dead program that some other program has now is no holder', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'running'), '1')
  const server = await startServer(folder)
  await server.stop()
  expect(existsSync(join(folder, 'running'))).toBe(false)
})

describe('killed outright', () => {
  test('the program alone: the server it leaves behind is ended, and nothing that was committed is lost', async () => {
    await write(await hold())
    await kill(children[0]!.pid!)
    const server = await startServer(folder)
    expect(await read(server.url('postgres'))).toEqual([{ kept: 'yes' }])
    await server.stop()
  })

  test('program and server at once: the stale lock is no hindrance', async () => {
    await write(await hold())
    const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
    await Promise.all([kill(children[0]!.pid!), kill(postmaster)])
    const server = await startServer(folder)
    expect(await read(server.url('postgres'))).toEqual([{ kept: 'yes' }])
    await server.stop()
  })

  test('in the middle of making the folder: it is made again', async () => {
    mkdirSync(join(folder, 'postgres.new'), { recursive: true })
    writeFileSync(join(folder, 'postgres.new', 'PG_VERSION'), '18')
    writeFileSync(join(folder, 'superuser-password'), 'of the one that was never finished')
    const server = await startServer(folder)
    await write(server.url('postgres'))
    await server.stop()
  })
})

for (const { name, lose } of [
  { name: 'missing', lose: (file: string) => rmSync(file) },
  { name: 'empty', lose: (file: string) => writeFileSync(file, '') },
]) {
  test(`a database whose password is ${name} is named, and nothing is made in its place`, async () => {
    const secret = join(folder, 'superuser-password')
    await (await startServer(folder, { throwaway: true })).stop()
    const password = readFileSync(secret)
    lose(secret)
    await expect(startServer(folder)).rejects.toThrow(/holds a database, but its password.*superuser-password/)
    writeFileSync(secret, password)
    await (await startServer(folder)).stop()
  })
}

// Not as root, this whole file is the proof.
for (const { who, id } of OTHERS) {
  test.skipIf(!canRead(id))(`it runs as ${who}, too`, async () => {
    chownSync(above, id, id)
    await write(await hold(as(id)))
    expect(statSync(join(folder, 'postgres')).uid).toBe(id)
  })
}

/** A program of its own that runs the server; its database's address. */
async function hold(before: readonly string[] = []): Promise<string> {
  const [command, ...words] = [...before, process.execPath, 'test/support/holdServer.ts', folder]
  const child = spawn(command!, words, { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`The program ended with ${code}`)))
  const [line] = (await Promise.race([once(child.stdout!, 'data'), ended])) as [Buffer]
  ended.catch(() => undefined)
  return line.toString().trim()
}

async function release(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.stdin!.end()
  await ended
}

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL')
  const child = children.find((one) => one.pid === pid)
  if (child && child.signalCode === null) await once(child, 'exit')
}

const write = (url: string) => query(url, "CREATE TABLE kept AS SELECT 'yes' AS kept")
const read = (url: string) => query(url, 'SELECT kept FROM kept')

async function query(url: string, statement: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}
