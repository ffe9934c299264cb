import type { SeriesView } from '#understand/series.ts'

/** Title of a page about a series, and the way back from it. */
export function headOf(view: SeriesView, title: string) {
  return {
    title,
    at: '/overview',
    breadcrumbs: [
      { path: '/overview', title: 'Understand' },
      ...(view.definition.area
        ? [{ path: `/overview?area=${encodeURIComponent(view.definition.area)}`, title: view.definition.area }]
        : []),
      ...(title === view.definition.name ? [] : [{ path: `/series/${view.id}`, title: view.definition.name }]),
    ],
  }
}
