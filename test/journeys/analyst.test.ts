import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectNoViolations, launchBrowser } from '#test/support/browser.ts'
import { type Program, removeProgramFolders, startProgram } from '#test/support/program.ts'

const DESK = { width: 1440, height: 900 }
const PHONE = { width: 390, height: 844 }

let browser: Browser
let program: Program
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  program = await startProgram({ words: ['--empty'] })
  page = await browser.newPage({ viewport: DESK, acceptDownloads: true })
  page.setDefaultTimeout(20_000)
})
afterAll(async () => {
  await browser?.close()
  await program?.stop()
  removeProgramFolders()
})

/** Thirty months of one trust and a peer; the trust's last nine months are well above those before. */
function figures(): Buffer {
  const lines = ['Month,Org Code,Attendances,Within four hours']
  for (let month = 0; month < 30; month++) {
    const period = `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`
    const wobble = (month * 7) % 11
    lines.push(`${period},RXZ,${1000 + wobble},${(month < 21 ? 700 : 860) + wobble}`)
    lines.push(`${period},RYZ,${900 + wobble},${650 + wobble}`)
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n`)
}

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click()
const follow = (name: string | RegExp) => page.getByRole('link', { name }).first().click()
const heading = (name: string | RegExp) => page.getByRole('heading', { name }).first()

/** What a file manager does when a file is let go over the page. */
async function drop(name: string, content: Buffer): Promise<void> {
  const dropped = await page.evaluateHandle(
    ([file, text]) => {
      const data = new DataTransfer()
      data.items.add(new File([text!], file!, { type: 'text/csv' }))
      return data
    },
    [name, content.toString()],
  )
  const zone = page.locator('[data-drop-file]').first()
  await zone.dispatchEvent('dragover', { dataTransfer: dropped })
  await zone.dispatchEvent('drop', { dataTransfer: dropped })
}

describe('an analyst brings the trust’s own file', () => {
  test('first says whose system it is', async () => {
    await page.goto(program.address)
    await expectNoViolations(page)
    await page.getByLabel('Name of your organisation').fill('Leafield Hospitals')
    await page.getByLabel('Its code').fill('RXZ')
    await page.getByLabel('Your name').fill('Ann Example')
    await page.getByLabel('Your e-mail address').fill('ann@example.org')
    await page.getByLabel('Your job').fill('analyst')
    await press('Begin')
    await heading('Leafield Hospitals').waitFor()
    await expectNoViolations(page)
  })

  test('sees an overview that says what to do first', async () => {
    await page.goto(`${program.address}/overview`)
    await expectNoViolations(page)
    await follow('Bring a file')
    await page.waitForURL('**/imports/new')
    await expectNoViolations(page)
  })

  test('drops the file, sees what was understood, and what would change before it does', async () => {
    await drop('four-hours.csv', figures())
    await press('Read the file')
    await heading('Is this what the file says?').waitFor()
    await expectNoViolations(page)
    await press('Yes, show what would change')
    await page.getByRole('button', { name: 'Take it in' }).waitFor()
    await expectNoViolations(page)
    expect(await page.textContent('main')).toContain('adds 120 figures')
  })

  test('takes it in, and sees the matrix of its own series only', async () => {
    await press('Take it in')
    await page.getByRole('link', { name: 'See where each measure stands' }).click()
    await heading('Where each measure stands').waitFor()
    await expectNoViolations(page)
    const table = await page.locator('.gt-table').first().textContent()
    expect(table).toContain('Within four hours')
    expect(table).not.toContain('RYZ')
  })

  test('opens a series and reads it', async () => {
    await page.getByRole('table').last().getByRole('link', { name: 'Within four hours' }).click()
    await heading('Within four hours').waitFor()
    await expectNoViolations(page)
    expect(await page.textContent('main')).toContain('nine months')
    expect(await page.locator('svg[role=img], svg[role=group], [role=group] svg').count()).toBeGreaterThan(0)
  })

  test('compares new limits with the old, and records them with a reason', async () => {
    const series = page.url()
    await follow('Set new limits')
    await page
      .getByLabel(/limits from/i)
      .first()
      .selectOption({ label: 'Oct 2025' })
    await press('Compare with and without')
    await expectNoViolations(page)
    await press('Record the new limits')
    expect(await page.textContent('main')).toContain('Nothing is recorded yet')
    await page.getByLabel('What changed?').fill('Second triage room opened')
    await press('Record the new limits')
    await page.waitForURL(series)
    expect(await page.textContent('main')).toContain('Second triage room opened')
    await expectNoViolations(page)
  })

  test('downloads the chart and its figures, each with its stamp', async () => {
    const series = page.url()
    const get = async (path: string) => (await page.request.get(`${series}/${path}`)).body()
    const svg = (await get('chart.svg')).toString()
    expect(svg).toContain('<svg')
    expect(svg).toContain('Data as at')
    expect((await get('chart.png')).subarray(1, 4).toString()).toBe('PNG')
    expect((await get('data.csv')).toString()).toContain('definition version 1')
    expect((await get('data.xlsx')).subarray(0, 2).toString()).toBe('PK')
  })

  test('reads the same page on a phone, without sideways scrolling', async () => {
    await page.setViewportSize(PHONE)
    for (const path of [new URL(page.url()).pathname, '/overview', '/imports', '/measures', '/units', '/people']) {
      await page.goto(program.address + path)
      await expectNoViolations(page)
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(PHONE.width)
    }
    await page.setViewportSize(DESK)
  })

  test('takes the import back, and what only it had brought is gone; its history stays', async () => {
    await page.goto(`${program.address}/imports`)
    await follow('four-hours.csv')
    await follow(/Take .*back/)
    await expectNoViolations(page)
    await press(/Take .*back/)
    await page.waitForLoadState()
    await expectNoViolations(page)
    await page.goto(`${program.address}/overview`)
    expect(await page.textContent('main')).toContain('no figures yet')
    await page.goto(`${program.address}/imports`)
    expect(await page.textContent('main')).toContain('four-hours.csv')
  })

  test('loads less than 70 kB of script on any page', async () => {
    for (const path of ['/', '/overview', '/imports', '/imports/new', '/measures', '/gallery']) {
      await page.goto(program.address + path)
      const scripts = await page.evaluate(() => [...document.scripts].map((script) => script.src))
      let bytes = 0
      for (const script of scripts) bytes += (await (await page.request.get(script)).body()).length
      expect(bytes).toBeLessThan(70_000)
    }
  })

  test('needs none of it: the same walk without JavaScript, from the file to new limits', async () => {
    const plain = await browser.newPage({ javaScriptEnabled: false, viewport: DESK })
    plain.setDefaultTimeout(20_000)
    const pressed = (name: string | RegExp) => plain.getByRole('button', { name }).first().click()
    const followed = (name: string | RegExp) => plain.getByRole('link', { name }).first().click()
    await plain.goto(`${program.address}/imports/new`)
    await plain.getByRole('radio', { name: /Ann Example/ }).check()
    await pressed('Act as this person')
    await plain
      .locator('input[type=file]')
      .setInputFiles({ name: 'again.csv', mimeType: 'text/csv', buffer: figures() })
    await pressed('Read the file')
    await pressed('Take it in')
    await followed('See where each measure stands')
    await followed('Within four hours')
    await followed('Set new limits')
    await plain
      .getByLabel(/limits from/i)
      .first()
      .selectOption({ label: 'Oct 2025' })
    await pressed('Compare with and without')
    await plain.getByLabel('What changed?').fill('A second triage room opened')
    await pressed('Record the new limits')
    await plain.getByText('A second triage room opened').first().waitFor()
    await plain.close()
  })
})
