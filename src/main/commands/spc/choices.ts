import { parseArgs } from 'node:util'
import type { ChartSize } from '@golden-thread/charts'
import type { Direction, FunnelKind } from '@golden-thread/spc'
import { OPTIONS } from '#main/commands/spc/options.ts'
import { refusePersonal } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import { refuseFileName } from '#understand/intake/personal.ts'

export type Form = 'json' | 'text' | 'svg' | 'png'

/** A period, and what is said of it. */
export interface SaidOfPeriod {
  readonly option: string
  readonly period: string
  readonly text: string
}

/** What somebody asked of `golden-thread spc`, checked as far as it can be without the file. */
export interface Choices {
  /** Undefined: standard input. */
  readonly file: string | undefined
  readonly chart: string
  readonly better: Direction
  readonly rules: string | undefined
  /** Name and value as written. */
  readonly method: readonly (readonly [name: string, value: string])[]
  readonly target: number | undefined
  readonly baseline: number | undefined
  readonly phases: readonly SaidOfPeriod[]
  readonly excluded: readonly SaidOfPeriod[]
  readonly notes: readonly SaidOfPeriod[]
  readonly columns: Readonly<Partial<Record<ColumnRole, string>>>
  readonly where: readonly (readonly [column: string, value: string])[]
  readonly repeats: 'sum' | 'mean' | 'median' | undefined
  readonly title: string | undefined
  readonly percent: boolean
  readonly per: number | undefined
  readonly kind: FunnelKind
  readonly noun: string | undefined
  readonly size: ChartSize
  readonly form: Form
  /** Undefined: standard output. */
  readonly out: string | undefined
}

export const COLUMN_ROLES = ['period', 'value', 'numerator', 'denominator', 'subgroup', 'unit', 'category'] as const
export type ColumnRole = (typeof COLUMN_ROLES)[number]

const DIRECTIONS = ['higher', 'lower', 'neither'] as const
const KINDS = ['proportion', 'rate', 'standardisedRatio'] as const
const SIZES = ['desk', 'phone', 'wall', 'print'] as const
const FORMS = ['json', 'text', 'svg', 'png'] as const
const REPEATS = ['sum', 'mean', 'median'] as const
const FORM_BY_ENDING: Readonly<Record<string, Form>> = { json: 'json', txt: 'text', svg: 'svg', png: 'png' }

/** @throws Problem that names the option, what was written, and what may be */
export function choicesOf(words: readonly string[]): Choices {
  const { values, positionals } = parsed(words)
  const text = (name: string) => values[name] as string | undefined
  const texts = (name: string) => (values[name] as string[] | undefined) ?? []
  for (const word of [...Object.values(values).flat(), ...positionals]) {
    if (typeof word === 'string') refusePersonal(word, 'options', 'An option')
  }
  if (positionals.length > 1) {
    throw new Problem('invalid', `One chart is made of one file, and ${positionals.length} are named. Name one`)
  }
  const file = positionals[0] === '-' ? undefined : positionals[0]
  if (file) refuseFileName(file)
  const out = text('out')
  return {
    file,
    chart: text('chart') ?? 'xmr',
    better: oneOf('better', text('better'), DIRECTIONS) ?? 'neither',
    rules: text('rules'),
    method: texts('method').map((written) => pair('method', written, 'NAME=VALUE')),
    target: numeric('target', text('target')),
    baseline: numeric('baseline', text('baseline')),
    phases: texts('phase').map((written) => saidOf('phase', written)),
    excluded: texts('exclude').map((written) => saidOf('exclude', written)),
    notes: texts('note').map((written) => {
      const [period, words] = pair('note', written, 'PERIOD=TEXT')
      return { option: 'note', period, text: words }
    }),
    columns: Object.fromEntries(COLUMN_ROLES.flatMap((role) => (text(role) ? [[role, text(role)!]] : []))),
    where: texts('where').map((written) => pair('where', written, 'COLUMN=VALUE')),
    repeats: oneOf('repeats', text('repeats'), REPEATS),
    title: text('title'),
    percent: values.percent === true,
    per: positive('per', numeric('per', text('per'))),
    kind: oneOf('kind', text('kind'), KINDS) ?? 'proportion',
    noun: text('noun'),
    size: oneOf('size', text('size'), SIZES) ?? 'desk',
    form: oneOf('as', text('as'), FORMS) ?? formOf(out),
    out,
  }
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: Object.fromEntries(
        Object.entries(OPTIONS).map(([name, { type, multiple = false }]) => [name, { type, multiple }]),
      ),
    })
  } catch (error) {
    const said = (error as Error).message.split('\n')[0]!.replace(/\.? To specify a positional.*$/s, '')
    throw new Problem('invalid', `${said}. golden-thread spc --help lists what there is`)
  }
}

function formOf(out: string | undefined): Form {
  if (out === undefined) return 'text'
  const ending = /\.([a-z0-9]+)$/i.exec(out)?.[1]?.toLowerCase() ?? ''
  const form = FORM_BY_ENDING[ending]
  if (!form)
    throw new Problem(
      'invalid',
      `--out: “${out}” does not end in .json, .txt, .svg or .png. Say which by --as, or rename it`,
    )
  return form
}

function oneOf<T extends string>(name: string, written: string | undefined, choices: readonly T[]): T | undefined {
  if (written === undefined) return undefined
  const found = choices.find((choice) => choice === written)
  if (!found) throw new Problem('invalid', `--${name}: there is no “${written}”. Choose ${orList(choices)}`)
  return found
}

function numeric(name: string, written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  const number = written.trim() === '' ? Number.NaN : Number(written.replace(/%$/, ''))
  if (!Number.isFinite(number))
    throw new Problem('invalid', `--${name}: “${written}” is not a number. Write one such as 12 or 0.95`)
  return number
}

function positive(name: string, number: number | undefined): number | undefined {
  if (number !== undefined && number <= 0) {
    throw new Problem('invalid', `--${name}: ${number} is not above 0. Write a number such as 1000`)
  }
  return number
}

function pair(name: string, written: string, form: string): readonly [string, string] {
  const at = written.indexOf('=')
  if (at < 1) throw new Problem('invalid', `--${name}: “${written}” has no “=”. Write ${form}`)
  return [written.slice(0, at).trim(), written.slice(at + 1).trim()]
}

function saidOf(option: string, written: string): SaidOfPeriod {
  const at = written.indexOf('=')
  return at < 0
    ? { option, period: written.trim(), text: '' }
    : { option, period: written.slice(0, at).trim(), text: written.slice(at + 1).trim() }
}

/** "a, b or c" */
export function orList(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`
}
