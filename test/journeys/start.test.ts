import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { emptyDatabase } from '#test/support/database.ts'
import {
  type Program,
  type ProgramOptions,
  removeProgramFolders,
  startProgram,
  temporaryFolder,
} from '#test/support/program.ts'

const running: Program[] = []

async function started(options?: ProgramOptions): Promise<Program> {
  const program = await startProgram(options)
  running.push(program)
  return program
}

afterEach(async () => {
  for (const program of running.splice(0)) await program.stop()
})

afterAll(removeProgramFolders)

test('the first start says what it does, loads the fictional trust, and says the address last', async () => {
  const program = await started()
  const lines = program.said().trim().split('\n')
  expect(lines[0]).toContain('Starting the database in')
  expect(lines[1]).toContain('Loading the demonstration trust')
  expect(lines.at(-1)).toContain(`Golden Thread is at ${program.address}`)
  const page = await fetch(`${program.address}/overview`)
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Wexcombe')
})

test('it can be started from any folder: pages have their styles, and charts come as pictures', async () => {
  const { address } = await started({ from: temporaryFolder() })
  const page = await (await fetch(`${address}/overview`)).text()
  const style = await fetch(address + /<link rel="stylesheet" href="([^"]+)"/.exec(page)![1])
  expect([style.status, style.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8'])
  const picture = await fetch(`${address}${/\/series\/[0-9a-f-]{36}/.exec(page)![0]}/chart.png`)
  expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
})

test('an empty start asks for the organisation first', async () => {
  const program = await started({ words: ['--empty'] })
  const page = await fetch(program.address)
  expect(page.url).toBe(`${program.address}/begin`)
  expect(program.said()).not.toContain('demonstration')
})

test('a stop finishes, ends its database server, and the next start goes on where it was', async () => {
  const first = await started({ words: ['--empty'] })
  const postmaster = Number(readFileSync(join(first.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
  expect(await first.stop('SIGINT')).toBe(0)
  expect(() => process.kill(postmaster, 0)).toThrow('ESRCH')
  const second = await started({ words: ['--empty'], folder: first.folder })
  expect((await fetch(`${second.address}/health`)).status).toBe(200)
})

test('two signals for one stop, as a terminal and npm send them, are one stop', async () => {
  const program = await started({ words: ['--empty'] })
  program.child.kill('SIGINT')
  expect(await program.stop('SIGINT')).toBe(0)
})

describe('what stands in the way is said with what to do', () => {
  test('a port that another program has', async () => {
    const first = await started({ words: ['--empty'] })
    const port = Number(new URL(first.address).port)
    await expect(started({ words: ['--empty'], port })).rejects.toThrow(
      `Another program listens on port ${port}. Stop it, or choose another: PORT=${port + 1} npm start`,
    )
  })

  test('a folder that another Golden Thread has', async () => {
    const first = await started({ words: ['--empty'] })
    await expect(started({ folder: first.folder })).rejects.toThrow(
      `process ${first.child.pid}) is using ${first.folder}`,
    )
    expect((await fetch(`${first.address}/health`)).status).toBe(200)
  })

  test('one database address without the other', async () => {
    await expect(started({ env: { DATABASE_URL: 'postgres://x@127.0.0.1/x' } })).rejects.toThrow(
      'DATABASE_OWNER_URL is missing',
    )
  })
})

test('killed while the demonstration loads, the next start begins it again from nothing', async () => {
  const folder = temporaryFolder()
  const hears: ProgramOptions['hears'] = (said, child) => {
    if (said.includes('68 measures')) child.kill('SIGKILL')
  }
  await expect(started({ folder, hears })).rejects.toThrow('It ended')
  const { address, said } = await started({ folder })
  expect(said()).toContain('Loading the demonstration trust')
  expect(await (await fetch(`${address}/overview`)).text()).toContain('Wexcombe')
})

describe('on a server elsewhere', () => {
  let there: Awaited<ReturnType<typeof emptyDatabase>>
  beforeEach(async () => {
    there = await emptyDatabase()
  })
  afterEach(async () => {
    await running.pop()?.stop()
    await there.close()
  })
  const env = () => ({ DATABASE_URL: there.programUrl, DATABASE_OWNER_URL: there.ownerUrl })

  test('the fictional trust stays away', async () => {
    const { address } = await started({ env: env() })
    expect((await fetch(address)).url).toBe(`${address}/begin`)
  })

  test('unless it is asked for', async () => {
    const { address } = await started({ env: env(), words: ['--demo'] })
    expect(await (await fetch(`${address}/overview`)).text()).toContain('Wexcombe')
  })

  test('a program role that owns the tables is refused, with what to run', async () => {
    await expect(started({ env: { ...env(), DATABASE_URL: there.ownerUrl } })).rejects.toThrow(
      /owns tables.*golden-thread database prepare/,
    )
  })
})

test('it answers on this computer only', async () => {
  const { address } = await started({ words: ['--empty'] })
  const { port } = new URL(address)
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  const listening = listeningAddresses(Number(port))
  expect(listening.length).toBeGreaterThan(0)
  expect(listening.filter((one) => one !== '0100007F' && one !== '00000000000000000000000001000000')).toEqual([])
})

/** The addresses on which somebody listens on a port, as the kernel writes them. Linux only, as is what we promise. */
function listeningAddresses(port: number): readonly string[] {
  const LISTEN = '0A'
  return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
      .filter(
        ([, local, , state]) =>
          state === LISTEN && local?.endsWith(`:${port.toString(16).toUpperCase().padStart(4, '0')}`),
      )
      .map(([, local]) => local!.split(':')[0]!),
  )
}
