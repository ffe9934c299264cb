import type { MethodOptions } from '@golden-thread/spc'
import { METHOD_OPTIONS } from '@golden-thread/spc/methods'
import { type Choices, orList } from '#main/commands/spc/choices.ts'
import { Problem } from '#platform/errors.ts'

type Option = (typeof METHOD_OPTIONS)[number]

/** Options that the command line can say: a table of constants is none. */
const SAYABLE = METHOD_OPTIONS.filter(({ takes }) => takes !== 'table')

/** @throws Problem for an option that is not known, or a value that it cannot have */
export function methodOf(written: Choices['method']): MethodOptions {
  return Object.fromEntries(
    written.map(([name, value]) => {
      const option = SAYABLE.find((one) => one.name === name)
      if (option) return [name, readValue(option, value)]
      const names = SAYABLE.map((one) => one.name)
      throw new Problem('invalid', `--method: there is no option “${name}”. Choose ${orList(names)}`)
    }),
  ) as MethodOptions
}

function readValue({ name, takes, values }: Option, written: string): string | number | boolean {
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
