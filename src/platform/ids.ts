import { v7 } from 'uuid'
import { Problem } from '#platform/errors.ts'

declare const kind: unique symbol

/** A string that remembers what it identifies, so a person's id cannot be passed as a measure's. */
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A new UUIDv7: ids sort by the time they were made. */
export function newId<Kind extends string>(): Id<Kind> {
  return v7() as Id<Kind>
}

export function isId(text: string): boolean {
  return UUID.test(text)
}

/** The one place where text from outside becomes an id. @throws Problem not-found for anything else */
export function parseId<Kind extends string>(text: string | undefined): Id<Kind> {
  if (text === undefined || !isId(text)) throw new Problem('not-found', 'There is no page at this address')
  return text as Id<Kind>
}

export type OrganisationId = Id<'organisation'>
export type PersonId = Id<'person'>
export type UnitId = Id<'unit'>
export type PeerId = Id<'peer'>
export type MeasureId = Id<'measure'>
export type SeriesId = Id<'series'>
export type ImportId = Id<'import'>
