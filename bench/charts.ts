/** What it costs to draw one desk chart of each kind, and one sparkline, beside joining a bare template of as many characters. */
import { controlChartSvg, sparklineSvg } from '@golden-thread/charts'
import { beforeNoon, beforeNoonSpark, drawingOf } from '@golden-thread/charts/gallery'

const ROUNDS = 9
const CALLS = 300

const chart = beforeNoon('bench')
compare('chart-svg', 'a chart', () => controlChartSvg(chart, 'desk'))
compare('sparkline-svg', 'a sparkline', () => sparklineSvg(beforeNoonSpark))
for (const name of [
  'rebased-run',
  'ewma',
  'cusum',
  'bernoulli-cusum',
  'xmr-with-ranges',
  'xbar-with-s',
  'funnel-share',
]) {
  compare(`${name}-svg`, 'a chart', drawingOf(name))
}
compare('funnel-many-svg', 'a funnel of 300 units', drawingOf('funnel-many'))
compare('pareto-svg', 'a chart', drawingOf('pareto'))

function compare(name: string, each: string, draw: () => string): void {
  const characters = draw().length
  const beside = cost(() => bareTemplate(characters))
  const ms = cost(draw)
  console.log(
    `bench: ${name} ${ms.toFixed(3)} ms ${each}, ${(ms / beside).toFixed(1)} of a bare template of as many characters`,
  )
}

/** Milliseconds a call: the median of several rounds, after one to warm up. */
function cost(draw: () => string): number {
  const rounds: number[] = []
  let kept = 0
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now()
    for (let call = 0; call < CALLS; call++) kept += draw().length
    if (round > 0) rounds.push((performance.now() - start) / CALLS)
  }
  if (kept === 0) throw new Error('Nothing was drawn')
  return rounds.toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)]!
}

/** Numbers put between fixed words until the text is as long: what any template must do at least. */
function bareTemplate(characters: number): string {
  let text = ''
  for (let i = 0; text.length < characters; i++) text += `<path d="M${i * 1.25} ${i * 0.75}H${i * 2.5}" fill="none"/>`
  return text
}
