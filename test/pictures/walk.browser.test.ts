import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { fileURLToPath } from 'node:url'
import { controlChartSvg } from '@golden-thread/charts'
import { beforeNoon, drawingOf } from '@golden-thread/charts/gallery'
import chromium from '@sparticuz/chromium'
import { type Browser, type Page, chromium as playwright } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'

/** The script as the browser runs it, without a bundler. */
const SCRIPT = stripTypeScriptTypes(
  readFileSync(fileURLToPath(import.meta.resolve('@golden-thread/charts/walk')), 'utf8'),
)
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

let browser: Browser
let page: Page

beforeAll(async () => {
  browser = await playwright.launch({
    executablePath: await chromium.executablePath(),
    args: chromium.args,
    headless: true,
  })
})

afterAll(() => browser.close())

beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1100, height: 700 } })
  const chart = controlChartSvg(beforeNoon('walked'), 'desk')
  await page.setContent(
    `<html lang="en"><title>A chart</title><body><main><h1>A chart</h1>${chart}</main></body></html>`,
  )
})

async function walkable(): Promise<void> {
  await page.addScriptTag({
    type: 'module',
    content: `${SCRIPT}\nwalkCharts(); walkCharts(); document.body.dataset.ready = ''`,
  })
  await page.waitForSelector('body[data-ready]')
}

async function focused(): Promise<string | null> {
  return page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? null)
}

async function violations(): Promise<unknown[]> {
  await page.evaluate(AXE)
  return page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))')
}

test('without the script a chart is an image with a name and a description', async () => {
  const image = page.getByRole('img', { name: 'Patients discharged before noon', exact: true })
  expect(await image.count()).toBe(1)
  expect(await violations()).toEqual([])
})

test('arrow keys walk from point to point, and each reads its row of the table', async () => {
  await walkable()
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toMatch(/^July 2023: 17.2%/)
  await page.keyboard.press('End')
  expect(await focused()).toMatch(/^June 2026: 27.3%, provisional\. Improving \(B\)/)
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toMatch(/^June 2026/)
  await page.keyboard.press('ArrowLeft')
  expect(await focused()).toMatch(/^May 2026: 28.1%/)
  expect(await page.locator('.gt-tip:visible').textContent()).toMatch(/^May 2026: 28.1%/)
  expect(await violations()).toEqual([])
})

test('Escape leaves the points, and Tab leaves the chart', async () => {
  await walkable()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  await page.keyboard.press('Escape')
  expect(await page.locator('.gt-tip:visible').count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('svg')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
})

test('the pointer near a point shows its row', async () => {
  await walkable()
  const point = await page.locator('.gt-point').nth(6).boundingBox()
  await page.mouse.move(point!.x + 10, point!.y + 10)
  expect(await page.locator('.gt-tip:visible').textContent()).toMatch(/^January 2024: 10.4%\. Concerning \(A\)/)
  await page.mouse.move(5, 5)
  expect(await page.locator('.gt-tip:visible').count()).toBe(0)
})

test('a funnel is walked from the smallest unit to the largest, though what matters is drawn last', async () => {
  await page.setContent(
    `<html lang="en"><title>A funnel</title><main><h1>A funnel</h1>${drawingOf('funnel-rate')()}</main>`,
  )
  await walkable()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Home')
  expect(await focused()).toMatch(/^Ward 13: 0\.00, 0 of 3,100\. Below the 99\.8% limits, on the better side/)
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toMatch(/^Ward 14: /)
  await page.keyboard.press('End')
  expect(await focused()).toMatch(/^Ward 11: 2\.12, 22 of 10,400\. Within the limits/)
  expect(await violations()).toEqual([])
})
