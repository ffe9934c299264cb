import { ErrorSummary, TextField } from '#platform/html/fields.tsx'

/** What the first page of an empty installation asks. */
export interface Beginning {
  readonly organisation: string
  readonly code: string
  readonly name: string
  readonly email: string
  readonly job: string
}

interface Props {
  readonly typed: Beginning
  readonly faults: Readonly<Record<string, string>>
}

/** The first page of an empty installation: whose system this is, and who you are. */
export function BeginPage({ typed, faults }: Props) {
  return (
    <form method="post" action="/begin" className="gt-form" noValidate>
      <ErrorSummary title="Nothing is saved yet" faults={faults} />
      <h1>Whose system is this?</h1>
      <p className="gt-lead">
        Two names, and you can bring your first file. Everything you type here stays on this machine.
      </p>
      <TextField
        name="organisation"
        label="Name of your organisation"
        value={typed.organisation}
        fault={faults.organisation}
        autoComplete="organization"
      />
      <TextField
        name="code"
        label="Its code"
        hint="The ODS code that national files know it by, such as RXX. Rows with this code are yours. No code? Make up a short one."
        value={typed.code}
        fault={faults.code}
        width="short"
      />
      <h2>And who are you?</h2>
      <TextField name="name" label="Your name" value={typed.name} fault={faults.name} autoComplete="name" />
      <TextField
        name="email"
        label="Your e-mail address"
        hint="It tells you apart from others with your name. Nothing is sent to it."
        value={typed.email}
        fault={faults.email}
        type="email"
        autoComplete="email"
      />
      <TextField
        name="job"
        label="Your job"
        hint="Such as analyst, ward manager"
        value={typed.job}
        fault={faults.job}
        autoComplete="organization-title"
      />
      <button type="submit" className="gt-button">
        Begin
      </button>
    </form>
  )
}
