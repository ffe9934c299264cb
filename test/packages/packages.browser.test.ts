import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { PROGRAM_FOLDER } from '#platform/programFolder.ts'
import { browserProgram } from '#test/support/browserProgram.ts'
import { type Installed, installedPackages } from './packed.ts'

const ORIGIN = 'http://packages.test'
const D3 = ['d3-scale', 'd3-array', 'd3-interpolate', 'd3-color', 'd3-format', 'd3-time', 'd3-time-format', 'internmap']

let browser: Browser
let installed: Installed

beforeAll(async () => {
  installed = installedPackages()
  browser = await chromium.launch({ executablePath: (await browserProgram())!, args: ['--no-sandbox'] })
})

afterAll(async () => {
  await browser.close()
  installed.remove()
})

/** Where each package stands when a page imports it, as an import map says. */
function importMap(): string {
  const d3 = D3.map((name) => [name, `${ORIGIN}/${name}/${moduleOf(name)}`])
  const ours = ['spc', 'charts'].map((name) => [`@golden-thread/${name}`, `${ORIGIN}/@golden-thread/${name}/index.js`])
  return JSON.stringify({ imports: Object.fromEntries([...ours, ...d3]) })
}

function moduleOf(name: string): string {
  return JSON.parse(readFileSync(join(PROGRAM_FOLDER, 'node_modules', name, 'package.json'), 'utf8')).module
}

function fileAt(path: string): string | null {
  const places = [join(installed.folder, 'node_modules', path), join(PROGRAM_FOLDER, 'node_modules', path)]
  return places.find((place) => existsSync(place)) ?? null
}

test('statistics and drawings run in a browser as they are, without a bundler', async () => {
  const page = await browser.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  await page.route(`${ORIGIN}/**`, (route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname === '/') {
      const script = `import { analyse, signals } from '@golden-thread/spc'
        import { variationIconSvg } from '@golden-thread/charts'
        const analysis = analyse({ chart: 'xmr', numerators: [1, 2, 1, 2, 1, 2, 9], direction: 'lower' })
        document.body.innerHTML = variationIconSvg(analysis.variation, 48)
        document.body.dataset.found = signals(analysis)[0].rule`
      const body = `<script type="importmap">${importMap()}</script><body><script type="module">${script}</script>`
      return route.fulfill({ contentType: 'text/html', body })
    }
    const file = fileAt(pathname)
    return file
      ? route.fulfill({ contentType: 'text/javascript', body: readFileSync(file, 'utf8') })
      : route.fulfill({ status: 404 })
  })
  await page.goto(`${ORIGIN}/`)
  await page.waitForSelector('body[data-found="outside"] svg')
  expect(faults).toEqual([])
})
