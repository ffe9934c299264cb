/** Lets only so many do something at once; the others wait, first come, first served. */
export class Turns {
  private readonly atOnce: number
  private taken = 0
  private readonly queue: (() => void)[] = []

  constructor(atOnce: number) {
    this.atOnce = atOnce
  }

  get waiting(): number {
    return this.queue.length
  }

  /**
   * Waits for a turn. What comes back ends it; ending it again does nothing.
   *
   * @param onWait is told when the turn does not come at once
   * @throws the signal's reason when it is given up, which leaves the others as they were
   */
  async take(signal?: AbortSignal, onWait: () => void = () => undefined): Promise<() => void> {
    signal?.throwIfAborted()
    if (this.taken < this.atOnce) this.taken++
    else {
      onWait()
      await this.ownTurn(signal)
    }
    let isOver = false
    return () => {
      if (!isOver) this.passOn()
      isOver = true
    }
  }

  private ownTurn(signal: AbortSignal | undefined): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const begin = () => {
      signal?.removeEventListener('abort', giveUp)
      resolve()
    }
    const giveUp = () => {
      this.queue.splice(this.queue.indexOf(begin), 1)
      reject(signal!.reason as Error)
    }
    this.queue.push(begin)
    signal?.addEventListener('abort', giveUp, { once: true })
    return promise
  }

  /** The turn goes to the next; nobody can come in between. */
  private passOn(): void {
    const next = this.queue.shift()
    if (next) next()
    else this.taken--
  }
}
