// Made by `npm run messages` from packages/spc/messages/en.yaml.

/** What every language says, message by message. */
export interface Messages {
  readonly counting: {
    readonly inWords: (given: { readonly count: number }) => string
    readonly noun: (given: { readonly noun: string; readonly count: number }) => string
    readonly counted: (given: { readonly number: string; readonly noun: string }) => string
    readonly inFigures: (given: { readonly count: number; readonly noun: string }) => string
    readonly someOfThe: (given: { readonly some: number; readonly all: number; readonly noun: string }) => string
    readonly percent: (given: { readonly count: number }) => string
    readonly of: (given: { readonly some: string; readonly all: string }) => string
    readonly listed: {
      readonly next: (given: { readonly before: string; readonly next: string }) => string
      readonly last: (given: { readonly before: string; readonly last: string }) => string
    }
  }
  readonly pieces: {
    readonly range: (given: { readonly from: string; readonly to: string }) => string
    readonly lastOnes: (given: { readonly periods: string }) => string
    readonly lastOnesTo: (given: { readonly periods: string; readonly to: string }) => string
    readonly centre: (given: { readonly name: 'mean' | 'median' | 'zeroLine' }) => string
    readonly theCentre: (given: { readonly centre: string; readonly value: string }) => string
    readonly theLimits: (given: { readonly side: 'high' | 'low'; readonly number: number; readonly limits: string }) => string
    readonly inARow: (given: { readonly periods: string }) => string
    readonly stated: (given: { readonly kind: string; readonly count: number; readonly values: string }) => string
    readonly points: (given: { readonly kind: string; readonly count: number }) => string
    readonly point: (given: { readonly period: string; readonly value: string }) => string
    readonly pointAt: (given: { readonly period: string; readonly value: string }) => string
  }
  readonly when: {
    readonly dated: (given: { readonly period: string }) => string
    readonly other: (given: { readonly period: string }) => string
  }
  readonly explain: {
    readonly text: (given: { readonly because: string; readonly rule: string }) => string
  }
  readonly rules: {
    readonly outside: {
      readonly label: () => string
      readonly labelAt: (given: { readonly sigmas: string }) => string
      readonly title: (given: { readonly periods: string; readonly side: 'high' | 'low' }) => string
      readonly because: (given: { readonly periods: string; readonly values: string; readonly limits: string }) => string
      readonly nowOne: (given: { readonly period: string; readonly values: string; readonly side: 'high' | 'low'; readonly limits: string }) => string
      readonly now: (given: { readonly lastOnes: string; readonly values: string; readonly side: 'high' | 'low'; readonly limits: string }) => string
      readonly titleAt: (given: { readonly periods: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly centre: string }) => string
      readonly becauseAt: (given: { readonly periods: string; readonly values: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
      readonly nowAt: (given: { readonly lastOnes: string; readonly values: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
    }
    readonly shift: {
      readonly label: (given: { readonly length: string; readonly onCentre: 'skip' | 'count' | 'break' }) => string
      readonly title: (given: { readonly periods: string; readonly side: 'high' | 'low'; readonly centre: string }) => string
      readonly because: (given: { readonly periods: string; readonly values: string; readonly centre: string; readonly centreValue: string }) => string
      readonly now: (given: { readonly lastOnes: string; readonly all: 'yes' | 'no'; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
      readonly short: (given: { readonly periods: string; readonly side: 'high' | 'low'; readonly centre: string }) => string
    }
    readonly trend: {
      readonly label: (given: { readonly length: string; readonly ties: 'skip' | 'break' }) => string
      readonly title: (given: { readonly periods: string; readonly side: 'high' | 'low' }) => string
      readonly because: (given: { readonly periods: string; readonly from: string; readonly to: string; readonly side: 'high' | 'low' }) => string
      readonly now: (given: { readonly lastOnes: string; readonly side: 'high' | 'low'; readonly from: string; readonly to: string }) => string
      readonly short: (given: { readonly periods: string; readonly side: 'high' | 'low' }) => string
    }
    readonly twoInThree: {
      readonly label: () => string
      readonly title: (given: { readonly some: string; readonly periods: string; readonly side: 'high' | 'low' }) => string
      readonly because: (given: { readonly points: string; readonly theCentre: string; readonly limits: string }) => string
      readonly now: (given: { readonly points: string; readonly side: 'high' | 'low'; readonly limits: string }) => string
    }
    readonly someBeyond: {
      readonly label: (given: { readonly needed: string; readonly of: string; readonly sigmas: string }) => string
      readonly tally: (given: { readonly needed: string; readonly of: string }) => string
      readonly title: (given: { readonly some: string; readonly periods: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly centre: string }) => string
      readonly because: (given: { readonly points: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
      readonly becauseSome: (given: { readonly periods: string; readonly values: string; readonly some: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
      readonly now: (given: { readonly points: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
      readonly nowSome: (given: { readonly some: string; readonly noun: string; readonly periods: string; readonly sigmas: string; readonly side: 'high' | 'low'; readonly theCentre: string }) => string
    }
    readonly hugging: {
      readonly label: (given: { readonly length: string; readonly sigmas: string }) => string
      readonly title: (given: { readonly periods: string; readonly sigmas: string; readonly centre: string }) => string
      readonly because: (given: { readonly periods: string; readonly values: string; readonly sigmas: string; readonly theCentre: string }) => string
      readonly now: (given: { readonly lastOnes: string; readonly sigmas: string; readonly theCentre: string }) => string
      readonly short: (given: { readonly periods: string; readonly sigmas: string; readonly centre: string }) => string
    }
    readonly mixture: {
      readonly label: (given: { readonly length: string; readonly sigmas: string }) => string
      readonly title: (given: { readonly periods: string; readonly sigmas: string; readonly centre: string }) => string
      readonly because: (given: { readonly periods: string; readonly values: string; readonly sigmas: string; readonly theCentre: string }) => string
      readonly now: (given: { readonly lastOnes: string; readonly sigmas: string; readonly theCentre: string }) => string
      readonly short: (given: { readonly periods: string; readonly sigmas: string; readonly centre: string }) => string
    }
    readonly alternating: {
      readonly label: (given: { readonly length: string }) => string
      readonly title: (given: { readonly periods: string }) => string
      readonly because: (given: { readonly periods: string; readonly values: string }) => string
      readonly now: (given: { readonly lastOnes: string }) => string
      readonly short: (given: { readonly periods: string }) => string
    }
    readonly unusualRun: {
      readonly label: () => string
      readonly title: (given: { readonly length: string; readonly limit: string }) => string
      readonly because: (given: { readonly periods: string; readonly values: string; readonly run: string; readonly side: 'high' | 'low'; readonly theCentre: string; readonly limit: string }) => string
      readonly now: (given: { readonly lastOnes: string; readonly all: 'yes' | 'no'; readonly side: 'high' | 'low'; readonly theCentre: string; readonly limit: string }) => string
      readonly short: (given: { readonly periods: string; readonly side: 'high' | 'low'; readonly centre: string }) => string
    }
    readonly runsCount: {
      readonly label: () => string
      readonly title: (given: { readonly than: 'few' | 'many'; readonly runs: string; readonly fewest: string; readonly most: string }) => string
      readonly because: (given: { readonly periods: string; readonly useful: string; readonly centre: string; readonly runs: string; readonly fewest: string; readonly most: string }) => string
      readonly now: (given: { readonly useful: string; readonly centre: string; readonly runs: string; readonly fewest: string; readonly most: string }) => string
      readonly short: (given: { readonly runs: string; readonly useful: string }) => string
    }
  }
  readonly runs: {
    readonly longRun: (given: { readonly length: string; readonly limit: string }) => string
    readonly fewCrossings: (given: { readonly crossings: number; readonly fewest: number }) => string
    readonly together: (given: { readonly length: string; readonly crossings: number }) => string
  }
  readonly headlines: {
    readonly improving: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
    readonly concerning: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
    readonly commonCause: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
    readonly changed: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
    readonly both: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
    readonly unsteady: {
      readonly meets: () => string
      readonly misses: () => string
      readonly hitOrMiss: () => string
      readonly none: () => string
    }
  }
  readonly reading: {
    readonly sentence: (given: { readonly said: string }) => string
    readonly both: (given: { readonly said: string; readonly other: string }) => string
    readonly bothReasons: (given: { readonly reason: string; readonly other: string }) => string
    readonly noValues: () => string
    readonly noValuesRest: (given: { readonly noun: string }) => string
    readonly noValuesReason: () => string
    readonly tally: (given: { readonly here: number; readonly needed: number; readonly noun: string }) => string
    readonly tooFew: (given: { readonly tally: string }) => string
    readonly tooFewRest: (given: { readonly point: string; readonly value: string; readonly period: string; readonly needed: number; readonly noun: string }) => string
    readonly noVariation: () => string
    readonly leftOut: (given: { readonly period: string; readonly value: string }) => string
    readonly leftOutReason: () => string
    readonly usual: (given: { readonly period: string; readonly value: string }) => string
    readonly usualReason: () => string
    readonly nothing: (given: { readonly period: string; readonly value: string; readonly nothing: string }) => string
    readonly nothingRuns: () => string
    readonly nothingElse: () => string
    readonly lastChange: (given: { readonly when: string }) => string
    readonly runs: (given: { readonly useful: number; readonly told: string }) => string
    readonly early: (given: { readonly points: number; readonly needed: number; readonly noun: string }) => string
    readonly emptyMany: (given: { readonly periods: string }) => string
    readonly empty: (given: { readonly periods: string; readonly count: number }) => string
    readonly provisional: (given: { readonly period: string }) => string
  }
  readonly outlook: {
    readonly expect: (given: { readonly points: string; readonly ends: string; readonly lower: string; readonly upper: string }) => string
    readonly expectSized: (given: { readonly noun: string; readonly period: string; readonly ends: string; readonly lower: string; readonly upper: string }) => string
    readonly expectCounts: (given: { readonly ends: string; readonly lower: string; readonly upper: string; readonly noun: string }) => string
    readonly expectCountsSized: (given: { readonly ends: string; readonly lower: string; readonly upper: string; readonly noun: string; readonly period: string }) => string
    readonly expectIntervals: (given: { readonly ends: string; readonly lower: string; readonly upper: string }) => string
    readonly alone: (given: { readonly expected: string }) => string
    readonly hitOrMiss: (given: { readonly expected: string; readonly target: string; readonly noun: string }) => string
    readonly meets: (given: { readonly expected: string; readonly target: string; readonly just: 'yes' | 'no'; readonly place: 'above' | 'below' }) => string
    readonly misses: (given: { readonly expected: string; readonly target: string; readonly just: 'yes' | 'no'; readonly place: 'above' | 'below'; readonly changed: 'yes' | 'no' }) => string
    readonly noTarget: () => string
    readonly neither: () => string
    readonly notJudged: (given: { readonly points: string; readonly nouns: string }) => string
    readonly within: (given: { readonly target: string }) => string
    readonly beyond: (given: { readonly target: string; readonly just: 'yes' | 'no'; readonly place: 'above' | 'below' }) => string
    readonly noLimits: () => string
    readonly byValues: (given: { readonly why: string; readonly says: string; readonly target: string }) => string
    readonly byValuesReason: (given: { readonly says: string; readonly target: string }) => string
    readonly cannotTell: (given: { readonly why: string; readonly target: string }) => string
    readonly values: {
      readonly hitOrMiss: (given: { readonly noun: string }) => string
      readonly meets: (given: { readonly noun: string }) => string
      readonly misses: (given: { readonly noun: string }) => string
    }
    readonly why: {
      readonly runChart: () => string
      readonly allEqual: (given: { readonly points: string; readonly since: string; readonly value: string }) => string
      readonly noSpread: (given: { readonly nouns: string; readonly since: string }) => string
      readonly onePoint: (given: { readonly noun: string; readonly since: string }) => string
      readonly noNeighbours: (given: { readonly nouns: string; readonly since: string }) => string
      readonly noValues: (given: { readonly noun: string; readonly since: string }) => string
      readonly noneByMethod: () => string
      readonly other: (given: { readonly period: string }) => string
      readonly since: (given: { readonly period: string }) => string
    }
  }
  readonly canTell: {
    readonly limitsFinal: (given: { readonly periods: string; readonly count: number }) => string
    readonly soonest: (given: { readonly periods: string }) => string
    readonly large: () => string
    readonly onAverage: (given: { readonly one: string; readonly two: string }) => string
    readonly falseSignal: (given: { readonly noun: string; readonly charts: number }) => string
  }
  readonly funnel: {
    readonly none: (given: { readonly noun: string }) => string
    readonly one: (given: { readonly noun: string; readonly where: 'within' | 'outside'; readonly target: string }) => string
    readonly all: (given: { readonly units: string; readonly where: 'within' | 'outside'; readonly target: string }) => string
    readonly some: (given: { readonly outside: string; readonly units: string; readonly count: number; readonly target: string }) => string
    readonly unit: (given: { readonly unit: string; readonly value: string }) => string
    readonly more: (given: { readonly number: string }) => string
    readonly lie: (given: { readonly side: 'high' | 'low'; readonly units: string }) => string
    readonly chance: (given: { readonly share: string; readonly noun: string }) => string
    readonly order: () => string
    readonly inHundred: (given: { readonly count: string }) => string
    readonly inThousand: (given: { readonly count: string }) => string
    readonly widened: (given: { readonly noun: string }) => string
    readonly missing: (given: { readonly units: string; readonly count: number }) => string
    readonly noDenominator: (given: { readonly units: string; readonly count: number }) => string
  }
  readonly pareto: {
    readonly none: (given: { readonly things: string }) => string
    readonly one: (given: { readonly things: string; readonly noun: string; readonly name: string }) => string
    readonly few: (given: { readonly some: string; readonly count: number; readonly share: string; readonly things: string }) => string
    readonly ofThe: (given: { readonly some: string; readonly all: string }) => string
    readonly first: (given: { readonly names: string }) => string
    readonly they: (given: { readonly count: number; readonly names: string }) => string
    readonly bar: (given: { readonly name: string; readonly count: string }) => string
    readonly otherTooLarge: (given: { readonly things: string; readonly other: string }) => string
    readonly noFew: (given: { readonly noun: string; readonly things: string }) => string
    readonly most: (given: { readonly bar: string; readonly share: string; readonly things: string }) => string
    readonly total: (given: { readonly total: string; readonly things: string }) => string
  }
  readonly advice: {
    readonly chiSquare: (given: { readonly is: string; readonly degrees: number; readonly rare: 'yes' | 'no'; readonly chance: string }) => string
    readonly checks: {
      readonly impossibleValues: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly period: string; readonly more: number; readonly noun: string; readonly why: string }) => string
        readonly below: (given: { readonly what: 'counts' | 'values' }) => string
        readonly above: (given: { readonly part: string; readonly whole: string }) => string
      }
      readonly duplicates: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly periods: string; readonly count: number; readonly noun: string }) => string
      }
      readonly gaps: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly some: string; readonly count: number }) => string
      }
      readonly zeroDenominators: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly periods: string; readonly count: number }) => string
      }
      readonly tooFewPoints: {
        readonly label: () => string
        readonly measures: () => string
        readonly run: (given: { readonly points: number; readonly needed: number; readonly more: string }) => string
        readonly limits: (given: { readonly points: number; readonly needed: number; readonly more: string; readonly count: number }) => string
      }
      readonly equalDenominators: {
        readonly label: () => string
        readonly measures: () => string
        readonly round: (given: { readonly size: number; readonly noun: string }) => string
        readonly other: (given: { readonly size: number; readonly noun: string }) => string
      }
      readonly denominatorsVary: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly least: number; readonly most: number; readonly farthest: string; readonly noun: string }) => string
      }
      readonly discreteness: {
        readonly label: () => string
        readonly measures: () => string
        readonly run: (given: { readonly different: number }) => string
        readonly limits: (given: { readonly step: string; readonly times: string }) => string
      }
      readonly overDispersion: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly noun: string; readonly times: string; readonly chiSquare: string; readonly misled: 'yes' | 'no' }) => string
      }
      readonly underDispersion: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly noun: string; readonly times: string; readonly chiSquare: string }) => string
      }
      readonly autocorrelation: {
        readonly label: () => string
        readonly measures: () => string
        readonly alike: (given: { readonly noun: string; readonly is: string; readonly limit: string }) => string
        readonly inTurn: (given: { readonly noun: string; readonly is: string; readonly limit: string }) => string
      }
      readonly carriedForward: {
        readonly label: () => string
        readonly measures: () => string
        readonly sentence: (given: { readonly value: string; readonly divided: 'yes' | 'no'; readonly periods: string; readonly period: string }) => string
      }
    }
    readonly advisers: {
      readonly tooFew: {
        readonly title: () => string
        readonly why: (given: { readonly periods: string; readonly needed: number }) => string
        readonly points: (given: { readonly needed: number }) => string
      }
      readonly mostlyNought: {
        readonly title: () => string
        readonly why: (given: { readonly some: string; readonly chart: 'g' | 't'; readonly between: 'periods' | 'cases' | 'activity'; readonly nouns: string }) => string
        readonly share: () => string
      }
      readonly exposure: {
        readonly title: () => string
        readonly why: (given: { readonly noun: string; readonly farthest: string }) => string
        readonly farthest: () => string
      }
      readonly dispersion: {
        readonly title: () => string
        readonly wide: (given: { readonly noun: string; readonly times: string; readonly nouns: string; readonly sizes: 'many' | 'one'; readonly mean: number; readonly chart: 'pPrime' | 'uPrime' | 'xmr' }) => string
        readonly narrow: (given: { readonly noun: string; readonly times: string; readonly chart: 'pPrime' | 'uPrime' | 'xmr' }) => string
        readonly chiSquare: () => string
        readonly sigmaZ: (given: { readonly lower: string; readonly upper: string }) => string
      }
      readonly smallNumbers: {
        readonly title: () => string
        readonly why: (given: { readonly noun: string; readonly expected: string; readonly chart: 'c' | 'p' | 'u'; readonly sizes: 'vary' | 'alike'; readonly farthest: string }) => string
        readonly expected: (given: { readonly noun: string; readonly few: number }) => string
      }
      readonly skewed: {
        readonly title: () => string
        readonly why: (given: { readonly side: 'high' | 'low'; readonly is: string; readonly limit: string; readonly noun: string; readonly chart: 't' | 'run' }) => string
        readonly skewness: (given: { readonly limit: string }) => string
      }
      readonly following: {
        readonly title: () => string
        readonly alike: (given: { readonly noun: string; readonly is: string }) => string
        readonly inTurn: (given: { readonly nouns: string; readonly is: string; readonly noun: string }) => string
        readonly correlation: (given: { readonly limit: string }) => string
      }
    }
    readonly rebase: {
      readonly headline: (given: { readonly period: string; readonly side: 'high' | 'low' }) => string
      readonly centres: (given: { readonly periods: string; readonly count: number; readonly centre: string; readonly value: string; readonly earlier: string; readonly was: string }) => string
      readonly run: (given: { readonly run: string; readonly side: 'high' | 'low' }) => string
      readonly apart: (given: { readonly sigmas: string; readonly errors: string; readonly asked: string }) => string
      readonly limits: (given: { readonly anew: string; readonly now: string; readonly width: string }) => string
      readonly within: (given: { readonly ends: string; readonly lower: string; readonly upper: string }) => string
      readonly asWide: () => string
      readonly changed: (given: { readonly share: string; readonly width: 'narrower' | 'wider' }) => string
      readonly chance: (given: { readonly count: number }) => string
      readonly against: {
        readonly fewPoints: (given: { readonly points: number; readonly needed: number; readonly noun: string }) => string
        readonly unknownCause: () => string
        readonly drift: () => string
        readonly wider: (given: { readonly share: string }) => string
        readonly following: (given: { readonly noun: string }) => string
      }
    }
  }
}
