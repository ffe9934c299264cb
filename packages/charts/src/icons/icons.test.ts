import type { Assurance, Variation } from '@golden-thread/spc'
import { describe, expect, test } from 'vitest'
import { assuranceName, variationAlternative, variationName } from '../names.ts'
import { assuranceIconSvg } from './assuranceIcon.ts'
import { variationIconSvg } from './variationIcon.ts'

const VARIATIONS: readonly {
  variation: Variation
  word: string
  alternative: string
  shape: string
  colour: string
}[] = [
  { variation: 'improvingHigh', word: 'Improving', alternative: 'Improving, high', shape: '<rect', colour: '#0068B3' },
  { variation: 'improvingLow', word: 'Improving', alternative: 'Improving, low', shape: '<rect', colour: '#0068B3' },
  {
    variation: 'concerningHigh',
    word: 'Concerning',
    alternative: 'Concerning, high',
    shape: '<path d="M24 2',
    colour: '#C65100',
  },
  {
    variation: 'concerningLow',
    word: 'Concerning',
    alternative: 'Concerning, low',
    shape: '<path d="M24 2',
    colour: '#C65100',
  },
  {
    variation: 'commonCause',
    word: 'No special change',
    alternative: 'No special change',
    shape: '<circle',
    colour: '#66717F',
  },
  {
    variation: 'neutralHigh',
    word: 'Changed',
    alternative: 'Changed, high',
    shape: '<path d="M24 6',
    colour: '#6B2FA5',
  },
  {
    variation: 'neutralLow',
    word: 'Changed',
    alternative: 'Changed, low',
    shape: '<path d="M24 42',
    colour: '#6B2FA5',
  },
]
const ASSURANCES: readonly { assurance: Assurance; word: string; shape: string }[] = [
  { assurance: 'meets', word: 'Meets target', shape: '<rect' },
  { assurance: 'hitOrMiss', word: 'Hit or miss', shape: '<circle' },
  { assurance: 'misses', word: 'Misses target', shape: '<path d="M24' },
  { assurance: 'none', word: 'No target', shape: '<circle' },
]
const SIZES = [16, 24, 28, 40, 48, 96]

describe.each(VARIATIONS)('the icon of $variation', ({ variation, word, alternative, shape, colour }) => {
  test('has its words', () => {
    expect(variationName(variation)).toBe(word)
    expect(variationAlternative(variation)).toBe(alternative)
  })

  test.each(SIZES)('at %d px has the silhouette and colour of its verdict', (size) => {
    const svg = variationIconSvg(variation, size)
    expect(svg).toContain(`width="${size}" height="${size}" viewBox="0 0 48 48" aria-hidden="true">${shape}`)
    expect(svg).toContain(colour)
  })

  test('in one ink is black and white', () => {
    const colours = variationIconSvg(variation, 48, { oneInk: true }).match(/#\w+/g)
    for (const found of colours ?? []) expect(['#000', '#fff']).toContain(found)
  })
})

describe.each(ASSURANCES)('the icon of $assurance', ({ assurance, word, shape }) => {
  test('has its word', () => expect(assuranceName(assurance)).toBe(word))

  test.each(SIZES)('at %d px is outlined on white', (size) => {
    expect(assuranceIconSvg(assurance, size)).toMatch(
      new RegExp(`aria-hidden="true">${shape}[^>]* fill="#fff" stroke="#`),
    )
  })
})

test('an icon without a word beside it is an image with a text alternative', () => {
  expect(variationIconSvg('improvingHigh', 28, { label: 'Improving, high' })).toContain(
    'role="img" aria-label="Improving, high"',
  )
})

test('no two icons look the same at any size, in colour or in one ink', () => {
  for (const size of SIZES) {
    for (const oneInk of [false, true]) {
      const drawn = [
        ...VARIATIONS.map(({ variation }) => variationIconSvg(variation, size, { oneInk })),
        ...ASSURANCES.map(({ assurance }) => assuranceIconSvg(assurance, size, { oneInk })),
      ]
      expect(new Set(drawn).size).toBe(drawn.length)
    }
  }
})
