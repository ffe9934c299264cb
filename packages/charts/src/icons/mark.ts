/** Gold on white, and on the ink of the header band. */
const THREAD = '#A3740A'
const THREAD_ON_INK = '#E3B54B'

/** The product's mark, 34 × 26: one line comes from the left, makes an overhand loop and goes on. Its name stands beside it. */
export function markSvg({ onInk = false }: { readonly onInk?: boolean } = {}): string {
  return (
    '<svg class="gt-mark" width="34" height="26" viewBox="0 0 34 26" aria-hidden="true">' +
    `<path d="M1.5 21.500C9 21.5 14 22 18.5 19.2 25 15.2 25.5 3.5 17 3.500S9 15.2 15.5 19.200C20 22 25 21.5 32.5 21.5" fill="none" stroke="${onInk ? THREAD_ON_INK : THREAD}" stroke-width="2.5" stroke-linecap="round"/></svg>`
  )
}
