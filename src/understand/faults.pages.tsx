import { counted, rowsCounted } from '#understand/counted.ts'
import type { Fault, LeftOut } from '#understand/intake/table.ts'

/** Faults that are written out; the rest are counted. */
const SHOWN = 200

interface FaultsProps {
  readonly faults: readonly Fault[]
  readonly total: number
  /** A text file is one sheet, which nobody named. */
  readonly fileType: string
}

/** The frame that says that nothing was imported, and what to mend, place by place. */
export function Faults({ faults, total, fileType }: FaultsProps) {
  const more = total - Math.min(faults.length, SHOWN)
  return (
    <div className="gt-frame" role="alert" aria-labelledby="faults">
      <h2 id="faults">
        Nothing was imported. {total === 1 ? 'One place needs you.' : `${counted(total)} places need you.`}
      </h2>
      <ol className="gt-faults">
        {faults.slice(0, SHOWN).map((fault, index) => (
          <li key={index}>
            <FaultText fault={fault} fileType={fileType} />
            {fault.remedy && <span className="gt-block gt-small">{fault.remedy}</span>}
          </li>
        ))}
      </ol>
      {more > 0 && <p>{counted(more)} more of the same kind are not written out.</p>}
    </div>
  )
}

/** "Row 41, Breaches: “1O4” is not a number" */
export function FaultText({ fault, fileType }: { readonly fault: Fault; readonly fileType: string }) {
  const { place, value, reason } = fault
  const isSaid = value === '' || reason.includes(value)
  const words = [
    TEXT_FILES.has(fileType) || place.sheet === '' ? '' : `sheet ${place.sheet}`,
    place.line > 0 ? `row ${place.line}` : '',
    place.column,
  ].filter(Boolean)
  const where = words.join(', ')
  return (
    <>
      <b>{where.charAt(0).toUpperCase() + where.slice(1)}:</b> {!isSaid && `“${value}” `}
      {reason}
    </>
  )
}

const TEXT_FILES = new Set(['csv', 'tsv', 'json'])

const WHY: Readonly<Record<LeftOut['why'], readonly [one: string, more: string]>> = {
  total: ['total', 'totals'],
  note: ['note', 'notes'],
  blank: ['blank row', 'blank rows'],
  'repeated header': ['repeated heading', 'repeated headings'],
  suppressed: ['hidden or missing figure', 'hidden or missing figures'],
  'no unit': ['row without a unit', 'rows without a unit'],
}

/** Rows that are no figures: no faults, but nobody should have to guess. */
export function LeftOutRows({ leftOut, total }: { readonly leftOut: readonly LeftOut[]; readonly total: number }) {
  if (total === 0) return null
  const kinds = [...Map.groupBy(leftOut, ({ why }) => why)]
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">Left out on purpose</h2>
      <p>
        {rowsCounted(total)} {total === 1 ? 'has' : 'have'} no figure to take in:{' '}
        {kinds.map(([why, those]) => `${counted(those.length)} ${WHY[why][those.length === 1 ? 0 : 1]}`).join(', ')}.
      </p>
      <details className="gt-details">
        <summary>Show them</summary>
        <ul className="gt-small gt-list">
          {leftOut.slice(0, SHOWN).map((one, index) => (
            <li key={index}>
              {one.sheet && `Sheet ${one.sheet}, `}row {one.line}: {WHY[one.why][0]}
              {one.text && `, “${one.text}”`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
