import { counted, rowsCounted } from '#understand/counted.ts'
import type { Fault, LeftOut } from '#understand/intake/table.ts'

/** Faults that are written out; the rest are counted. */
const SHOWN = 200

/** The frame that says that nothing was imported, and what to mend, place by place. */
export function Faults({ faults, total }: { readonly faults: readonly Fault[]; readonly total: number }) {
  return (
    <section className="gt-frame" role="alert" aria-labelledby="faults">
      <h2 id="faults">
        Nothing was imported. {total === 1 ? 'One place needs you.' : `${counted(total)} places need you.`}
      </h2>
      <ol className="gt-faults">
        {faults.slice(0, SHOWN).map((fault, index) => (
          <li key={index}>
            <b>{placeOf(fault)}:</b> {fault.value !== '' && <>“{fault.value}” </>}
            {fault.reason}
            {fault.remedy && <span className="gt-block gt-small">{fault.remedy}</span>}
          </li>
        ))}
      </ol>
      {total > Math.min(faults.length, SHOWN) && (
        <p>{counted(total - Math.min(faults.length, SHOWN))} more of the same kind are not written out.</p>
      )}
    </section>
  )
}

/** "Sheet Provider, row 41, Breaches" */
function placeOf({ place }: Fault): string {
  return [place.sheet && `Sheet ${place.sheet}`, place.line > 0 && `row ${place.line}`, place.column]
    .filter(Boolean)
    .join(', ')
    .replace(/^r/, 'R')
}

const WHY: Readonly<Record<LeftOut['why'], string>> = {
  total: 'totals',
  note: 'notes',
  blank: 'blank rows',
  'repeated header': 'repeated headings',
  suppressed: 'hidden or missing figures',
  'no unit': 'rows without a unit',
}

/** Rows that are no figures: no faults, but nobody should have to guess. */
export function LeftOutRows({ leftOut, total }: { readonly leftOut: readonly LeftOut[]; readonly total: number }) {
  if (total === 0) return null
  const kinds = [...Map.groupBy(leftOut, ({ why }) => why)]
  return (
    <section aria-labelledby="left-out">
      <h2 id="left-out">Left out on purpose</h2>
      <p>
        {rowsCounted(total)} {total === 1 ? 'is' : 'are'} no figures:{' '}
        {kinds.map(([why, those]) => `${counted(those.length)} ${WHY[why]}`).join(', ')}.
      </p>
      <details className="gt-details">
        <summary>Show them</summary>
        <ul className="gt-small gt-list">
          {leftOut.slice(0, SHOWN).map((one, index) => (
            <li key={index}>
              {one.sheet && `Sheet ${one.sheet}, `}row {one.line}: {WHY[one.why]}
              {one.text && `, “${one.text}”`}
            </li>
          ))}
        </ul>
      </details>
    </section>
  )
}
