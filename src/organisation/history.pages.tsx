import type { Told } from '#organisation/happening.store.ts'
import { beforeOf, changesIn } from '#organisation/history.ts'

interface Props {
  /** Newest first. */
  readonly happenings: readonly Told[]
  readonly unitName: (id: string) => string
  /** Where the newest change can be undone, by sending the form as it was before; null where it cannot. */
  readonly undo: string | null
}

const TITLES: Readonly<Record<string, string>> = {
  added: 'Added',
  changed: 'Changed',
  withdrew: 'Withdrawn',
  'brought back': 'Brought back',
}

/** What happened to a unit or a person: when, by whom, what changed. The newest change can be undone. */
export function HistoryOf({ happenings, unitName, undo }: Props) {
  return (
    <section aria-labelledby="history">
      <h2 id="history">What changed</h2>
      {happenings.length === 0 ? (
        <p>Nothing since it was first recorded.</p>
      ) : (
        <ol className="gt-history">
          {happenings.map((one, place) => (
            <li key={one.id}>
              <b>{TITLES[one.what] ?? one.what}</b>{' '}
              <span className="gt-small">
                {moment(one.at)}, {one.by || 'Golden Thread'}
              </span>
              <ul className="gt-small">
                {changesIn(one.detail, unitName).map(({ field, from, to }) => (
                  <li key={field}>
                    {field}: {from || 'nothing'} became {to || 'nothing'}
                  </li>
                ))}
              </ul>
              {place === 0 && one.what === 'changed' && undo && <Undo action={undo} before={beforeOf(one.detail)} />}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function Undo({ action, before }: { readonly action: string; readonly before: Readonly<Record<string, string>> }) {
  return (
    <form method="post" action={action}>
      {Object.entries(before).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="gt-button gt-button--second">
        Undo this change
      </button>
    </form>
  )
}

function moment(at: Date): string {
  const day = at.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
  return `${day}, ${at.toTimeString().slice(0, 5)}`
}
