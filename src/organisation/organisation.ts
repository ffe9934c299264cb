import { refusePersonal } from '#organisation/refusals.ts'
import { Problem } from '#platform/errors.ts'
import type { OrganisationId, PeerId, PersonId, UnitId } from '#platform/ids.ts'

/** A legal body with an ODS code: all data belongs to one. */
export interface Organisation {
  readonly id: OrganisationId
  readonly code: string
  readonly name: string
  /** A demonstration: every page says so. */
  readonly fictional: boolean
}

/** A node of the organisation's own tree. */
export interface Unit {
  readonly id: UnitId
  readonly parent: UnitId | null
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  /** 0 for the root. */
  readonly depth: number
  /** Ids from the root down to the unit itself, each between slashes. */
  readonly path: string
}

export const UNIT_KINDS = ['organisation', 'site', 'division', 'specialty', 'ward', 'team'] as const
export type UnitKind = (typeof UNIT_KINDS)[number]

/** Another provider, named in a national file that was imported: outside the tree, to compare with. */
export interface Peer {
  readonly id: PeerId
  readonly code: string
  readonly name: string
}

/** Somebody who acts in one organisation. */
export interface Person {
  readonly id: PersonId
  readonly name: string
  readonly email: string
  readonly unit: UnitId
  readonly job: string
}

/** A code as it stands in files: letters, digits, hyphens; compared in capitals. @throws Problem for anything else, and for what identifies a patient */
export function checkedCode(code: string, field = 'code'): string {
  const tidy = code.trim().toUpperCase()
  refusePersonal(tidy, field)
  if (!/^[A-Z0-9][A-Z0-9_.-]{0,39}$/.test(tidy)) {
    throw new Problem('invalid', `“${code}” is not a code`, {
      [field]: 'A code has letters, digits and hyphens only, at most 40, such as RWE or WARD-12',
    })
  }
  return tidy
}

/** @throws Problem for an empty name, one beyond 200 characters, or one that identifies a patient */
export function checkedName(name: string, field = 'name'): string {
  const tidy = name.trim().replace(/\s+/g, ' ')
  refusePersonal(tidy, field)
  if (tidy === '' || tidy.length > 200)
    throw new Problem('invalid', 'A name is missing', { [field]: 'Type a name of at most 200 characters' })
  return tidy
}

/** @throws Problem for text that is no e-mail address, or identifies a patient */
export function checkedEmail(email: string, field = 'email'): string {
  const tidy = email.trim()
  refusePersonal(tidy, field)
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(tidy)) {
    throw new Problem('invalid', 'The e-mail address is not complete', {
      [field]: 'Type an address such as a.person@example.org',
    })
  }
  return tidy
}
