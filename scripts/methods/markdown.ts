/** A page of docs/methods: its path there, and its text. */
export interface DocPage {
  readonly path: string
  readonly text: string
}

/** A table as GitHub draws it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}

/** A formula on a line of its own. */
export function formula(tex: string): string {
  return ['```math', tex, '```'].join('\n')
}

/** Parts with an empty line between them; empty ones are left out. */
export function paragraphs(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

export const MADE = '<!-- Made from the code by `npm run docs`: change it there. -->'
