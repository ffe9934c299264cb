import { GALLERY_GROUPS } from '@golden-thread/charts/gallery'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations, launchBrowser } from '#test/support/browser.ts'
import { type Program, removeProgramFolders, startProgram } from '#test/support/program.ts'

/** From 400% zoom of a desk to a wall. */
const WIDTHS = [320, 390, 900, 1440, 1920]

let browser: Browser
let program: Program
let page: Page
const errors: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  program = await startProgram({ words: [] })
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.setDefaultTimeout(20_000)
  page.on('pageerror', (error) => errors.push(String(error)))
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  removeProgramFolders()
})

async function expectToFit(path: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(program.address + path)
    const wide = (await page.evaluate('document.documentElement.scrollWidth')) as number
    expect(`${path} is ${wide} wide at ${width}`).toBe(`${path} is ${Math.min(wide, width)} wide at ${width}`)
    if (width === 390 || (width === 1440 && !path.startsWith('/gallery/'))) await expectNoViolations(page)
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}

describe('a board member reads where the trust stands', () => {
  test('begins at home with the sentence, and follows it to the matrix', async () => {
    await page.goto(program.address)
    expect(await page.textContent('.gt-reading strong')).toMatch(
      /^\d+ of \d+ charts are getting worse and \d+ are getting better\.$/,
    )
    await page.getByRole('link', { name: 'See where each measure stands' }).click()
    await page.getByRole('heading', { name: 'Where each measure stands' }).waitFor()
    expect(await page.getByText('Start here').isVisible()).toBe(true)
  })

  test('asks for one area only, and for icons alone', async () => {
    await page.getByLabel('Area').selectOption('Safety')
    await page.getByRole('button', { name: 'Show' }).click()
    await page.waitForURL(/area=Safety/)
    await page.getByRole('link', { name: 'Icons only' }).click()
    await page.waitForURL(/icons=only/)
    expect(await page.locator('.gt-table--summary .gt-verdict__word').first().boundingBox()).toMatchObject({ width: 1 })
  })

  test('opens a measure, and walks its points with the arrow keys', async () => {
    await page.goto(`${program.address}/overview`)
    await page.locator('.gt-matrix__start').getByRole('link').nth(1).click()
    const chart = page.locator('.gt-figure__desk svg.gt-chart')
    await chart.focus()
    await page.keyboard.press('End')
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toMatch(/^\w+ \d{4}: /)
    expect(await page.locator('.gt-tip:visible').textContent()).toContain('Concerning')
    await page.keyboard.press('Escape')
    expect(await page.locator('.gt-tip:visible').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('sees one chart on a phone, which leads to its table', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.locator('svg.gt-chart:visible').count()).toBe(1)
    expect(
      await page
        .getByRole('img', { name: /./ })
        .or(page.getByRole('group', { name: /./ }))
        .count(),
    ).toBeGreaterThan(0)
    await page.getByRole('link', { name: 'The same as a table' }).click()
    expect(page.url()).toContain('#data')
  })

  test('is asked whom they act as before a form, and comes back to it', async () => {
    await page.goto(`${program.address}/measures/new`)
    await page.getByRole('heading', { name: 'Whom do you act as?' }).waitFor()
    await expectToFit('/acting-as?back=%2Fmeasures%2Fnew')
    await page.goto(`${program.address}/acting-as?back=%2Fmeasures%2Fnew`)
    await page.getByRole('radio').first().focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Enter')
    await page.waitForURL('**/measures/new')
    expect(await page.textContent('header')).toContain('Acting as')
  })

  const series = ['?all=yes', '/limits', '/notes', '/figure'].map((path) => `SERIES${path}`)
  const help = ['reading-a-chart', 'icons', 'accessibility', 'privacy', 'licence'].map((name) => `/help/${name}`)

  const gallery = GALLERY_GROUPS.map(({ id }) => `/gallery/${id}`)

  test.each(['/', '/overview', ...series, '/peers', '/gallery', ...gallery, ...help])(
    'finds %s fit for zoom, phone, desk and wall, without a barrier that a machine can find',
    async (path) => {
      await page.goto(`${program.address}/overview?search=before+noon`)
      const address = await page.locator('.gt-table--summary tbody th a').first().getAttribute('href')
      await expectToFit(path.replace('SERIES', address!))
    },
  )

  test('keeps the shapes where colours are forced', async () => {
    await page.emulateMedia({ forcedColors: 'active' })
    await page.goto(`${program.address}/overview`)
    expect(
      await page
        .locator('.gt-matrix svg')
        .first()
        .evaluate((icon) => getComputedStyle(icon).forcedColorAdjust),
    ).toBe('none')
    await page.emulateMedia({ forcedColors: 'none' })
  })
})
