/** What is kept of whom, and what is refused. */
export function Privacy() {
  return (
    <>
      <p className="gt-lead">
        This system holds counts and rates, not patients. It runs where your organisation put it, and sends nothing
        elsewhere.
      </p>
      <h2>Of patients: nothing that names one</h2>
      <p>
        A file with a column of NHS numbers, or of dates of birth, is refused. So is typed text with an NHS number. What
        was refused is not kept, not logged and not repeated on the screen; only its kind and its place are.
      </p>
      <h2>Of the people who use it</h2>
      <ul className="gt-list">
        <li>Name, e-mail address, unit and job: what is needed to say who decided something.</li>
        <li>What they did here: which figures they brought, which limits they set, and the reason they gave.</li>
      </ul>
      <p>
        There is no sign-in yet: whoever uses this computer can act as anybody on the list, and that choice is recorded
        with everything done. Until there is one, the pages can be reached from the computer they run on only.
      </p>
      <h2>No surveillance</h2>
      <p>There are no league tables of persons, no counts of who clicked what, and no trackers.</p>
      <h2>Cookies</h2>
      <p>One: whom you act as. It holds nothing else, and no other site ever sees it.</p>
    </>
  )
}
