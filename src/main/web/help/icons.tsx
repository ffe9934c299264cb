import { assuranceIconSvg, pointShapeSvg, variationIconSvg } from '@golden-thread/charts'
import type { Assurance, PointVerdict, Variation } from '@golden-thread/spc'
import { Markup } from '#platform/html/markup.tsx'

const VARIATIONS: readonly (readonly [Variation, string, string])[] = [
  ['improvingHigh', 'Improving, high', 'The change is in the wanted direction: up is good.'],
  ['improvingLow', 'Improving, low', 'The change is in the wanted direction: down is good.'],
  ['concerningHigh', 'Concerning, high', 'The change is in the unwanted direction: up is bad.'],
  ['concerningLow', 'Concerning, low', 'The change is in the unwanted direction: down is bad.'],
  ['commonCause', 'No special change', 'The points vary as chance varies them.'],
  ['neutralHigh', 'Changed, high', 'Something changed; no direction is better.'],
  ['neutralLow', 'Changed, low', 'Something changed; no direction is better.'],
]

const ASSURANCES: readonly (readonly [Assurance, string, string])[] = [
  ['meets', 'Meets target', 'Will meet the target every period unless something changes.'],
  ['hitOrMiss', 'Hit or miss', 'The target lies between the limits: chance decides.'],
  ['misses', 'Misses target', 'Will miss the target every period unless something changes.'],
  ['none', 'No target', 'None is set, so nothing is claimed.'],
]

const POINTS: readonly (readonly [Exclude<PointVerdict, 'missing'>, string])[] = [
  ['commonCause', 'No special change'],
  ['improving', 'Improving'],
  ['concerning', 'Concerning'],
  ['neutralHigh', 'Changed, high'],
  ['neutralLow', 'Changed, low'],
]

/** Every icon and point shape, with its meaning. */
export function Icons() {
  return (
    <>
      <p className="gt-lead">
        One vocabulary everywhere. <strong>Square</strong> is improving, <strong>diamond</strong> is concerning,{' '}
        <strong>circle</strong> is nothing special, <strong>triangle</strong> is changed with no better direction. A{' '}
        <strong>filled</strong> icon answers “what is the process doing?”, an <strong>outlined</strong> one “will it
        meet its target?”. Take the colour away and every meaning stays.
      </p>
      <h2 id="variation">Variation: what is the process doing?</h2>
      <IconTable
        labelledBy="variation"
        rows={VARIATIONS.map(([id, name, text]) => ({
          name,
          text,
          icons: [28, 48].map((size) => variationIconSvg(id, size)),
        }))}
      />
      <h2 id="assurance">Assurance: will it meet its target?</h2>
      <IconTable
        labelledBy="assurance"
        rows={ASSURANCES.map(([id, name, text]) => ({
          name,
          text,
          icons: [28, 48].map((size) => assuranceIconSvg(id, size)),
        }))}
      />
      <h2 id="points">Points on a chart</h2>
      <table className="gt-table" aria-labelledby="points">
        <thead>
          <tr>
            <th scope="col">Point</th>
            <th scope="col">Final</th>
            <th scope="col">Provisional</th>
            <th scope="col">Outside the limits</th>
          </tr>
        </thead>
        <tbody>
          {POINTS.map(([form, name]) => (
            <tr key={form}>
              <th scope="row">{name}</th>
              <td>
                <Shape form={form} name="a filled shape" />
              </td>
              <td>
                <Shape form={form} hollow name="the same shape, hollow" />
              </td>
              <td>
                {form === 'commonCause' ? (
                  <span className="gt-small">cannot be</span>
                ) : (
                  <Shape form={form} ring name="the same shape, with a ring" />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        The letters are those the NHS uses: H high, L low, P passes, F falls short, ? hit or miss.{' '}
        <a href="/help/reading-a-chart">How to read a control chart</a>
      </p>
    </>
  )
}

function Shape({ name, ...entry }: Parameters<typeof pointShapeSvg>[0]) {
  return (
    <>
      <Markup html={pointShapeSvg({ ...entry, name })} />
      <span className="gt-hidden">{name}</span>
    </>
  )
}

interface IconRow {
  readonly name: string
  readonly text: string
  readonly icons: readonly string[]
}

function IconTable({ labelledBy, rows }: { readonly labelledBy: string; readonly rows: readonly IconRow[] }) {
  return (
    <table className="gt-table gt-table--icon-list" aria-labelledby={labelledBy}>
      <thead className="gt-hidden">
        <tr>
          <th scope="col">Name and meaning</th>
          <th scope="col">Icon, small and large</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, text, icons }) => (
          <tr key={name}>
            <th scope="row">
              {name}
              <span className="gt-small">{text}</span>
            </th>
            <td>
              {icons.map((icon) => (
                <Markup key={icon} html={icon} />
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
