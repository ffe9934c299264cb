import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations, launchBrowser } from '#test/support/browser.ts'
import { type Program, removeProgramFolders, startProgram } from '#test/support/program.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let browser: Browser
let program: Program
/** Without script. */
let page: Page
/** With it, for axe: looks at what `page` stands at. */
let checker: Page

beforeAll(async () => {
  browser = await launchBrowser()
  program = await startProgram()
  const context = await browser.newContext({ viewport: DESK, javaScriptEnabled: false })
  page = await context.newPage()
  page.setDefaultTimeout(20_000)
  await page.goto(`${program.address}/acting-as?back=/`)
  await page.getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Act as this person' }).click()
  const looking = await browser.newContext({ viewport: DESK })
  await looking.addCookies(await context.cookies())
  checker = await looking.newPage()
  checker.setDefaultTimeout(20_000)
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  removeProgramFolders()
})

const open = (path: string) => page.goto(program.address + path)
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (name: string | RegExp) => page.getByRole('main').getByRole('link', { name }).first().click()
const main = () => page.textContent('main')

/** Clean for axe, and as wide as the window, at the desk and on a phone. */
async function expectSound(): Promise<void> {
  await checker.goto(page.url())
  for (const size of [PHONE, DESK]) {
    await checker.setViewportSize(size)
    await expectNoViolations(checker)
    expect(await checker.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(size.width)
  }
}

describe('a quality lead without script', () => {
  test('looks at what another chart would say of every ward, changes it with a reason, and goes back', async () => {
    await open('/measures/falls')
    await follow('Change its chart or rules')
    await expectSound()
    await page.getByRole('radio', { name: /^u \(rate\)/ }).check()
    await page.getByRole('radio', { name: /^Western Electric/ }).check()
    await press('Show what would change')
    expect(await main()).toMatch(/charts would say/)
    await expectSound()
    await press('Change it')
    expect(await main()).toContain('Nothing is saved yet')
    await page.getByLabel('Why do you change it?').fill('Wards have few falls each')
    await press('Change it')
    expect(await main()).toContain('Rules: NHS Making Data Count became Western Electric')
    await expectSound()
    await follow('Go back to the chart and rules of version 1')
    await page.getByLabel('Why do you change it?').fill('As other trusts do')
    await press('Change it')
    expect(await main()).toContain('version 3')
  })

  test('leaves a point out of the limits after a comparison, with a reason, and takes it back in', async () => {
    await open('/measures/c-difficile')
    await follow('Wexcombe Hospitals')
    await follow('Leave a point out')
    await page.getByLabel('Leave out').selectOption({ index: 6 })
    await press('Compare with and without')
    await expectSound()
    await page.getByLabel('Why does it not belong to the process?').fill('Two months were counted as one')
    await press('Leave it out')
    expect(await main()).toContain('Two months were counted as one')
    await expectSound()
    await press(/^Take it back in/)
    expect(await main()).not.toContain('Two months were counted as one')
  })

  test('reads what was said when, what is said of the same month now, and why they differ', async () => {
    await open('/measures/length-of-stay')
    await follow('Wexcombe Hospitals')
    await follow('Verdict then and now, and why they differ')
    expect(await main()).toContain('Said of it now')
    await expectSound()
  })

  test('compares the organisation with its peers in one month, and opens a peer’s series', async () => {
    await open('/measures/ae-within-4-hours')
    await follow(/^Compare them side by side/)
    expect(await main()).toContain('no league table')
    await expectSound()
    await page.getByLabel('Limits').selectOption('chance')
    await page.getByLabel('In', { exact: true }).selectOption({ index: 3 })
    await press('Show')
    expect(page.url()).toContain('limits=chance')
    await page.getByRole('table').getByRole('link').last().click()
    expect(page.url()).toContain('/series/')
  })

  test('reads why new limits are suggested, declines them with a reason, and asks for them again', async () => {
    await open('/measures/falls')
    await follow('Heron Ward')
    expect(await main()).toContain('What this chart can and can’t tell')
    expect(await main()).toMatch(/Suggested: new limits from/)
    await page.getByText('What speaks against it').click()
    await expectSound()
    await page.getByLabel('No, because').fill('The ward was half empty')
    await press('Keep the limits as they are')
    expect(await main()).not.toMatch(/Suggested: new limits from/)
    expect(await main()).toContain('The ward was half empty')
    await expectSound()
    await press('Ask again')
    await press('Compare, then set new limits')
    expect(await main()).toMatch(/With new limits from/)
    await press('Record the new limits')
    expect(await main()).toContain('Say what changed, after what the figures say')
    await expectSound()
    await page.getByLabel('What changed?').fill('Two bays closed')
    await press('Record the new limits')
    expect(await main()).toContain('Two bays closed')
    expect(await main()).not.toMatch(/Suggested: new limits from/)
  })

  test('sees another chart beside the present one, and previews it on every ward', async () => {
    await open('/measures/falls')
    await follow('Kestrel Ward')
    await page.getByText('See both charts and the numbers behind this').click()
    await expectSound()
    await follow('Preview it on every series of this measure')
    expect(await main()).toMatch(/charts would say/)
  })
})
