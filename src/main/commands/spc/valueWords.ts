/** How a chart from the command line writes its values: as exactly as its figures were written, or as far as they can be told apart. */
export interface ValueWords {
  value(value: number, moreDecimals?: number): string
  axis(value: number, decimals: number): string
}

const MOST_DECIMALS = 6
/** Figures that a spread is told by. */
const DIGITS_OF_SPREAD = 2

/**
 * @param written figures as they are shown: of whole ones only what is computed has a decimal
 * @param areExact they were written so, and not computed
 * @param suffix such as "%"
 */
export function valueWords(written: readonly number[], areExact: boolean, suffix: string): ValueWords {
  const known = written.filter(Number.isFinite)
  const decimals = areExact ? Math.max(0, ...known.map(decimalsOf)) : decimalsForSpread(known)
  const areWhole = areExact && decimals === 0
  const say = (value: number, least: number, most: number) => {
    const figure = value.toLocaleString('en-GB', { minimumFractionDigits: least, maximumFractionDigits: most })
    // A rounded nought has no sign.
    return `${/^-[0.,]+$/.test(figure) ? figure.slice(1) : figure}${suffix}`
  }
  return {
    value: (value, moreDecimals = 0) => {
      const most = decimals + moreDecimals
      return areWhole ? say(value, 0, Number.isInteger(value) ? 0 : most + 1) : say(value, most, most)
    },
    axis: (value, least) => say(value, least, least),
  }
}

function decimalsOf(value: number): number {
  const text = String(value)
  return text.includes('e') ? MOST_DECIMALS : Math.min(MOST_DECIMALS, text.split('.')[1]?.length ?? 0)
}

function decimalsForSpread(values: readonly number[]): number {
  const spread = values.reduce((a, b) => Math.max(a, b), 0) - values.reduce((a, b) => Math.min(a, b), 0)
  if (!(spread > 0)) return 1
  return Math.min(MOST_DECIMALS, Math.max(0, DIGITS_OF_SPREAD - Math.floor(Math.log10(spread))))
}
