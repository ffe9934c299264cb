import { expect, test } from 'vitest'
import { chosenFrom, type Query } from '#understand/overview.ts'
import { summaryTables } from '#understand/overviewTable.ts'
import type { SeriesSummary } from '#understand/series.ts'

function aSeries(place: number, tooFew: SeriesSummary['tooFew'] = null): SeriesSummary {
  return {
    id: `s${place}`,
    measure: { code: `m${place}`, name: `Measure ${place}`, kind: 'count' },
    holder: { kind: 'unit', code: 'own' },
    stratum: '',
    latestLabel: 'Jun 2026',
    value: place,
    target: null,
    better: 'lower',
    variation: place < 250 ? 'concerningHigh' : 'commonCause',
    assurance: 'none',
    mean: 5,
    lower: 1,
    upper: 9,
    tooFew,
    decimals: 0,
    unit: '',
    spark: {
      values: [5],
      centre: [5],
      lower: [1],
      upper: [9],
      verdicts: ['commonCause'],
      provisional: [false],
      target: null,
    },
  } as unknown as SeriesSummary
}

const judged = Array.from({ length: 390 }, (_, place) => aSeries(place))
const tooFew = Array.from({ length: 30 }, (_, place) => aSeries(390 + place, { have: 3, need: 13 }))

function drawn(query: Query): string {
  const tables = { judged, tooFew, chosen: chosenFrom(query), undecided: new Map(), query, root: 'own' }
  return summaryTables(tables as unknown as Parameters<typeof summaryTables>[0]).join('')
}
const shown = (html: string) => [...html.matchAll(/href="\/series\/s(\d+)"/g)].map(([, place]) => Number(place))

const pages = [
  { page: undefined, first: 0, last: 199, says: 'Charts 1 to 200 of 420', links: ['Next page', 'Last page'] },
  { page: '2', first: 200, last: 399, says: 'Charts 201 to 400 of 420', links: ['Page before', 'Next page'] },
  { page: '3', first: 400, last: 419, says: 'Charts 401 to 420 of 420', links: ['First page', 'Page before'] },
  { page: '99', first: 400, last: 419, says: 'Charts 401 to 420 of 420', links: ['First page', 'Page before'] },
  { page: 'x', first: 0, last: 199, says: 'Charts 1 to 200 of 420', links: ['Next page', 'Last page'] },
]

test.each(pages)('page $page of the summary table: $says', ({ page, first, last, says, links }) => {
  const html = drawn({ page })
  expect([shown(html)[0], shown(html).at(-1), shown(html).length]).toEqual([first, last, last - first + 1])
  expect(html).toContain(says)
  expect([...html.split('<nav')[1]!.matchAll(/>([^<]+)<\/a>/g)].map(([, word]) => word)).toEqual(links)
})

test('other pages keep sort and filter; another order begins at the first; the file has all', () => {
  const html = drawn({ sort: 'value', area: 'Safety', page: '2' })
  expect(html).toContain('href="/overview?sort=value&amp;area=Safety&amp;page=3#few">Next page')
  expect(html).toContain('href="/overview?sort=value&amp;area=Safety#all">Page before')
  expect(html).toContain('href="/overview?sort=-value&amp;area=Safety"')
  expect(html).toContain('href="/overview/data.csv?sort=value&amp;area=Safety"')
})

test('a group that ends on this page says how many it has in all', () => {
  expect(drawn({ page: '2' })).toContain('Concerning <span>(250)</span>')
})
