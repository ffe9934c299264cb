/**
 * Text that is HTML or SVG already: from our own pure drawing functions, which escape what they are given.
 * Nothing that a person typed may come here by another way.
 */
export function Markup({ html, className }: { readonly html: string; readonly className?: string }) {
  return <span className={className ?? 'gt-drawing'} dangerouslySetInnerHTML={{ __html: html }} />
}

/** As `Markup`, as a block. */
export function MarkupBlock({ html, className }: { readonly html: string; readonly className?: string }) {
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />
}
