import { readdirSync } from 'node:fs'
import { OTHER_METHODS } from '@golden-thread/spc/methods'
import { chartPages, EVERY_CHART } from './charts.ts'
import { type DocPage, MADE, paragraphs, table } from './markdown.ts'
import { optionsPage } from './options.ts'
import { rulesPage } from './rules.ts'

const DECISIONS = new URL('../../docs/decisions/', import.meta.url)

/** Every page and picture of docs/methods, made of the code alone: the same each time. */
export function methodPages(): readonly DocPage[] {
  const pages = [indexPage(), rulesPage(), optionsPage(readdirSync(DECISIONS)), ...chartPages()]
  return pages.map(({ path, text }) => ({ path, text: `${text.trimEnd()}\n` }))
}

function indexPage(): DocPage {
  return {
    path: 'README.md',
    text: paragraphs(
      MADE,
      '# Methods',
      'What each chart and rule does: formula, constants with their source, what it needs, how it is read, and which tools give the same. These pages are made from the code that computes.',
      '## Charts',
      table(
        ['chart', 'use it for'],
        EVERY_CHART.map(({ id, label, useWhen }) => [`[${label}](charts/${id}.md)`, useWhen]),
      ),
      '## Other methods',
      table(
        ['method', 'use it for'],
        OTHER_METHODS.map(({ id, label, useWhen }) => [`[${label}](charts/${id}.md)`, useWhen]),
      ),
      '## Rules and options',
      'Which points are marked: [rules](rules.md). Where the tools of the field differ, which does which, and what we do: [options](options.md).',
    ),
  }
}
