/**
 * Tooltips, and walking from point to point by arrow keys: nothing that the table does not say. Without this script a chart
 * is an image; with it, an image that can be entered. Escape leaves the point and takes its tooltip away.
 */
const SVG = 'http://www.w3.org/2000/svg'
/** px from a point within which the pointer means it. */
const REACH = 28
/** px beyond a point's edge. */
const RING_AWAY = 5
const GOLD = '#E3B54B'
const INK = '#14213A'

/** Makes every chart with points walkable, once. */
export function walkCharts(root: ParentNode = document): void {
  for (const chart of root.querySelectorAll<SVGSVGElement>('svg.gt-chart:not([data-walk])')) {
    const points = [...chart.querySelectorAll<SVGGraphicsElement>('.gt-point')].sort((a, b) => placeOf(a) - placeOf(b))
    if (points.length > 0) walk(chart, points)
  }
}

/** Points are walked as they are drawn, unless what matters is drawn last, on top: then their own order is given. */
function placeOf({ dataset }: SVGGraphicsElement): number {
  return Number(dataset.at ?? 0)
}

function walk(chart: SVGSVGElement, points: readonly SVGGraphicsElement[]): void {
  const tip = document.createElement('div')
  let at = -1
  tip.className = 'gt-tip'
  tip.hidden = true
  tip.setAttribute('aria-hidden', 'true')
  document.body.append(tip)
  chart.setAttribute('data-walk', '')
  chart.setAttribute('role', 'group')
  chart.setAttribute('tabindex', '0')
  chart.setAttribute('aria-roledescription', 'chart: walk its points with the arrow keys')
  const ring = ringIn(chart)

  for (const point of points) {
    point.setAttribute('role', 'img')
    point.setAttribute('tabindex', '-1')
    point.setAttribute('aria-label', point.dataset.row ?? '')
  }

  function show(point: SVGGraphicsElement | undefined): void {
    tip.hidden = !point
    if (!point) return
    const box = point.getBoundingClientRect()
    tip.textContent = point.dataset.row ?? ''
    const left = Math.max(8, Math.min(innerWidth - tip.offsetWidth - 8, box.left + box.width / 2 - tip.offsetWidth / 2))
    const above = box.top - tip.offsetHeight - 12
    tip.style.left = `${left + scrollX}px`
    tip.style.top = `${(above > 0 ? above : box.bottom + 12) + scrollY}px`
  }

  function go(to: number): void {
    at = Math.max(0, Math.min(points.length - 1, to))
    const point = points[at]!
    const { x, y, width, height } = point.getBBox()
    const r = Math.max(width, height) / 2 + RING_AWAY
    for (const circle of ring.children) {
      circle.setAttribute('cx', String(x + width / 2))
      circle.setAttribute('cy', String(y + height / 2))
      circle.setAttribute('r', String(r))
    }
    point.parentNode?.append(ring)
    point.focus({ preventScroll: true })
    show(point)
  }

  function leave(): void {
    ring.remove()
    show(undefined)
  }

  chart.addEventListener('keydown', (event) => {
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at < 0 ? points.length - 1 : at - 1,
      Home: 0,
      End: points.length - 1,
    }
    const to = steps[event.key]
    if (event.key === 'Escape') {
      at = -1
      leave()
      chart.focus({ preventScroll: true })
    } else if (to !== undefined && !event.altKey && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      go(to)
    }
  })
  chart.addEventListener('focusout', (event) => {
    if (!chart.contains(event.relatedTarget as Node | null)) leave()
  })
  chart.addEventListener('pointermove', ({ clientX, clientY }) => show(nearest(points, clientX, clientY)))
  chart.addEventListener('pointerleave', () => show(undefined))
}

function nearest(points: readonly SVGGraphicsElement[], x: number, y: number): SVGGraphicsElement | undefined {
  let found: SVGGraphicsElement | undefined
  let least = REACH
  for (const point of points) {
    const box = point.getBoundingClientRect()
    const far = Math.hypot(box.left + box.width / 2 - x, box.top + box.height / 2 - y)
    if (far >= least) continue
    least = far
    found = point
  }
  return found
}

/** Gold, then ink around it: the product's focus ring, round a point. */
function ringIn(chart: SVGSVGElement): SVGGElement {
  const ring = chart.ownerDocument.createElementNS(SVG, 'g')
  ring.setAttribute('fill', 'none')
  for (const [colour, width] of [
    [INK, '5'],
    [GOLD, '2.5'],
  ] as const) {
    const circle = chart.ownerDocument.createElementNS(SVG, 'circle')
    circle.setAttribute('stroke', colour)
    circle.setAttribute('stroke-width', width)
    ring.append(circle)
  }
  return ring
}
