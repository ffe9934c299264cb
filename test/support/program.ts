import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'

/** Golden Thread as `npm start` runs it, once built, with a folder and a port of its own. */
export interface Program {
  readonly address: string
  readonly folder: string
  /** Everything it said so far. */
  readonly said: () => string
  readonly child: ChildProcess
  /** Asks it to stop, as Ctrl-C does; resolves to its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

export interface ProgramOptions {
  readonly words?: readonly string[]
  readonly folder?: string
  readonly port?: number
  /** The folder it is started from. */
  readonly from?: string
  readonly env?: Readonly<Record<string, string>>
  /** Hears everything it said so far, each time it says more. */
  readonly hears?: (said: string, child: ChildProcess) => void
}

const SERVER = join(PROGRAM_FOLDER, 'dist', 'server', 'server.js')

/** @throws Error with what it said, when it ends before it says its address */
export async function startProgram(options: ProgramOptions = {}): Promise<Program> {
  const folder = options.folder ?? temporaryFolder()
  const child = spawn(process.execPath, [SERVER, ...(options.words ?? [])], {
    cwd: options.from,
    env: { ...process.env, GOLDEN_THREAD_DATA: folder, PORT: String(options.port ?? 0), ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString()
      options.hears?.(said, child)
      const found = /Golden Thread is at (http:\S+)/.exec(said)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', listen)
    child.stderr.on('data', listen)
    child.on('close', (code) => reject(new Error(`It ended with ${code} and said:\n${said}`)))
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
    const ended = once(child, 'exit') as Promise<[number | null]>
    child.kill(signal)
    return (await ended)[0]
  }
  return { address, folder, said: () => said, child, stop }
}

const folders: string[] = []

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'golden-thread-program-'))
  folders.push(folder)
  return folder
}

/** Removes the folders that were made here; call it when every program has stopped. */
export function removeProgramFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}
