import { lineAt, px, textAt } from '../markup.ts'
import { fitText, textWidth } from '../textWidth.ts'
import { type FunnelFrame, valueNameOf } from './funnelFrame.ts'

/** Both axes with their steps and names; grid lines at the steps of the values. */
export function funnelAxes(frame: FunnelFrame): string {
  return valueSteps(frame) + sizeSteps(frame)
}

function valueSteps(frame: FunnelFrame): string {
  const { axis, chart, left, right, bottom, y, rules } = frame
  const grid = axis.steps
    .filter((step) => Math.abs(y(step) - bottom) > 0.5)
    .map((step) => `M${px(left)} ${px(y(step))}H${px(right)}`)
    .join('')
  const steps = axis.steps.map((step) =>
    textAt(left - 9, y(step) + rules.label * 0.36, chart.axisFormat(step, axis.decimals)),
  )
  const name = textAt(4, rules.small + 2, valueNameOf(frame), { size: rules.small })
  return `${grid && `<path d="${grid}" stroke="${rules.ink.grid}"/>`}<g text-anchor="end">${steps.join('')}</g>${name}`
}

function sizeSteps({ across, chart, left, right, bottom, x, rules }: FunnelFrame): string {
  const { small, ink } = rules
  const baseline = bottom + 6 + small * 1.1
  const names = across.steps.map((step) => ({ at: x(step), text: chart.countFormat(step) }))
  // From the right, so that a large figure at the end wins over one that it would touch.
  const shown: typeof names = []
  for (const each of names.toReversed()) {
    const next = shown.at(-1)
    if (!next || each.at + textWidth(each.text, small) / 2 + 8 <= next.at - textWidth(next.text, small) / 2)
      shown.push(each)
  }
  const stems = shown.map(({ at }) => `M${px(at)} ${px(bottom)}v5`).join('')
  const name = fitText(chart.denominatorName, right - left + 40, small)
  return (
    lineAt(left, bottom, right, bottom, ` stroke="${ink.limit}"`) +
    (stems && `<path d="${stems}" stroke="${ink.limit}"/>`) +
    `<g text-anchor="middle" font-size="${small}">${shown.map(({ at, text }) => textAt(at, baseline, text)).join('')}</g>` +
    textAt((left + right) / 2, baseline + small * 1.5, name, { anchor: 'middle', size: small })
  )
}
