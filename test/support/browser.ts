import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import { type Browser, chromium, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { browserProgram } from './browserProgram.ts'

/** As root there is no sandbox; the rest keeps it from talking to anybody. */
const WORDS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** WCAG 2.2 AA, and what axe knows as good practice beyond it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A browser without a window. @throws Error where the machine has none: tests then fail, they are not left out */
export async function launchBrowser(): Promise<Browser> {
  const program = await browserProgram()
  if (!program) throw new Error('No browser runs here. npm test installs one as root; else install chromium')
  return chromium.launch({ executablePath: program, args: WORDS, headless: true })
}

/** Fails with each rule that the page breaks and where, if any. */
export async function expectNoViolations(page: Page): Promise<void> {
  if (!(await page.evaluate('typeof window.axe === "object"'))) await page.evaluate(AXE)
  const results = (await page.evaluate(
    (tags) => (window as unknown as { axe: typeof axe }).axe.run(document, { runOnly: { type: 'tag', values: tags } }),
    TAGS,
  )) as axe.AxeResults
  if (results.violations.length > 0) expect.fail(`${page.url()}\n${results.violations.map(described).join('\n')}`)
}

function described(violation: axe.Result): string {
  const places = violation.nodes.map((node) => `  ${node.target.join(' ')}: ${node.failureSummary ?? ''}`)
  return [`${violation.id}: ${violation.help}`, ...places].join('\n')
}
