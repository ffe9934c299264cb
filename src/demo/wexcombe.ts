import type { UnitKind } from '#organisation/organisation.ts'

/** ODS gives trusts codes that begin with R; none of its codes begin with ZZW. */
export const WEXCOMBE = { code: 'ZZW', name: 'Wexcombe Hospitals', fictional: true } as const

export interface PlannedUnit {
  readonly code: string
  readonly name: string
  readonly kind: UnitKind
  readonly under: string
}

const site = (code: string, name: string): PlannedUnit => ({ code, name, kind: 'site', under: WEXCOMBE.code })
const division = (code: string, name: string, under: string): PlannedUnit => ({ code, name, kind: 'division', under })
const wards = (under: string, ...names: readonly string[]): readonly PlannedUnit[] =>
  names.map((name) => ({ code: wardCode(name), name: `${name} Ward`, kind: 'ward', under }))

/** Wards are called by birds; `WARD-HERON` is Heron Ward. */
export function wardCode(name: string): string {
  return `WARD-${name.toUpperCase().replaceAll(' ', '-')}`
}

/** Each unit after the one above it. */
export const UNITS: readonly PlannedUnit[] = [
  site('ZZW01', 'Wexcombe General Hospital'),
  site('ZZW02', 'St Orrin’s Hospital'),
  site('ZZW03', 'Marl Down Community Hospital'),
  division('MEDICINE', 'Medicine', 'ZZW01'),
  division('SURGERY', 'Surgery', 'ZZW01'),
  division('FAMILY', 'Women and children', 'ZZW01'),
  division('PLANNED', 'Planned surgery', 'ZZW02'),
  division('CANCER', 'Cancer', 'ZZW02'),
  division('COMMUNITY', 'Community and rehabilitation', 'ZZW03'),
  { code: 'ED', name: 'Emergency department', kind: 'specialty', under: 'MEDICINE' },
  { code: 'MATERNITY', name: 'Maternity', kind: 'specialty', under: 'FAMILY' },
  ...wards('MEDICINE', 'Heron', 'Kestrel', 'Lapwing', 'Merlin', 'Nightjar', 'Osprey'),
  ...wards('SURGERY', 'Avocet', 'Bunting', 'Curlew', 'Dunlin'),
  ...wards('FAMILY', 'Wren', 'Robin'),
  ...wards('PLANNED', 'Plover', 'Redshank', 'Siskin'),
  ...wards('CANCER', 'Teal', 'Swift'),
  ...wards('COMMUNITY', 'Fieldfare', 'Goldcrest', 'Linnet'),
]

/** Wards whose figures are planned: adult wards with beds. */
export const ADULT_WARDS: readonly string[] = UNITS.filter(
  (unit) => unit.kind === 'ward' && unit.under !== 'FAMILY',
).map((unit) => unit.code)

export interface PlannedPerson {
  readonly name: string
  readonly job: string
  readonly unit: string
}

/** Nobody: the names say so. */
export const PEOPLE: readonly PlannedPerson[] = [
  { name: 'Ada Placeholder', job: 'Head of quality', unit: WEXCOMBE.code },
  { name: 'Bryn Specimen', job: 'Quality analyst', unit: WEXCOMBE.code },
  { name: 'Carys Example', job: 'Chief nurse', unit: WEXCOMBE.code },
  { name: 'Dev Pretend', job: 'Medical director', unit: WEXCOMBE.code },
  { name: 'Esi Invented', job: 'Ward manager', unit: wardCode('Heron') },
  { name: 'Finn Imaginary', job: 'Ward manager', unit: wardCode('Avocet') },
  { name: 'Gwen Madeup', job: 'Matron', unit: 'MEDICINE' },
  { name: 'Hari Sample', job: 'Service manager', unit: 'ED' },
  { name: 'Iona Fictional', job: 'Head of midwifery', unit: 'MATERNITY' },
  { name: 'Jude Nobody', job: 'Improvement coach', unit: WEXCOMBE.code },
]

/** "ada.placeholder@wexcombe.example": an address that can never exist. */
export function emailOf(person: PlannedPerson): string {
  return `${person.name.toLowerCase().replace(' ', '.')}@wexcombe.example`
}

/** Other trusts in the regional file, as fictional as this one. */
export const PEERS = [
  { code: 'ZZA', name: 'Aldermere University Hospitals', level: 74.2 },
  { code: 'ZZB', name: 'Brackwater and Fen Hospitals', level: 71.5 },
  { code: 'ZZC', name: 'Coldharbour Bay Hospitals', level: 62.8 },
  { code: 'ZZD', name: 'Dunmoor Hospitals', level: 69.9 },
] as const
