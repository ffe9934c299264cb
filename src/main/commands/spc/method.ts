import type { FunnelMethodOptions, MethodOptions } from '@golden-thread/spc'
import { FUNNEL_OPTIONS, METHOD_OPTIONS, type OptionAbout } from '@golden-thread/spc/methods'
import { type Choices, orList } from '#main/commands/spc/choices.ts'
import { Problem } from '#platform/errors.ts'

/** @throws Problem for an option that is not known, or a value that it cannot have */
export function methodOf(written: Choices['method']): MethodOptions {
  return chosen(written, METHOD_OPTIONS) as MethodOptions
}

/** @throws Problem as `methodOf` does */
export function funnelMethodOf(written: Choices['method']): FunnelMethodOptions {
  return chosen(written, FUNNEL_OPTIONS) as FunnelMethodOptions
}

function chosen(written: Choices['method'], options: readonly OptionAbout[]): Record<string, unknown> {
  // A table of numbers is nothing for a command line.
  const sayable = options.filter(({ takes }) => takes !== 'table')
  return Object.fromEntries(
    written.map(([name, value]) => {
      const option = sayable.find((one) => one.name === name)
      if (option) return [name, readValue(option, value)]
      const names = sayable.map((one) => one.name)
      throw new Problem('invalid', `--method: there is no option “${name}”. Choose ${orList(names)}`)
    }),
  )
}

function readValue({ name, takes, values }: OptionAbout, written: string): string | number | boolean {
  if (takes === 'number') {
    const number = written === '' ? Number.NaN : Number(written)
    if (Number.isFinite(number)) return number
    throw new Problem(
      'invalid',
      `--method ${name}: “${written}” is not a number. Write one, such as ${values[0]!.value}`,
    )
  }
  const choices = values.map(({ value }) => value)
  if (!choices.includes(written)) {
    throw new Problem('invalid', `--method ${name}: there is no “${written}”. Choose ${orList(choices)}`)
  }
  return takes === 'switch' ? written === 'true' : written
}
