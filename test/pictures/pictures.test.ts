import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { GALLERY } from '@golden-thread/charts/gallery'
import { expect, test } from 'vitest'

/** Set to look at a change and approve it: then every picture is written anew, and the reviewer sees the difference in git. */
const UPDATE = process.env.UPDATE_PICTURES === '1'
const FOLDER = new URL('.', import.meta.url)

for (const { name, svg } of GALLERY) {
  test(`the approved picture of ${name} is still what is drawn`, () => {
    const file = new URL(`${name}.svg`, FOLDER)
    // One element a line, so that git shows which one has changed.
    const drawn = `${svg().replaceAll('><', '>\n<')}\n`
    if (UPDATE) writeFileSync(file, drawn)
    expect(drawn).toBe(readFileSync(file, 'utf8'))
  })
}

test('every approved picture is in the gallery, and each name stands for one', () => {
  const names = GALLERY.map(({ name }) => name)
  const files = readdirSync(FOLDER).filter((file) => file.endsWith('.svg'))
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.svg`).toSorted())
})

test('a picture is the same text each time', () => {
  for (const { svg } of GALLERY) expect(svg()).toBe(svg())
})
