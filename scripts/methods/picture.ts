import { type ChartPeriod, controlChartSvg } from '@golden-thread/charts'
import { analyse, type ChartType, reading, type SeriesInput, signals, subgroups } from '@golden-thread/spc'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]
const FIRST_YEAR = 2025

/** The chart's own example, drawn and read as any other. */
export function pictureOf(type: ChartType): { readonly svg: string; readonly reading: string } {
  const { example } = type.about
  const analysis = analyse({
    chart: type.id,
    direction: example.direction,
    multiplier: example.multiplier ?? 1,
    ...figuresOf(type),
  })
  const found = signals(analysis)
  const say = (value: number, decimals: number) =>
    value.toLocaleString('en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
  const decimals = Math.max(...analysis.values.filter(Number.isFinite)) < 10 ? 2 : 1
  const { noun = 'month' } = example
  const time = Array.from(analysis.values, (_, i) => placeOf(i, noun))
  const wording = {
    period: (index: number) => time[index]!.label,
    value: (value: number, more = 0) => say(value, decimals + more),
    noun,
  }
  const said = reading(analysis, found, wording)
  const description = `${said.headline} ${said.rest}`.trim()
  const svg = controlChartSvg(
    {
      id: type.id,
      title: example.title,
      description,
      analysis,
      signals: found,
      time,
      noun: wording.noun,
      format: wording.value,
      axisFormat: say,
      provisional: time.map(() => false),
      notes: [],
      phaseNotes: [],
    },
    'desk',
    { standalone: true },
  )
  return { svg, reading: description }
}

function placeOf(i: number, noun: 'month' | 'event'): ChartPeriod {
  if (noun === 'event') return { label: `event ${i + 1}`, tick: String(i + 1), group: '' }
  const [month, year] = [MONTHS[i % MONTHS.length]!, String(FIRST_YEAR + Math.floor(i / MONTHS.length))]
  return { label: `${month} ${year}`, short: `${month.slice(0, 3)} ${year}`, tick: month.slice(0, 1), group: year }
}

function figuresOf({
  id,
  about,
  needsSamples,
}: ChartType): Pick<SeriesInput, 'numerators' | 'denominators' | 'samples'> {
  const { numerators, denominators } = about.example
  if (!needsSamples) {
    return { numerators: numerators as readonly number[], ...(denominators && { denominators }) }
  }
  const values = (numerators as readonly (readonly number[])[]).flatMap((sample, x) =>
    sample.map((numerator) => ({ x, numerator })),
  )
  const samples = subgroups(values)
  return { numerators: id === 's' ? samples.deviations : id === 'r' ? samples.ranges : samples.means, samples }
}
