/** Whose work this is, and what may be done with it. */
export function Licence() {
  return (
    <>
      <p className="gt-lead">
        Golden Thread is open source, under the Apache License 2.0. You may use it, change it and pass it on, also for
        money, as long as the licence and its notices stay with it.
      </p>
      <p>
        There is no warranty: <strong>check important figures against your own source</strong> before you act on them.
      </p>
      <h2>What it stands on</h2>
      <ul className="gt-list">
        <li>The rules and conventions of NHS England’s “Making Data Count”. The icons are our own drawing of them.</li>
        <li>Patterns of the NHS design system for forms and errors.</li>
        <li>Open Sans, under the SIL Open Font License 1.1.</li>
        <li>
          Open source packages, each under its own licence; the file <code>package-lock.json</code> of the source names
          them all.
        </li>
      </ul>
      <p>The product is not published or endorsed by the NHS.</p>
    </>
  )
}
