import { choiceOf, isSameChoice, previewOf } from '#understand/chartChoice.ts'
import type { MeasureVersion } from '#understand/measure.store.ts'
import type { MeasureDefinition } from '#understand/measure.ts'
import { isSameRules } from '#understand/measureRules.ts'
import { changes } from '#understand/measureWords.ts'
import { moment } from '#understand/moment.ts'

/** Every version of a definition: who, when, why, and what it changed. Newest first. */
export function History({ history }: { readonly history: readonly MeasureVersion[] }) {
  const now = history[0]?.definition
  return (
    <ol className="gt-history">
      {history.map((version, index) => (
        <li key={version.version}>
          <b>Version {version.version}</b>{' '}
          <span className="gt-small">
            {moment(version.recordedAt)}, {version.recordedBy || 'Golden Thread'}
          </span>
          <p>
            {version.reason || (index === history.length - 1 ? 'First definition.' : 'No reason given.')}
            {version.changesCount && <b> It changed what is counted.</b>}
          </p>
          <Changes before={history[index + 1]?.definition} after={version.definition} />
          {now && <GoBack version={version} now={now} />}
        </li>
      ))}
    </ol>
  )
}

/** Field by field what a version changed; nothing for the first. */
function Changes({
  before,
  after,
}: {
  readonly before: MeasureDefinition | undefined
  readonly after: MeasureDefinition
}) {
  const changed = before ? changes(before, after) : []
  if (changed.length === 0) return null
  return (
    <ul className="gt-small">
      {changed.map(({ field, from, to }) => (
        <li key={field}>
          {field}: {from || 'nothing'} became {to || 'nothing'}
        </li>
      ))}
    </ul>
  )
}

/** The chart and rules of an earlier version can be had again, after the same preview. */
function GoBack({
  version: { version, definition },
  now,
}: {
  readonly version: MeasureVersion
  readonly now: MeasureDefinition
}) {
  // Rules of one's own come by their pack, not by an address.
  const isListed = typeof definition.rules === 'string' || isSameRules(definition.rules, now.rules)
  if (!isListed || definition.kind !== now.kind || isSameChoice(choiceOf(definition), choiceOf(now))) return null
  return (
    <p className="gt-small">
      <a href={previewOf(now.code, choiceOf(definition))}>Go back to the chart and rules of version {version}</a>
    </p>
  )
}
