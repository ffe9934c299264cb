import type { ImportPreview } from '#understand/imports.ts'
import type { Fault } from '#understand/intake/table.ts'

/** On a terminal more than this is a wall of text. */
const LISTED = 20

/** Each fault on a line of its own: where, what, why, and what to do. */
export function faultLines(faults: readonly Fault[], count: number): string {
  const lines = faults.slice(0, LISTED).map(({ place, value, reason, remedy }) => {
    const where = [
      place.sheet && `sheet ${place.sheet}`,
      place.line > 0 && `row ${place.line}`,
      place.column && `column ${place.column}`,
    ]
    return `  ${where.filter(Boolean).join(', ')}: ${value === '' ? '' : `“${value}”: `}${reason}. ${remedy}`
  })
  return ['  Faults:', ...lines, ...more(count - lines.length)].join('\n')
}

/** What would change, and what a file names that is not there. */
export function previewLines(preview: ImportPreview): string {
  const { series, newSeries, added, restated, unchanged } = preview
  const named = [
    ['measures', preview.newMeasures],
    ['units', preview.newUnits],
    ['peers', preview.newPeers],
  ] as const
  const { overturned, hidden } = preview
  return [
    `  ${count(added, 'new value')}, ${restated} restated, ${unchanged} as they were, in ${series} series, ${newSeries} of them new.`,
    ...named.flatMap(([what, things]) => {
      if (things.length === 0) return []
      const listed = things
        .slice(0, LISTED)
        .map(({ code, name }) => (name && name !== code ? `${name} (${code})` : code))
      return [
        `  New ${what}: ${listed.join(', ')}${things.length > LISTED ? ` and ${things.length - LISTED} more` : ''}.`,
      ]
    }),
    ...(overturned.figures > 0
      ? [
          `  ${count(overturned.figures, 'known figure')} of ${count(overturned.charts, 'series')} would become quite other ones:`,
          ...overturned.examples.map(
            (one) =>
              `    ${[one.measure, one.holder, one.stratum, one.period].filter(Boolean).join(', ')}: ${one.before} → ${one.after}`,
          ),
        ]
      : []),
    ...(hidden.figures > 0
      ? [
          `  Held here, and hidden or missing in the file: ${count(hidden.figures, 'figure')}. They stay, or go with --withdraw.`,
        ]
      : []),
  ].join('\n')
}

function count(number: number, what: string): string {
  return `${number} ${what}${number === 1 || what.endsWith('s') ? '' : 's'}`
}

function more(left: number): readonly string[] {
  return left > 0 ? [`  and ${left} more`] : []
}
