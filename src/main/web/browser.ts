import '@fontsource-variable/open-sans/wght.css'
import '@golden-thread/charts/charts.css'
import './golden-thread.css'
import { walkCharts } from '@golden-thread/charts/walk'
import '#understand/browser/dropFile.ts'
import '#understand/browser/watchProgress.ts'

// Niceties only: every page does its work without this script.
walkCharts()
document.querySelector<HTMLElement>('[data-focus]')?.focus()
for (const button of document.querySelectorAll<HTMLElement>('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
