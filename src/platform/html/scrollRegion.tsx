import type { ReactNode } from 'react'

/** What may be wider than the page scrolls on its own, and by the keyboard too. */
export function ScrollRegion({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard (WCAG 2.1.1)
    <section className="gt-scroll" tabIndex={0} aria-label={label}>
      {children}
    </section>
  )
}
