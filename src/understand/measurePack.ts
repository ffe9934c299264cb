import { Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { checkDefinition, type MeasureDefinition } from '#understand/measure.ts'

/** Something wrong in a pack: file, line, field, and what to change. */
export interface PackFault {
  readonly file: string
  readonly line: number
  readonly field: string
  readonly message: string
}

/** A pack is a YAML list `measures:` of definitions. Returns every fault, or every definition; never some of both. */
export function readPack(
  text: string,
  file: string,
): { readonly definitions: readonly MeasureDefinition[] } | { readonly faults: readonly PackFault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number | undefined) => lines.linePos(offset ?? 0).line
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        line: at(error.pos[0]),
        field: '',
        message: `This is not YAML: ${error.message}`,
      })),
    }
  }
  const list = document.get('measures')
  if (!isSeq(list)) {
    return {
      faults: [
        {
          file,
          line: 1,
          field: 'measures',
          message: 'The file must begin with “measures:” and a list of measures under it',
        },
      ],
    }
  }
  const faults: PackFault[] = []
  const definitions: MeasureDefinition[] = []
  const seen = new Map<string, number>()
  for (const item of list.items) {
    const node = item as {
      range?: [number, number, number]
      get?: (key: string, keep: boolean) => { range?: [number, number, number] } | undefined
    }
    const start = at(node.range?.[0])
    const outcome = checkDefinition(isMap(item) ? item.toJSON() : item)
    if ('faults' in outcome) {
      for (const { field, message } of outcome.faults) {
        const value = node.get?.(field.split('.')[0]!, true)
        faults.push({ file, line: value?.range ? at(value.range[0]) : start, field, message })
      }
      continue
    }
    const { definition } = outcome
    const earlier = seen.get(definition.code)
    if (earlier)
      faults.push({
        file,
        line: start,
        field: 'code',
        message: `“${definition.code}” stands in line ${earlier} already`,
      })
    seen.set(definition.code, start)
    definitions.push(definition)
  }
  return faults.length > 0 ? { faults } : { definitions }
}

/** The text that `readPack` reads back as the same definitions. */
export function writePack(definitions: readonly MeasureDefinition[]): string {
  const document = new Document({ measures: definitions })
  document.commentBefore = ' Measures of Golden Thread. Apply with: golden-thread measures apply FILE'
  return document.toString({ lineWidth: 100 })
}
