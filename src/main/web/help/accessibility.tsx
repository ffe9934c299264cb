/** What works, how it was tested, and what does not work yet. */
export function Accessibility() {
  return (
    <>
      <p className="gt-lead">
        Everybody should be able to read every figure and do every task here. We work to WCAG 2.2, level AA.
      </p>
      <h2>What you can rely on</h2>
      <ul className="gt-list">
        <li>Everything works with a keyboard alone, and without JavaScript.</li>
        <li>
          Every chart has a sentence that says what it shows, and a table with the same figures. With JavaScript you can
          walk from point to point by arrow keys; each point is read aloud.
        </li>
        <li>Nothing is said by colour alone: each verdict has a shape, a letter and a word.</li>
        <li>Text can be made four times as large, or set on a phone, without scrolling sideways to read it.</li>
        <li>Colours that you force on your system are kept; charts keep their own white ground.</li>
        <li>Nothing moves, flashes or times out.</li>
      </ul>
      <h2>How it is tested</h2>
      <p>
        Each kind of page is checked in a browser by axe-core before every release, at the width of a phone and of a
        desk, and none may have a violation. A machine finds only part of what gets in the way.
      </p>
      <h2>What is not good enough yet</h2>
      <ul className="gt-list">
        <li>Nobody who uses a screen reader every day has tested it so far.</li>
        <li>Wide tables scroll sideways inside their own frame on a phone.</li>
        <li>It speaks English only.</li>
      </ul>
      <h2>If something gets in your way</h2>
      <p>
        Tell whoever looks after Golden Thread in your organisation, or open an issue where its source is published. Say
        what you wanted to do and what you use to read the page.
      </p>
    </>
  )
}
