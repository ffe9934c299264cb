/*
 * A nicety: a page of progress fetches itself and shows what has moved, without coming again as a whole.
 * Without this script the page refreshes itself by its head.
 *
 * Markup: <div data-comes-again="1"> … </div>, in seconds
 */

watch()

function watch(): void {
  const shown = document.querySelector<HTMLElement>('[data-comes-again]')
  if (!shown) return
  setTimeout(() => renew(shown).catch(() => location.reload()), Number(shown.dataset.comesAgain) * 1000)
}

async function renew(shown: HTMLElement): Promise<void> {
  const response = await fetch(location.href)
  const next = new DOMParser().parseFromString(await response.text(), 'text/html')
  const progress = next.querySelector('[data-comes-again]')
  // Over, or elsewhere: the whole page is another one.
  if (!progress) return location.replace(response.url)
  shown.replaceWith(progress)
  watch()
}
