import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { expectNoViolations, launchBrowser } from './browser.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser?.close())

test('a page without faults passes', async () => {
  const page = await browser.newPage()
  await page.setContent('<html lang="en"><title>Fine</title><body><main><h1>Fine</h1></main></body></html>')
  await expectNoViolations(page)
})

test('a page with a fault fails, with the rule and the place', async () => {
  const page = await browser.newPage()
  await page.setContent(
    '<html lang="en"><title>Not</title><body><main><h1>Not</h1><img src="x.png"></main></body></html>',
  )
  await expect(expectNoViolations(page)).rejects.toThrow('image-alt')
})
