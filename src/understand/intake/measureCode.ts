const MAX_CODE = 60

/** A code from a name: "Attendances over 4hrs" is `attendances-over-4hrs`; numbered where it is taken. */
export function measureCode(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll('%', ' percent ')
    .replace(/[^a-z0-9]+/g, '-')
  const base = trimmed(plain.slice(0, MAX_CODE)) || 'measure'
  for (let number = 1; ; number++) {
    const code = number === 1 ? base : `${trimmed(base.slice(0, MAX_CODE - 5))}-${number}`
    if (!taken.has(code)) return code
  }
}

function trimmed(code: string): string {
  return code.replace(/^-+|-+$/g, '')
}
