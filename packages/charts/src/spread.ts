/**
 * Moves heights (ascending) as little as may be until neighbours stand `apart`, within the bounds where they all fit.
 * Neighbours that push each other move as one block about their middle.
 */
export function spread(heights: readonly number[], apart: number, least: number, most: number): readonly number[] {
  interface Block {
    readonly members: readonly number[]
    readonly first: number
  }
  const bounded = (members: readonly number[]): Block => {
    const span = (members.length - 1) * apart
    const middle = members.reduce((sum, height, place) => sum + height - place * apart, 0) / members.length
    return { members, first: Math.max(least, Math.min(most - span, middle)) }
  }
  const blocks: Block[] = []
  for (const height of heights) {
    let block = bounded([height])
    for (
      let before = blocks.at(-1);
      before && before.first + before.members.length * apart > block.first;
      before = blocks.at(-1)
    ) {
      blocks.pop()
      block = bounded([...before.members, ...block.members])
    }
    blocks.push(block)
  }
  return blocks.flatMap(({ members, first }) => members.map((_, place) => first + place * apart))
}
