/*
 * A nicety: a file may be dropped on the zone around a file field. Without this script the field itself
 * does the same, by pointer or keyboard; so nothing here says or does what the field cannot.
 *
 * Markup: <div data-drop-file> … <input type="file"> … </div>
 */

for (const zone of document.querySelectorAll<HTMLElement>('[data-drop-file]')) acceptDrops(zone)

function acceptDrops(zone: HTMLElement): void {
  const field = zone.querySelector<HTMLInputElement>('input[type="file"]')
  if (!field) return
  zone.classList.add('gt-drop--ready')
  const over = (isOver: boolean) => zone.classList.toggle('gt-drop--over', isOver)

  zone.addEventListener('dragover', (event) => {
    if (!event.dataTransfer?.types.includes('Files')) return
    event.preventDefault()
    over(true)
  })
  zone.addEventListener('dragleave', (event) => {
    if (!zone.contains(event.relatedTarget as Node | null)) over(false)
  })
  zone.addEventListener('drop', (event) => {
    const files = event.dataTransfer?.files
    over(false)
    if (!files || files.length === 0) return
    event.preventDefault()
    field.files = onlyFirst(files)
    field.focus()
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

/** The form takes one file; of several that are dropped the first counts. */
function onlyFirst(files: FileList): FileList {
  const one = new DataTransfer()
  one.items.add(files[0]!)
  return one.files
}
