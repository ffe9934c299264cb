/** A mark has two bits a rule, and a set's marks are one number a point. */
const MOST_RULES = 16
const LONGEST = 100
const FARTHEST = 10

/** What a field must be, in words, and whether it is. */
interface Kind {
  readonly says: string
  is(value: unknown): boolean
}

type Fields = Readonly<Record<string, Kind>>

interface RuleFields {
  readonly needed: Fields
  readonly optional: Fields
}

const text: Kind = { says: 'words', is: (value) => typeof value === 'string' && value.trim() !== '' }
const truth: Kind = { says: 'true or false', is: (value) => typeof value === 'boolean' }
const sigmas: Kind = {
  says: `a number above 0 and up to ${FARTHEST}`,
  is: (value) => typeof value === 'number' && value > 0 && value <= FARTHEST,
}

function whole(least: number): Kind {
  return {
    says: `a whole number from ${least} to ${LONGEST}`,
    is: (value) => Number.isInteger(value) && Number(value) >= least && Number(value) <= LONGEST,
  }
}

function oneOf(...choices: readonly string[]): Kind {
  return { says: `one of ${choices.join(', ')}`, is: (value) => choices.includes(value as string) }
}

const PATTERN: Fields = { flagged: oneOf('whole', 'counting', 'completing'), gaps: oneOf('break', 'skip') }
const ties = oneOf('break', 'skip')

const RULES: Readonly<Record<string, RuleFields>> = {
  outside: { needed: {}, optional: { sigmas } },
  shift: { needed: { length: whole(2) }, optional: { ...PATTERN, onCentre: oneOf('break', 'skip', 'count') } },
  trend: {
    needed: { length: whole(2) },
    optional: { ...PATTERN, ties, turningPoint: oneOf('wayOut', 'later', 'both'), acrossPhases: truth },
  },
  someBeyond: {
    needed: { needed: whole(1), of: whole(2), sigmas },
    optional: {
      ...PATTERN,
      others: oneOf('anywhere', 'sameSide', 'notBeyondOpposite'),
      outsideLimits: oneOf('counted', 'notCounted'),
      isOpenAtStart: truth,
      shared: oneOf('both', 'later'),
    },
  },
  hugging: { needed: { length: whole(2), sigmas }, optional: PATTERN },
  mixture: { needed: { length: whole(2), sigmas }, optional: PATTERN },
  alternating: { needed: { length: whole(4) }, optional: { ...PATTERN, ties } },
  runsCount: { needed: {}, optional: {} },
}

const NAMES: Fields = { id: text, label: text }

/** Everything that is wrong with a description, each with its place, what stands there and what should; empty when nothing is. */
export function faultsOf(description: unknown, taken: readonly string[]): readonly string[] {
  if (!isRecord(description)) return [`it is ${shown(description)}, and must be an object`]
  const needed = { id: text, label: text, citation: text, version: text, rules: LIST }
  const faults = [
    ...fieldFaults('', description, needed, { precedence: oneOf('firstRule', 'improving', 'concerning') }),
  ]
  if (taken.includes(description.id as string))
    faults.push(`id: ${shown(description.id)} is a set of ours; choose another`)
  if (LIST.is(description.rules)) {
    const rules = description.rules as readonly unknown[]
    faults.push(...rules.flatMap((rule, i) => ruleFaults(`rules[${i}]`, rule)), ...doubles(rules))
  }
  return faults
}

const LIST: Kind = {
  says: `a list of 1 to ${MOST_RULES} rules`,
  is: (value) => Array.isArray(value) && value.length >= 1 && value.length <= MOST_RULES,
}

function ruleFaults(place: string, rule: unknown): readonly string[] {
  if (!isRecord(rule)) return [`${place}: ${shown(rule)} must be an object`]
  const fields = Object.hasOwn(RULES, String(rule.rule)) ? RULES[String(rule.rule)]! : null
  if (!fields) return [`${place}.rule: ${shown(rule.rule)} must be one of ${Object.keys(RULES).join(', ')}`]
  const faults = [...fieldFaults(`${place}.`, rule, { rule: text, ...fields.needed }, { ...NAMES, ...fields.optional })]
  if (faults.length === 0 && Number(rule.needed) > Number(rule.of)) {
    faults.push(`${place}.needed: ${rule.needed} of ${rule.of} can never be; it must be ${rule.of} or fewer`)
  }
  return faults
}

function fieldFaults(place: string, record: Readonly<Record<string, unknown>>, needed: Fields, optional: Fields) {
  const missing = Object.entries(needed).filter(([name]) => record[name] === undefined)
  const present = Object.entries(record).filter(([, value]) => value !== undefined)
  return [
    ...missing.map(([name, { says }]) => `${place}${name} is missing; give ${says}`),
    ...present.flatMap(([name, value]) => {
      const kind = needed[name] ?? optional[name]
      if (!kind)
        return [
          `${place}${name} is not known; leave it out (known: ${Object.keys({ ...needed, ...optional }).join(', ')})`,
        ]
      return kind.is(value) ? [] : [`${place}${name}: ${shown(value)} must be ${kind.says}`]
    }),
  ]
}

/** Two rules of one id could not be told apart in signals. */
function doubles(rules: readonly unknown[]): readonly string[] {
  const ids = rules.filter(isRecord).map(({ id, rule }) => String(id ?? rule))
  return [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))].map(
    (id) => `rules: several are called “${id}”; give each an id of its own`,
  )
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shown(value: unknown): string {
  return value === undefined ? 'nothing' : JSON.stringify(value)
}
