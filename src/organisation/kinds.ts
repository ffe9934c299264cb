import type { UnitKind } from '#organisation/organisation.ts'

/** What the kinds of unit are called on screen. */
export const KINDS: Readonly<Record<UnitKind, string>> = {
  organisation: 'Organisation',
  site: 'Site',
  division: 'Division',
  specialty: 'Specialty',
  ward: 'Ward',
  team: 'Team',
}
