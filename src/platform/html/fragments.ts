/** Parts of pages kept as text, the least lately used given up first. */
export class Fragments {
  readonly #kept = new Map<string, string>()
  readonly #most: number

  constructor(most = 200) {
    this.#most = most
  }

  find(key: string): string | undefined {
    const html = this.#kept.get(key)
    if (html === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, html)
    return html
  }

  keep(key: string, html: string): string {
    this.#kept.set(key, html)
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value!)
    return html
  }
}
