import type { KnownMeasure } from '#understand/intake/context.ts'
import type { HiddenFigures, NamedHolder } from '#understand/intake/facts.ts'
import type { Mapping } from '#understand/intake/mapping.ts'
import type { PeriodNumber } from '#understand/period.ts'

/** Where a file has marks in place of figures, of the measures that are ours: only of those a figure may be held. */
export class HiddenColumns {
  private readonly codes: ReadonlySet<string>
  private readonly found = new Map<string, HiddenFigures & { readonly periods: PeriodNumber[] }>()

  constructor(known: readonly KnownMeasure[], { kind, weekEnds }: Mapping['period']) {
    const isOfCalendar = (one: KnownMeasure) =>
      one.period === kind && kind !== 'event' && (kind !== 'week' || one.weekEnds === weekEnds)
    this.codes = new Set(known.filter(isOfCalendar).map(({ code }) => code))
  }

  add(measure: string, holder: NamedHolder, stratum: string, period: PeriodNumber): void {
    if (!this.codes.has(measure)) return
    const key = `${measure}\n${holder.code}\n${stratum}`
    const found = this.found.get(key)
    if (found) found.periods.push(period)
    else this.found.set(key, { measure, holder, stratum, periods: [period] })
  }

  get all(): readonly HiddenFigures[] {
    return [...this.found.values()]
  }
}
