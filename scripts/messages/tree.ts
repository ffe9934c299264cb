/** A language's messages: groups within groups, and at their ends texts in ICU MessageFormat. */
export interface MessageTree {
  readonly [name: string]: string | MessageTree
}

/** The same groups, with every text made into something else. `path` is where it stands: "shift.now". */
export function mapped(tree: MessageTree, change: (text: string, path: string) => string, within = ''): MessageTree {
  return Object.fromEntries(
    Object.entries(tree).map(([name, inside]) => {
      const path = `${within}${name}`
      return [name, typeof inside === 'string' ? change(inside, path) : mapped(inside, change, `${path}.`)]
    }),
  )
}
