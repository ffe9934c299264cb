import { Document, isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { ONE_OF, personalIn } from '#organisation/refusals.ts'
import { checkDefinition, DEFINITION_FIELDS, type MeasureDefinition } from '#understand/measure.ts'

/** Something wrong in a pack: file, line, field, and what to change. */
export interface PackFault {
  readonly file: string
  readonly line: number
  readonly field: string
  readonly message: string
}

/** As the command prints it and the page lists it: "measures.yaml:3: kind: Choose one of …". */
export function faultLine({ file, line, field, message }: PackFault): string {
  return `${file}:${line}: ${field ? `${field}: ` : ''}${message}`
}

/** Where in a pack a field of a measure stands: its line, or else the one where its measure begins. */
export type LineOf = (code: string, field: string) => number

/** A pack is a YAML list `measures:` of definitions. Returns every fault, or every definition; never some of both. */
export function readPack(
  text: string,
  file: string,
):
  | { readonly definitions: readonly MeasureDefinition[]; readonly lineOf: LineOf }
  | { readonly faults: readonly PackFault[] } {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number | undefined) => lines.linePos(offset ?? 0).line
  if (document.errors.length > 0) {
    return {
      faults: document.errors.map((error) => ({
        file,
        line: at(error.pos[0]),
        field: '',
        message: personalIn(error.message) ? 'This is not YAML' : `This is not YAML: ${error.message}`,
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
  const seen = new Map<string, (field: string) => number>()
  for (const item of list.items) {
    const node = item as {
      range?: [number, number, number]
      get?: (key: string, keep: boolean) => { range?: [number, number, number] } | undefined
    }
    const start = at(node.range?.[0])
    const lineIn = (field: string) => {
      const value = node.get?.(field.split('.')[0]!, true)
      return value?.range ? at(value.range[0]) : start
    }
    const outcome = checkDefinition(isMap(item) ? item.toJSON() : item)
    if ('faults' in outcome) {
      for (const { field, message } of outcome.faults) faults.push({ file, line: lineIn(field), field, message })
      continue
    }
    const { definition } = outcome
    const earlier = seen.get(definition.code)
    if (earlier)
      faults.push({
        file,
        line: start,
        field: 'code',
        message: `“${definition.code}” stands in line ${earlier('')} already`,
      })
    seen.set(definition.code, lineIn)
    definitions.push(definition)
  }
  const lineOf: LineOf = (code, field) => seen.get(code)?.(field) ?? 1
  // What stands in no field, such as a comment, would come back with the text.
  if (faults.length === 0) faults.push(...personalLines(text, file))
  return faults.length > 0 ? { faults } : { definitions, lineOf }
}

function personalLines(text: string, file: string): PackFault[] {
  return text.split(/\r?\n/).flatMap((words, index) => {
    const kind = personalIn(words)
    const message = kind && `This line holds ${ONE_OF[kind]}. Nothing about a patient may stand here: take it out`
    return message ? [{ file, line: index + 1, field: '', message }] : []
  })
}

/** The text that `readPack` reads back as the same definitions: always in one order, without fields that say nothing. */
export function writePack(definitions: readonly MeasureDefinition[]): string {
  const document = new Document({ measures: definitions.map(inOrder) })
  document.commentBefore = ' Measures of Golden Thread. Apply with: golden-thread measures apply FILE'
  return document.toString({ lineWidth: 100 })
}

function inOrder(definition: MeasureDefinition): Readonly<Record<string, unknown>> {
  const fields = DEFINITION_FIELDS.map((field) => [field, definition[field]] as const)
  return Object.fromEntries(fields.filter(([field, value]) => !saysNothing(field, value, definition)))
}

function saysNothing(field: keyof MeasureDefinition, value: unknown, { period }: MeasureDefinition): boolean {
  if (field === 'weekEnds') return value === 0 && period !== 'week'
  return value === '' || (Array.isArray(value) && value.length === 0)
}
