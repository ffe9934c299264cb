import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Problem } from '#platform/errors.ts'

/** What the environment and the command line say about one run of the server. */
export interface Settings {
  readonly port: number
  /** The folder of the embedded database. */
  readonly folder: string
  /** A PostgreSQL server elsewhere; null = the embedded one. */
  readonly elsewhere: { readonly program: string; readonly owner: string } | null
  /** Whether a database without an organisation gets the fictional trust. */
  readonly demonstration: boolean
}

const DEFAULT_PORT = 3000
const HIGHEST_PORT = 65_535

/** @throws Problem with what to set, for a setting that cannot be */
export function readSettings(words: readonly string[], env: Readonly<Record<string, string | undefined>>): Settings {
  const { empty, demo } = optionsOf(words)
  const elsewhere = elsewhereOf(env)
  if (empty && demo) throw new Problem('invalid', 'Choose --empty or --demo, not both')
  return {
    port: portOf(env.PORT),
    folder: resolve(env.GOLDEN_THREAD_DATA || 'data'),
    elsewhere,
    // Somebody's server gets fictional data only when asked; a fresh folder of our own gets it unless told not to.
    demonstration: elsewhere ? demo : !empty,
  }
}

function optionsOf(words: readonly string[]): { readonly empty: boolean; readonly demo: boolean } {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { empty: { type: 'boolean', default: false }, demo: { type: 'boolean', default: false } },
    })
    return { empty: values.empty, demo: values.demo }
  } catch {
    throw new Problem(
      'invalid',
      `npm start takes --empty (no demonstration data) and --demo (the fictional trust, on a server of your own), not “${words.join(' ')}”`,
    )
  }
}

function elsewhereOf(env: Readonly<Record<string, string | undefined>>): Settings['elsewhere'] {
  const { DATABASE_URL: program, DATABASE_OWNER_URL: owner } = env
  if (!program && !owner) return null
  if (program && owner) return { program, owner }
  throw new Problem(
    'invalid',
    `DATABASE_URL (the program's role) and DATABASE_OWNER_URL (the owner's role, for migrations) belong together; ${program ? 'DATABASE_OWNER_URL' : 'DATABASE_URL'} is missing. "golden-thread database prepare" prints the SQL that makes both roles`,
  )
}

/** 0 takes any free port. */
function portOf(text: string | undefined): number {
  if (!text) return DEFAULT_PORT
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= HIGHEST_PORT) return port
  throw new Problem(
    'invalid',
    `PORT is “${text}”. Set a number from 0 to ${HIGHEST_PORT}, or leave it out for ${DEFAULT_PORT}`,
  )
}
