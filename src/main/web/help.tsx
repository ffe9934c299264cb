import { assuranceIconSvg, assuranceName, variationAlternative, variationIconSvg } from '@golden-thread/charts'
import { GALLERY } from '@golden-thread/charts/gallery'
import type { Assurance, Variation } from '@golden-thread/spc'
import { Hono } from 'hono'
import type { ReactNode } from 'react'
import { Markup, MarkupBlock } from '#platform/html/markup.tsx'
import type { OrganisationEnv } from '#platform/http/environment.ts'
import { page } from '#platform/http/page.tsx'

const VARIATIONS: readonly (readonly [Variation, string])[] = [
  ['improvingHigh', 'The change is in the wanted direction: up is good'],
  ['improvingLow', 'The change is in the wanted direction: down is good'],
  ['concerningHigh', 'The change is in the unwanted direction: up is bad'],
  ['concerningLow', 'The change is in the unwanted direction: down is bad'],
  ['commonCause', 'Common cause: the points vary as chance varies them'],
  ['neutralHigh', 'Something changed upwards; no direction is better'],
  ['neutralLow', 'Something changed downwards; no direction is better'],
]
const ASSURANCES: readonly (readonly [Assurance, string])[] = [
  ['meets', 'Will meet the target every period unless something changes'],
  ['hitOrMiss', 'The target lies inside the limits: chance decides'],
  ['misses', 'Will miss the target every period unless something changes'],
  ['none', 'None is set, so nothing is claimed'],
]

/** /help: what people need to know to read the rest. */
export function helpRoutes() {
  const app = new Hono<OrganisationEnv>()
  const add = (path: string, title: string, body: () => ReactNode) =>
    app.get(path, (c) =>
      page(
        c,
        { title },
        <>
          <h1>{title}</h1>
          {body()}
        </>,
      ),
    )
  add('/reading-a-chart', 'How to read a control chart', ReadingAChart)
  add('/icons', 'What the icons mean', Icons)
  add('/accessibility', 'Accessibility', Accessibility)
  add('/privacy', 'Privacy', Privacy)
  add('/licence', 'Open source, Apache 2.0', Licence)
  add('/gallery', 'Every kind of chart', Gallery)
  return app
}

function ReadingAChart() {
  return (
    <>
      <p className="gt-lead">
        Every figure goes up and down by chance. A control chart shows how much, so that a real change stands out.
      </p>
      <ul>
        <li>
          <strong>The line</strong> joins the figures in order of time. A period without a figure keeps its place.
        </li>
        <li>
          <strong>The mean</strong> is the solid line; <strong>the tint</strong> is the range that chance alone would
          give, between the lower and the upper limit.
        </li>
        <li>
          <strong>The target</strong> is the heavy dashed line. If it lies inside the tint, chance decides whether a
          period meets it. If it lies outside, the process will meet it, or miss it, every time.
        </li>
        <li>
          <strong>Marked points</strong> are signals that something changed: a point outside the limits; seven or more
          in a row on one side of the mean; six or more moves in a row in one direction; two of three near a limit.
          Beneath the chart each says which rule marked it and by which numbers.
        </li>
        <li>
          <strong>Hollow points</strong> are provisional: the figure may still be restated.
        </li>
        <li>
          <strong>New limits</strong> start where somebody decided that the process itself changed. Their name, the day
          and the reason stand on the chart.
        </li>
      </ul>
      <p>Limits appear with the thirteenth figure. Until then nothing is said about change.</p>
      <p>
        <a href="/help/gallery">See every kind of chart</a>
      </p>
    </>
  )
}

function Icons() {
  return (
    <>
      <p className="gt-lead">
        Square is improving, diamond is concerning, circle is nothing special, triangle is changed with no better
        direction. A filled icon says what the process does, an outlined one whether it will meet the target.
      </p>
      <h2>What is the process doing?</h2>
      <ul className="gt-icons gt-plain">
        {VARIATIONS.map(([variation, meaning]) => (
          <li key={variation}>
            <Markup html={variationIconSvg(variation, 48)} />
            <span>
              <strong>{variationAlternative(variation)}</strong>
              <span className="gt-small">{meaning}</span>
            </span>
          </li>
        ))}
      </ul>
      <h2>Will it meet the target?</h2>
      <ul className="gt-icons gt-plain">
        {ASSURANCES.map(([assurance, meaning]) => (
          <li key={assurance}>
            <Markup html={assuranceIconSvg(assurance, 48)} />
            <span>
              <strong>{assuranceName(assurance)}</strong>
              <span className="gt-small">{meaning}</span>
            </span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Accessibility() {
  return (
    <>
      <p className="gt-lead">Everybody who works with quality should be able to use this, with whatever they use.</p>
      <p>
        We build to WCAG 2.2 AA. Each page is checked automatically on every change. Everything can be done with a
        keyboard and without JavaScript, at phone width, at 400% zoom and on paper. Each chart has a sentence that says
        what it shows and a table of its figures; colour is never the only sign.
      </p>
      <p>
        Something does not work for you? Tell whoever looks after this system in your organisation: it is a fault, and
        will be mended.
      </p>
    </>
  )
}

function Privacy() {
  return (
    <>
      <p className="gt-lead">
        This system holds figures about services, and the names of the people who work with them. It holds nothing about
        a single patient.
      </p>
      <p>
        Files and texts with NHS numbers or dates of birth are refused at the door: they are neither kept nor logged.
        What you do here is recorded with the name of whom you act as, the day and what it was about. No list of persons
        is ever ranked. Nothing is sent to anybody outside, and no cookie is set but the one that remembers whom you act
        as.
      </p>
    </>
  )
}

function Licence() {
  return (
    <p>
      Golden Thread is open source under the Apache License 2.0: anyone may use it, look into it, change it and pass it
      on. It comes without warranty, and is not for decisions about the care of a single patient.
    </p>
  )
}

function Gallery() {
  return (
    <div className="gt-gallery">
      {GALLERY.map((picture) => (
        <section key={picture.name} className="gt-chart">
          <h2>{picture.name}</h2>
          <p>{picture.note}</p>
          <MarkupBlock html={picture.svg()} />
        </section>
      ))}
    </div>
  )
}
