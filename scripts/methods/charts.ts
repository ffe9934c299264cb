import { CHART_TYPES, type ChartType, FURTHER_CHART_TYPES, SAMPLE_CHART_TYPES } from '@golden-thread/spc'
import { METHOD_OPTIONS, type OptionAbout, OTHER_METHODS, type OtherMethod } from '@golden-thread/spc/methods'
import { type Agreed, agreedOn } from './agreed.ts'
import { bullets, type DocPage, formula, MADE, paragraphs, table } from './markdown.ts'
import { pictureOf } from './picture.ts'

export const EVERY_CHART: readonly ChartType[] = [...CHART_TYPES, ...FURTHER_CHART_TYPES, ...SAMPLE_CHART_TYPES]

/** A page and a picture for each kind of chart, and a page for each other method. */
export function chartPages(): readonly DocPage[] {
  return [
    ...EVERY_CHART.flatMap((type) => {
      const { svg, reading } = pictureOf(type)
      return [chartPage(type, reading), { path: `pictures/${type.id}.svg`, text: svg.replaceAll('><', '>\n<') }]
    }),
    ...OTHER_METHODS.map(otherPage),
  ]
}

function chartPage(type: ChartType, reading: string): DocPage {
  const { id, label, useWhen, about } = type
  const options = METHOD_OPTIONS.filter(({ charts }) => charts === 'all' || charts.includes(id))
  return {
    path: `charts/${id}.md`,
    text: paragraphs(
      MADE,
      `# ${label}`,
      useWhen,
      `![${about.example.title}](../pictures/${id}.svg)`,
      `*Its reading:* ${reading}`,
      ...methodParts(about),
      '## Options',
      `By \`golden-thread spc --chart ${id}\`, or \`analyse({ chart: '${id}', … })\`. What each does, and which tool does which: [options](../options.md).`,
      optionsTable(options),
      ...agreementParts(agreedOn(id)),
      '## Sources',
      bullets(about.sources),
    ),
  }
}

function otherPage(method: OtherMethod): DocPage {
  return {
    path: `charts/${method.id}.md`,
    text: paragraphs(
      MADE,
      `# ${method.label}`,
      method.useWhen,
      `The function \`${method.by}\` of \`@golden-thread/spc\`.`,
      ...methodParts(method),
      ...(method.options ? ['## Options', optionsTable(method.options)] : []),
      ...agreementParts(agreedOn(method.id)),
      '## Sources',
      bullets(method.sources),
    ),
  }
}

function methodParts({
  formulas,
  letters,
  constants = [],
  needs,
  reads,
}: Omit<OtherMethod, 'id' | 'label' | 'by' | 'useWhen' | 'sources' | 'options'>): readonly string[] {
  return [
    '## How it is computed',
    ...formulas.flatMap(({ of, tex }) => [`${of}:`, formula(tex)]),
    `${letters}.`,
    constants.length === 0
      ? ''
      : table(
          ['constant', 'what it is', 'source'],
          constants.map(({ value, is, source }) => [value, is, source]),
        ),
    '## What it needs',
    needs,
    '## How it is read',
    reads,
  ]
}

function agreementParts(agreed: readonly Agreed[]): readonly string[] {
  if (agreed.length === 0) return ['## Tools that agree', 'None of the tools that we compare with has it.']
  return [
    '## Tools that agree',
    'Recorded results of other programs that the engine gives as well (`npm run conformance`). The rest are known defects or refusals of theirs, each with its reason.',
    table(
      ['tool', 'its name for it', 'cases that agree'],
      agreed.map(({ peer, chart, agree, of }) => [peer, `\`${chart}\``, `${agree} of ${of}`]),
    ),
  ]
}

function optionsTable(options: readonly OptionAbout[]): string {
  return table(
    ['option', 'ours', 'question'],
    options.map(({ name, values, question }) => [
      `[\`${name}\`](../options.md#${name.toLowerCase()})`,
      values[0]!.value,
      question,
    ]),
  )
}
