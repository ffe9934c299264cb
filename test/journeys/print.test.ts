import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launchBrowser } from '#test/support/browser.ts'
import { type Program, removeProgramFolders, startProgram } from '#test/support/program.ts'
import * as approved from '../../packages/spc/test/approvedReadings.ts'

/** CSS px of the text area of an A4 page with the margins of our style sheet, 20 mm and 14 mm. */
const TEXT = { width: Math.round((170 / 25.4) * 96), height: Math.round((269 / 25.4) * 96) }
const VERDICT_INKS = ['rgb(0, 104, 179)', 'rgb(198, 81, 0)', 'rgb(107, 47, 165)']

let browser: Browser
let program: Program
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  program = await startProgram()
  page = await browser.newPage({ viewport: TEXT })
  page.setDefaultTimeout(20_000)
  await page.emulateMedia({ media: 'print' })
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  removeProgramFolders()
})

async function openSeries(): Promise<void> {
  await page.goto(`${program.address}/overview?search=before+noon`)
  const address = await page.locator('.gt-table--summary tbody th a').first().getAttribute('href')
  await page.goto(program.address + address)
}

/** Every colour that a drawing on the page shows, also those of icons that point at one drawn once. */
const inks = () =>
  page.evaluate(`[...document.querySelectorAll('svg *')].flatMap((part) => {
    const { fill, stroke } = getComputedStyle(part)
    return [fill, stroke]
  })`) as Promise<readonly string[]>

describe('a series on A4', () => {
  test('has its chart on the first page, 170 mm wide, under the longest reading that was approved; its table follows', async () => {
    const readings = Object.values(approved).flatMap((group) => Object.values(group))
    const [longest] = readings
      .map(({ headline, rest }) => `${headline} ${rest}`)
      .toSorted((a, b) => b.length - a.length)
    await openSeries()
    await page.locator('.gt-reading').evaluate((reading, text) => {
      reading.textContent = text
    }, longest!)
    const [reading, chart, table] = await Promise.all(
      ['.gt-reading', '.gt-figure__print svg', '.gt-table--data'].map((part) => page.locator(part).boundingBox()),
    )
    expect(reading!.width).toBe(TEXT.width)
    expect(chart!.width).toBe(TEXT.width)
    expect(chart!.y + chart!.height).toBeLessThan(TEXT.height * 0.8)
    expect(table!.y - chart!.y - chart!.height).toBeLessThan(150)
  })
})

describe('print in one ink', () => {
  test('leaves no colour of a verdict on the page of a series', async () => {
    await openSeries()
    expect((await inks()).filter((ink) => VERDICT_INKS.includes(ink))).toEqual([])
  })

  test('leaves none on the overview', async () => {
    await page.goto(`${program.address}/overview`)
    expect((await inks()).filter((ink) => VERDICT_INKS.includes(ink))).toEqual([])
  })
})
