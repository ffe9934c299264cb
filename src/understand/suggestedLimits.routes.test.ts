import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rootUnit } from '#organisation/organisation.store.ts'
import { addPerson } from '#organisation/person.store.ts'
import type { PersonId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '#test/support/database.ts'
import { aMeasure, JANUARY_2024, STEADY, takeInFigures } from '#test/support/figures.ts'
import { aVisitor, type Visitor } from '#test/support/visitor.ts'
import { listSummaries } from '#understand/series.store.ts'

let db: TestDatabase
let visitor: Visitor
let stranger: Visitor
let by: PersonId

/** Steady for twenty months, then higher for ten: the step stands at September 2025. */
const STEPPED = [...STEADY, ...STEADY.slice(0, 10).map((value) => value + 8)]
const STEP = String(JANUARY_2024 + STEADY.length)

beforeAll(async () => {
  db = await testDatabase()
  visitor = await aVisitor(db.database)
  stranger = await aVisitor(db.database)
  by = await db.database.as(db.organisation, async (own) =>
    addPerson(own, { name: 'Ada Test', email: 'ada@test.example', unit: await rootUnit(own), job: 'Analyst' }),
  )
  visitor.actAs(by)
})
afterAll(async () => {
  await visitor.close()
  await stranger.close()
  await db.close()
})

/** A series of a measure of its own. @returns its address */
async function aSeriesOf(code: string, values: readonly number[]): Promise<string> {
  return db.database.as(db.organisation, async (own) => {
    await takeInFigures(own, [aMeasure({ code })], [{ measure: code, values }], by)
    return `/series/${(await listSummaries(own, { measure: code }))[0]!.id}`
  })
}

const SUGGESTED = 'Suggested: new limits from September 2025'

describe('a lasting new level', () => {
  test('is suggested with what speaks for and against, and changes nothing by itself', async () => {
    const at = await aSeriesOf('stepped', STEPPED)
    const { text } = await visitor.get(at)
    expect(text).toContain(SUGGESTED)
    expect(text).toContain('Since September 2025 the figures lie higher than before, and still do.')
    expect(text).toMatch(/Ten months since then have a mean of 18; the 20 months before had 10\./)
    expect(text).toMatch(/New limits would be \d+ to \d+, instead of \d+ to \d+: about as wide\./)
    expect(text).toContain('Only 10 of the 13 months that limits need')
    expect(text).toContain('No event is noted about then')
    expect(text).toContain('Fewer than 1 in 100 steady series would be told this.')
    expect(text).not.toContain('New limits agreed')
  })

  test('is read by anybody, and decided only by somebody', async () => {
    const at = await aSeriesOf('read', STEPPED)
    const { text, html } = await stranger.get(at)
    expect(text).toContain(SUGGESTED)
    expect(text).toContain('Choose whom you act as to say why the limits stay')
    expect(html).not.toContain('/limits/decline')
    const refused = await stranger.post(`${at}/limits/decline`, { start: STEP, reason: 'season' })
    expect(refused.path).toMatch(/acting-as/)
    expect((await visitor.get(at)).text).toContain(SUGGESTED)
  })

  test('is accepted by the form for new limits, filled in; what the figures say alone is no reason', async () => {
    const at = await aSeriesOf('accepted', STEPPED)
    const form = await visitor.get(`${at}/limits?start=${STEP}&suggested=yes`)
    expect(form.text).toContain('With new limits from September 2025')
    const reason = /<textarea[^>]*>([^<]*)</.exec(form.html)![1]!
    expect(reason).toBe('Mean 18 since September 2025, 10 before. What changed:')
    const unfinished = await visitor.post(`${at}/limits`, { start: STEP, baseline: '', reason })
    expect(unfinished.status).toBe(400)
    expect(unfinished.text).toContain('Say what changed, after what the figures say')
    const recorded = await visitor.post(`${at}/limits`, { start: STEP, baseline: '', reason: `${reason} a new ward` })
    expect(recorded.text).toContain('What changed: a new ward')
    expect(recorded.text).not.toContain(SUGGESTED)
  })

  test('has the noted event of about then as its reason, and does not say that none is noted', async () => {
    const at = await aSeriesOf('noted', STEPPED)
    await visitor.post(`${at}/notes`, { period: STEP, text: 'The ward moved to the new building' })
    expect((await visitor.get(at)).text).not.toContain('No event is noted about then')
    const { html } = await visitor.get(`${at}/limits?start=${STEP}&suggested=yes`)
    expect(html).toMatch(/<textarea[^>]*>The ward moved to the new building</)
  })

  test('is not filled in for another month than the suggested one', async () => {
    const at = await aSeriesOf('other', STEPPED)
    const { html } = await visitor.get(`${at}/limits?start=${Number(STEP) - 5}&suggested=yes`)
    expect(html).toMatch(/<textarea[^>]*><\/textarea>/)
  })
})

describe('a declined suggestion', () => {
  test('is recorded with who and why, stays away, and is asked again when somebody says so', async () => {
    const at = await aSeriesOf('declined', STEPPED)
    const kept = await visitor.post(`${at}/limits/decline`, { start: STEP, reason: 'It is the winter' })
    expect(kept.text).not.toContain(SUGGESTED)
    expect(kept.text).toMatch(
      /Suggested limits, declined From September 2025\. It is the winter Ada Test, .*; 10 figures with a mean of 18 then/,
    )
    const undo = /action="([^"]*\/undo)"/.exec(kept.html)![1]!
    const again = await visitor.post(undo, {})
    expect(again.text).toContain(SUGGESTED)
    expect(again.text).toMatch(/It is the winter Ada Test, .* Asked again: Ada Test/)
    expect((await visitor.post(undo, {})).status).toBe(409)
  })

  test('is not asked again for more of the same, and is for a level that moved on', async () => {
    const at = await aSeriesOf('moved', STEPPED)
    await visitor.post(`${at}/limits/decline`, { start: STEP, reason: 'It is the winter' })
    const bring = (values: readonly number[]) =>
      db.database.as(db.organisation, (own) =>
        takeInFigures(own, [aMeasure({ code: 'moved' })], [{ measure: 'moved', values }], by),
      )
    await bring([...STEPPED, 19, 17, 18])
    expect((await visitor.get(at)).text).not.toContain('Suggested: new limits')
    await bring([...STEPPED, 19, 17, 18, ...STEADY.slice(0, 10).map((value) => value + 20)])
    expect((await visitor.get(at)).text).toContain('Suggested: new limits from October 2026')
  })

  test.each([
    ['without a reason', { start: STEP, reason: ' ' }, 400],
    ['from another month than the figures ask for', { start: '24001', reason: 'It is the winter' }, 409],
    ['with an NHS number', { start: STEP, reason: 'Ask 999 000 0018' }, 400],
  ])('%s is refused', async (name, fields, status) => {
    const at = await aSeriesOf(`refused-${name.replaceAll(' ', '-').toLowerCase()}`, STEPPED)
    expect((await visitor.post(`${at}/limits/decline`, fields)).status).toBe(status)
    expect((await visitor.get(at)).text).toContain(SUGGESTED)
  })

  test('can only be added to: no row is ever changed or removed', async () => {
    await aSeriesOf('rights', STEPPED)
    for (const statement of ['UPDATE declined_rebase SET reason = reason', 'DELETE FROM declined_rebase']) {
      const tried = db.database.as(db.organisation, (own) => sql.raw(statement).execute(own))
      await expect(tried).rejects.toThrow(/permission denied/)
    }
  })
})

describe('what stands beside a chart', () => {
  test('says what it can and can’t tell, and nothing of figures that it suits', async () => {
    const at = await aSeriesOf(
      'steady',
      [...STEADY, ...STEADY].map((value) => value * 10 + 3),
    )
    const { text } = await visitor.get(at)
    expect(text).toContain('What this chart can and can’t tell')
    expect(text).toMatch(/On average a change of one sigma is found after \w+ months, one of two sigma after \w+\./)
    expect(text).toMatch(/Chance alone flags the latest month of about one steady chart in 5\d\./)
    expect(text).not.toContain('Suggested: new limits')
  })

  test('names a gap, its number and where the check comes from', async () => {
    const at = await aSeriesOf('gap', [...STEADY.slice(0, 8), Number.NaN, ...STEADY.slice(8)])
    const { text } = await visitor.get(at)
    expect(text).toMatch(/What to know of the figures .*Missing periods\. 1 of the 21 months has no value\./)
    expect(text).toContain('Found 1, threshold 0.')
  })

  test('advises the chart of rare events on counts that are mostly nought, and draws both', async () => {
    const rare = [0, 0, 1, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 1]
    const at = await aSeriesOf('rare', rare)
    const { text, html } = await visitor.get(at)
    expect(text).toContain('Another chart may fit better: g (cases between rare events)')
    expect(text).toContain('17 of the 24 months are 0')
    expect(html.match(/id="advice-mostlyNought-with(out)?-/g)?.length).toBeGreaterThan(0)
    expect(text).toContain('Define a measure of what lies between events')
  })

  test('advises a c chart on small counts, with a preview on every series of the measure', async () => {
    const few = [3, 5, 2, 4, 6, 3, 1, 4, 5, 2, 3, 4, 7, 2, 3, 5, 1, 4, 3, 2, 6, 3, 4, 2]
    const at = await aSeriesOf('few', few)
    const { text, html } = await visitor.get(at)
    expect(text).toContain('Another chart may fit better: c (count)')
    const preview = /href="(\/measures\/few\/chart\?[^"]*)"/.exec(html)![1]!.replaceAll('&amp;', '&')
    expect((await visitor.get(preview)).status).toBe(200)
  })
})

test('pages that show many charts say how many chance alone would flag', async () => {
  await aSeriesOf('among', STEPPED)
  for (const address of ['/', '/overview', '/measures/among']) {
    expect((await visitor.get(address)).text, address).toMatch(
      /about once in 5\d charts\. Among .* expect \d+\.\d false signals\./,
    )
  }
})
