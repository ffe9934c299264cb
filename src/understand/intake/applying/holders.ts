import { folded } from '#understand/intake/cells.ts'
import type { IntakeContext } from '#understand/intake/context.ts'
import type { NamedHolder } from '#understand/intake/facts.ts'

/** The units and peers that a file names, each under one code: ours where our tree has it, else as the file writes it. */
export class Holders {
  private readonly own = new Map<string, { readonly code: string; readonly name: string }>()
  private readonly numbers = new Map<string, number>()
  private readonly found: NamedHolder[] = []
  private readonly unknown: NamedHolder['as']

  constructor(context: IntakeContext, unknown: NamedHolder['as']) {
    this.unknown = unknown
    // Codes after names: where one unit's name is another's code, the code counts.
    for (const unit of context.knownUnits) if (unit.name !== '') this.own.set(folded(unit.name), unit)
    for (const unit of context.knownUnits) this.own.set(folded(unit.code), unit)
    if (context.organisationCode !== '' && !this.own.has(folded(context.organisationCode))) {
      this.own.set(folded(context.organisationCode), { code: context.organisationCode, name: '' })
    }
  }

  /** A small number for the holder of this code, the same for every later row with it. */
  numberOf(code: string, name: string): number {
    const known = this.numbers.get(code)
    if (known !== undefined) return known
    const own = code === '' ? { code: '', name: '' } : this.own.get(folded(code))
    const already = own ? this.found.findIndex((holder) => holder.code === own.code) : -1
    if (already < 0)
      this.found.push(
        own ? { ...own, name: own.name || name, as: 'unit' } : { code, name: name || code, as: this.unknown },
      )
    const number = already < 0 ? this.found.length - 1 : already
    this.numbers.set(code, number)
    return number
  }

  at(number: number): NamedHolder {
    return this.found[number]!
  }

  get all(): readonly NamedHolder[] {
    return this.found
  }
}
