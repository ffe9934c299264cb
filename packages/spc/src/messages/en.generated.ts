// Made by `npm run messages` from packages/spc/messages/en.yaml.
import { byCount, number, plural, select } from './choose.ts'
import type { Messages } from './messages.generated.ts'

const en = byCount('en')

export const messages: Messages = {
  counting: {
    inWords: (d) => plural(d.count, 0, en, { "0": "no", "1": "one", "2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "7": "seven", "8": "eight", "9": "nine", "10": "ten", "11": "eleven", "12": "twelve", other: number("en", d.count, 0) }),
    noun: (d) => select(d.noun, { day: plural(d.count, 0, en, { one: "day", other: "days" }), week: plural(d.count, 0, en, { one: "week", other: "weeks" }), month: plural(d.count, 0, en, { one: "month", other: "months" }), quarter: plural(d.count, 0, en, { one: "quarter", other: "quarters" }), year: plural(d.count, 0, en, { one: "year", other: "years" }), event: plural(d.count, 0, en, { one: "event", other: "events" }), run: plural(d.count, 0, en, { one: "run", other: "runs" }), other: plural(d.count, 0, en, { one: d.noun, other: d.noun + "s" }) }),
    counted: (d) => d.number + " " + d.noun,
    inFigures: (d) => plural(d.count, 0, en, { other: number("en", d.count, 0) }) + " " + d.noun,
    someOfThe: (d) => plural(d.some, 0, en, { other: number("en", d.some, 0) }) + " of the " + plural(d.all, 0, en, { other: number("en", d.all, 0) }) + " " + d.noun,
    percent: (d) => plural(d.count, 0, en, { other: number("en", d.count, 0) }) + "%",
    of: (d) => d.some + " of " + d.all,
    listed: {
      next: (d) => d.before + ", " + d.next,
      last: (d) => d.before + " and " + d.last
    }
  },
  pieces: {
    range: (d) => d.from + " to " + d.to,
    lastOnes: (d) => "the last " + d.periods,
    lastOnesTo: (d) => "the " + d.periods + " to " + d.to,
    centre: (d) => select(d.name, { mean: "mean", median: "median", zeroLine: "zero line", other: "" }),
    theCentre: (d) => "the " + d.centre + " of " + d.value,
    theLimits: (d) => "the " + select(d.side, { high: "upper", low: "lower", other: "" }) + " " + plural(d.number, 0, en, { one: "limit is", other: "limits are" }) + " " + d.limits,
    inARow: (d) => d.periods + " in a row",
    stated: (d) => select(d.kind, { deviations: plural(d.count, 0, en, { one: "a standard deviation", other: "standard deviations" }) + " of " + d.values, ranges: plural(d.count, 0, en, { one: "a range", other: "ranges" }) + " of " + d.values, movingRanges: plural(d.count, 0, en, { one: "a moving range", other: "moving ranges" }) + " of " + d.values, weightedAverages: plural(d.count, 0, en, { one: "a weighted average", other: "weighted averages" }) + " of " + d.values, movingAverages: plural(d.count, 0, en, { one: "a moving average", other: "moving averages" }) + " of " + d.values, cumulativeSums: plural(d.count, 0, en, { one: "a cumulative sum", other: "cumulative sums" }) + " of " + d.values, other: d.values }),
    points: (d) => select(d.kind, { means: plural(d.count, 0, en, { one: "mean", other: "means" }), deviations: plural(d.count, 0, en, { one: "standard deviation", other: "standard deviations" }), ranges: plural(d.count, 0, en, { one: "range", other: "ranges" }), movingRanges: plural(d.count, 0, en, { one: "moving range", other: "moving ranges" }), weightedAverages: plural(d.count, 0, en, { one: "weighted average", other: "weighted averages" }), movingAverages: plural(d.count, 0, en, { one: "moving average", other: "moving averages" }), cumulativeSums: plural(d.count, 0, en, { one: "cumulative sum", other: "cumulative sums" }), other: plural(d.count, 0, en, { one: "value", other: "values" }) }),
    point: (d) => d.period + ", " + d.value,
    pointAt: (d) => d.period + " at " + d.value
  },
  when: {
    dated: (d) => "on " + d.period,
    other: (d) => "in " + d.period
  },
  explain: {
    text: (d) => d.because + ". Rule: " + d.rule + "."
  },
  rules: {
    outside: {
      label: () => "a point outside the limits",
      labelAt: (d) => "a point more than " + d.sigmas + " sigma from the centre line",
      title: (d) => d.periods + " " + select(d.side, { high: "above the upper", low: "below the lower", other: "" }) + " limit",
      because: (d) => d.periods + ", " + d.values + "; " + d.limits,
      nowOne: (d) => d.period + ", at " + d.values + ", is " + select(d.side, { high: "above", low: "below", other: "" }) + " what the process gives by chance: " + d.limits,
      now: (d) => d.lastOnes + ", at " + d.values + ", are all " + select(d.side, { high: "above", low: "below", other: "" }) + " what the process gives by chance: " + d.limits,
      titleAt: (d) => d.periods + " more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " the " + d.centre,
      becauseAt: (d) => d.periods + ", " + d.values + "; more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre,
      nowAt: (d) => d.lastOnes + ", at " + d.values + ", more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre
    },
    shift: {
      label: (d) => d.length + " or more points in a row on one side of the centre line" + select(d.onCentre, { skip: ", those on it passed over", count: ", those on it counted", "break": "", other: "" }),
      title: (d) => d.periods + " in a row " + select(d.side, { high: "above", low: "below", other: "" }) + " the " + d.centre,
      because: (d) => d.periods + ", " + d.values + "; the " + d.centre + " is " + d.centreValue,
      now: (d) => d.lastOnes + " " + select(d.all, { yes: "are all", no: "are", other: "" }) + " " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre + ": the process has changed",
      short: (d) => d.periods + " " + select(d.side, { high: "above", low: "below", other: "" }) + " the " + d.centre
    },
    trend: {
      label: (d) => d.length + " or more points in a row, each higher (or each lower) than the one before" + select(d.ties, { skip: ", equal ones passed over", "break": "", other: "" }),
      title: (d) => d.periods + " " + select(d.side, { high: "rising", low: "falling", other: "" }) + " one after another",
      because: (d) => d.periods + ", from " + d.from + " to " + d.to + ", each " + select(d.side, { high: "higher", low: "lower", other: "" }) + " than the one before",
      now: (d) => d.lastOnes + " have " + select(d.side, { high: "risen", low: "fallen", other: "" }) + " one after another, from " + d.from + " to " + d.to + ": the process is changing",
      short: (d) => d.periods + " " + select(d.side, { high: "rising", low: "falling", other: "" })
    },
    twoInThree: {
      label: () => "two of three points in a row near the same limit, and all three on its side of the centre line",
      title: (d) => d.some + " " + d.periods + " near the " + select(d.side, { high: "upper", low: "lower", other: "" }) + " limit",
      because: (d) => d.points + ": more than two thirds of the way from " + d.theCentre + " to the limit; " + d.limits,
      now: (d) => d.points + " lie unusually near the " + select(d.side, { high: "upper", low: "lower", other: "" }) + " limit of " + d.limits
    },
    someBeyond: {
      label: (d) => d.needed + " of " + d.of + " points in a row more than " + d.sigmas + " sigma from the centre line, on the same side",
      tally: (d) => d.needed + " or more of " + d.of,
      title: (d) => d.some + " " + d.periods + " more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " the " + d.centre,
      because: (d) => d.points + ": more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre,
      becauseSome: (d) => d.periods + ", " + d.values + ": " + d.some + " more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre,
      now: (d) => d.points + " lie more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre,
      nowSome: (d) => d.some + " " + d.noun + " from " + d.periods + " lie more than " + d.sigmas + " sigma " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre
    },
    hugging: {
      label: (d) => d.length + " or more points in a row within " + d.sigmas + " sigma of the centre line",
      title: (d) => d.periods + " in a row within " + d.sigmas + " sigma of the " + d.centre,
      because: (d) => d.periods + ", " + d.values + "; all within " + d.sigmas + " sigma of " + d.theCentre,
      now: (d) => d.lastOnes + " are all within " + d.sigmas + " sigma of " + d.theCentre + ": the limits are too wide for how little the process varies",
      short: (d) => d.periods + " within " + d.sigmas + " sigma of the " + d.centre
    },
    mixture: {
      label: (d) => d.length + " or more points in a row more than " + d.sigmas + " sigma from the centre line, on both sides of it",
      title: (d) => d.periods + " in a row more than " + d.sigmas + " sigma from the " + d.centre,
      because: (d) => d.periods + ", " + d.values + "; all more than " + d.sigmas + " sigma from " + d.theCentre,
      now: (d) => d.lastOnes + " are all more than " + d.sigmas + " sigma from " + d.theCentre + ": they may be of two processes",
      short: (d) => d.periods + " more than " + d.sigmas + " sigma from the " + d.centre
    },
    alternating: {
      label: (d) => d.length + " or more points in a row going up and down in turn",
      title: (d) => d.periods + " in a row going up and down in turn",
      because: (d) => d.periods + ", " + d.values + ", each lower and higher in turn than the one before",
      now: (d) => d.lastOnes + " go up and down in turn: they may be of two processes",
      short: (d) => d.periods + " up and down in turn"
    },
    unusualRun: {
      label: () => "a run on one side of the centre line that is longer than chance gives among as many points",
      title: (d) => "one unusually long run of " + d.length + " (limit " + d.limit + ")",
      because: (d) => d.periods + ", " + d.values + ": " + d.run + " " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre + "; chance gives up to " + d.limit + " in a row",
      now: (d) => d.lastOnes + " " + select(d.all, { yes: "are all", no: "are", other: "" }) + " " + select(d.side, { high: "above", low: "below", other: "" }) + " " + d.theCentre + ", where chance gives up to " + d.limit + " in a row: the process has changed",
      short: (d) => d.periods + " " + select(d.side, { high: "above", low: "below", other: "" }) + " the " + d.centre
    },
    runsCount: {
      label: () => "fewer or more runs about the centre line than chance gives among as many points",
      title: (d) => "too " + select(d.than, { few: "few", many: "many", other: "" }) + " runs: " + d.runs + " where chance gives " + d.fewest + " to " + d.most,
      because: (d) => d.periods + ", " + d.useful + " off the " + d.centre + ": " + d.runs + " runs, and chance gives " + d.fewest + " to " + d.most,
      now: (d) => "the " + d.useful + " off the " + d.centre + " make " + d.runs + " runs, where chance gives " + d.fewest + " to " + d.most + ": they do not vary by chance alone",
      short: (d) => d.runs + " in " + d.useful
    }
  },
  runs: {
    longRun: (d) => "one unusually long run of " + d.length + " (limit " + d.limit + ")",
    fewCrossings: (d) => plural(d.crossings, 0, en, { "0": "no crossing", one: "only " + number("en", d.crossings, 0) + " crossing", other: "only " + number("en", d.crossings, 0) + " crossings" }) + " where at least " + plural(d.fewest, 0, en, { one: number("en", d.fewest, 0) + " is", other: number("en", d.fewest, 0) + " are" }) + " expected",
    together: (d) => "a run of " + d.length + " and only " + plural(d.crossings, 0, en, { one: number("en", d.crossings, 0) + " crossing", other: number("en", d.crossings, 0) + " crossings" }) + ", which together are more than chance gives"
  },
  headlines: {
    improving: {
      meets: () => "Improving, and the target is met.",
      misses: () => "Improving, but not enough to reach the target.",
      hitOrMiss: () => "Improving, but not yet enough to meet the target every time.",
      none: () => "Improving."
    },
    concerning: {
      meets: () => "Concerning, although the target is still met.",
      misses: () => "Concerning, and the target is out of reach.",
      hitOrMiss: () => "Concerning, and the target is met only some of the time.",
      none: () => "Concerning."
    },
    commonCause: {
      meets: () => "No special change, and the target is met.",
      misses: () => "No special change, and the target is out of reach.",
      hitOrMiss: () => "No special change, and the target is met only some of the time.",
      none: () => "No special change."
    },
    changed: {
      meets: () => "Changed, and the target is met.",
      misses: () => "Changed, and the target is out of reach.",
      hitOrMiss: () => "Changed, and the target is met only some of the time.",
      none: () => "Changed."
    },
    both: {
      meets: () => "Improving by one rule and concerning by another; the target is met.",
      misses: () => "Improving by one rule and concerning by another; the target is out of reach.",
      hitOrMiss: () => "Improving by one rule and concerning by another; the target is met only some of the time.",
      none: () => "Improving by one rule and concerning by another."
    },
    unsteady: {
      meets: () => "Not steady, although the target is met.",
      misses: () => "Not steady, and the target is out of reach.",
      hitOrMiss: () => "Not steady, and the target is met only some of the time.",
      none: () => "Not steady."
    }
  },
  reading: {
    sentence: (d) => d.said + ".",
    both: (d) => d.said + ". At the same time " + d.other + ".",
    bothReasons: (d) => d.reason + "; " + d.other,
    noValues: () => "No values yet.",
    noValuesRest: (d) => "The chart begins with the first " + d.noun + " that has one.",
    noValuesReason: () => "no values yet",
    tally: (d) => plural(d.here, 0, en, { other: number("en", d.here, 0) }) + " of " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " " + d.noun,
    tooFew: (d) => "Too few points yet: " + d.tally + ".",
    tooFewRest: (d) => "The latest " + d.point + ", " + d.value + ", is of " + d.period + ". Limits and verdicts begin with the " + plural(d.needed, 0, en, { one: number("en", d.needed, 0) + "st", two: number("en", d.needed, 0) + "nd", few: number("en", d.needed, 0) + "rd", other: number("en", d.needed, 0) + "th" }, 1) + " " + d.noun + ".",
    noVariation: () => "no variation",
    leftOut: (d) => d.period + ", at " + d.value + ", is left out of limits and rules.",
    leftOutReason: () => "latest point left out",
    usual: (d) => d.period + ", at " + d.value + ", shows nothing beyond the usual ups and downs.",
    usualReason: () => "usual ups and downs",
    nothing: (d) => d.period + ", at " + d.value + ", is part of " + d.nothing + ".",
    nothingRuns: () => "no unusually long run",
    nothingElse: () => "no shift and no trend",
    lastChange: (d) => "The last special change was " + d.when + ".",
    runs: (d) => "The " + plural(d.useful, 0, en, { other: number("en", d.useful, 0) }) + " points on either side of the line do not vary by chance alone: " + d.told + ".",
    early: (d) => "These limits are early: they stand on " + plural(d.points, 0, en, { other: number("en", d.points, 0) }) + " of the " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " " + d.noun + " that they need, and will still move.",
    emptyMany: (d) => "The last " + d.periods + " have no value yet.",
    empty: (d) => d.periods + " " + plural(d.count, 0, en, { one: "has", other: "have" }) + " no value yet.",
    provisional: (d) => d.period + " is provisional: its figure may still change."
  },
  outlook: {
    expect: (d) => "As it stands now, expect " + d.points + " " + select(d.ends, { both: "between " + d.lower + " and " + d.upper, upper: "of up to " + d.upper, lower: "of " + d.lower + " or more", other: "of any size" }),
    expectSized: (d) => "As it stands now, expect a " + d.noun + " of the size of " + d.period + " to lie " + select(d.ends, { both: "between " + d.lower + " and " + d.upper, upper: "at " + d.upper + " or below", lower: "at " + d.lower + " or above", other: "anywhere" }),
    expectCounts: (d) => "As it stands now, expect " + select(d.ends, { both: "between " + d.lower + " and " + d.upper, upper: "up to " + d.upper, lower: d.lower + " or more", other: "any number" }) + " a " + d.noun,
    expectCountsSized: (d) => "As it stands now, expect " + select(d.ends, { both: "between " + d.lower + " and " + d.upper, upper: "up to " + d.upper, lower: d.lower + " or more", other: "any number" }) + " in a " + d.noun + " of the size of " + d.period,
    expectIntervals: (d) => "As it stands now, expect " + select(d.ends, { both: "between " + d.lower + " and " + d.upper, upper: "up to " + d.upper, lower: d.lower + " or more", other: "anything" }) + " from one event to the next",
    alone: (d) => d.expected + ".",
    hitOrMiss: (d) => d.expected + "; the " + d.target + " target lies within that, so one " + d.noun + " will meet it and another miss it.",
    meets: (d) => d.expected + "; the " + d.target + " target lies " + select(d.just, { yes: "just ", no: "", other: "" }) + select(d.place, { above: "above", below: "below", other: "" }) + " that and will be met unless something changes.",
    misses: (d) => d.expected + "; the " + d.target + " target lies " + select(d.just, { yes: "just ", no: "", other: "" }) + select(d.place, { above: "above", below: "below", other: "" }) + " that and will be missed until " + select(d.changed, { yes: "something else", no: "something", other: "" }) + " changes.",
    noTarget: () => "no target",
    neither: () => "neither direction is better",
    notJudged: (d) => d.points + " do not tell whether single " + d.nouns + " will meet it",
    within: (d) => d.target + " lies within the limits",
    beyond: (d) => d.target + " lies " + select(d.just, { yes: "just ", no: "", other: "" }) + select(d.place, { above: "above the upper", below: "below the lower", other: "" }) + " limit",
    noLimits: () => "no limits to judge it by",
    byValues: (d) => d.why + ". Judged by the values alone, " + d.says + " the " + d.target + " target.",
    byValuesReason: (d) => d.says + " " + d.target,
    cannotTell: (d) => d.why + "; whether the " + d.target + " target will be met cannot be told.",
    values: {
      hitOrMiss: (d) => "not every " + d.noun + " meets",
      meets: (d) => "every " + d.noun + " meets",
      misses: (d) => "every " + d.noun + " misses"
    },
    why: {
      runChart: () => "A run chart has no limits: it shows shifts and trends, but not what to expect",
      allEqual: (d) => "The " + d.points + d.since + " that limits would stand on are all " + d.value + ": without variation there are no limits",
      noSpread: (d) => "There are no limits: nearly all " + d.nouns + d.since + " are the same",
      onePoint: (d) => "There are no limits yet: one " + d.noun + d.since + " is too few",
      noNeighbours: (d) => "There are no limits: no two " + d.nouns + d.since + " with a value stand next to each other",
      noValues: (d) => "There are no limits: no " + d.noun + d.since + " is left to set them",
      noneByMethod: () => "There are no limits: the method has none for figures like these",
      other: (d) => "There are no limits for " + d.period + ": its size is not known",
      since: (d) => " since " + d.period
    }
  },
  canTell: {
    limitsFinal: (d) => "The limits still move until " + d.periods + " more " + plural(d.count, 0, en, { one: "has", other: "have" }) + " a value.",
    soonest: (d) => "A small lasting change that began now could be found after " + d.periods + " at the earliest.",
    large: () => "A large one can show at once.",
    onAverage: (d) => "On average a change of one sigma is found after " + d.one + ", one of two sigma after " + d.two + ".",
    falseSignal: (d) => "Chance alone flags the latest " + d.noun + " of " + plural(d.charts, 0, en, { "0": "hardly any steady chart", other: "about one steady chart in " + number("en", d.charts, 0) }) + "."
  },
  funnel: {
    none: (d) => "No " + d.noun + " has a value yet.",
    one: (d) => "The one " + d.noun + " with a value lies " + select(d.where, { within: "within", outside: "outside", other: "" }) + " what chance explains about " + d.target + ".",
    all: (d) => "All " + d.units + " lie " + select(d.where, { within: "within", outside: "outside", other: "" }) + " what chance explains about " + d.target + ".",
    some: (d) => d.outside + " of the " + d.units + " " + plural(d.count, 0, en, { one: "lies", other: "lie" }) + " outside what chance explains about " + d.target + ".",
    unit: (d) => d.unit + " (" + d.value + ")",
    more: (d) => d.number + " more",
    lie: (d) => select(d.side, { high: "Above the upper", low: "Below the lower", other: "" }) + " limit: " + d.units + ".",
    chance: (d) => "Chance alone puts about " + d.share + " " + d.noun + " outside their limits.",
    order: () => "Those within do not differ by more than that, so their order says nothing.",
    inHundred: (d) => d.count + " in 100",
    inThousand: (d) => d.count + " in 1,000",
    widened: (d) => "The " + d.noun + " differ by more than counting by chance explains, and the limits are widened for it.",
    missing: (d) => d.units + " " + plural(d.count, 0, en, { one: "has", other: "have" }) + " no figures.",
    noDenominator: (d) => d.units + " " + plural(d.count, 0, en, { one: "has", other: "have" }) + " a denominator of 0, and so no value."
  },
  pareto: {
    none: (d) => "No " + d.things + " counted yet.",
    one: (d) => "All " + d.things + " have one " + d.noun + ": " + d.name + ".",
    few: (d) => d.some + " " + plural(d.count, 0, en, { one: "makes", other: "make" }) + " up " + d.share + " of the " + d.things + ".",
    ofThe: (d) => d.some + " of the " + d.all,
    first: (d) => "The first of them are " + d.names + ".",
    they: (d) => plural(d.count, 0, en, { one: "It is", other: "They are" }) + " " + d.names + ".",
    bar: (d) => d.name + " (" + d.count + ")",
    otherTooLarge: (d) => "Too many " + d.things + " are under “" + d.other + "” to tell the vital few.",
    noFew: (d) => "No few " + d.noun + " stand out among the " + d.things + ".",
    most: (d) => "The most frequent, " + d.bar + ", is " + d.share + " of the " + d.things + ".",
    total: (d) => "Counted in all: " + d.total + " " + d.things + "."
  },
  advice: {
    chiSquare: (d) => "χ² " + d.is + " with " + plural(d.degrees, 0, en, { other: number("en", d.degrees, 0) }) + " degrees of freedom, a chance of " + select(d.rare, { yes: "less than 1 in 1,000", no: d.chance + "%", other: "" }),
    checks: {
      impossibleValues: {
        label: () => "Impossible values",
        measures: () => "entries whose numerator is above the denominator of a proportion, or that are below 0",
        sentence: (d) => d.period + " cannot be right" + plural(d.more, 0, en, { "0": "", other: ", and " + number("en", d.more, 0) + " more " + d.noun }) + ": " + d.why + ". Correct it at its source and bring the figures again.",
        below: (d) => select(d.what, { counts: "counts", values: "values", other: "" }) + " are not below 0",
        above: (d) => d.part + " is more than the " + d.whole + " that it is a part of"
      },
      duplicates: {
        label: () => "Periods that are there twice",
        measures: () => "entries of a period that an earlier entry has already",
        sentence: (d) => d.periods + " " + plural(d.count, 0, en, { one: "is", other: "are" }) + " there twice. Keep one figure for each " + d.noun + ", or make two series of them."
      },
      gaps: {
        label: () => "Missing periods",
        measures: () => "periods without a value between the first and the last one",
        sentence: (d) => d.some + " " + plural(d.count, 0, en, { one: "has", other: "have" }) + " no value. " + plural(d.count, 0, en, { one: "Its place stays", other: "Their places stay" }) + " empty on the chart, and no moving range is taken across."
      },
      zeroDenominators: {
        label: () => "Denominators of nought",
        measures: () => "entries with a numerator and a denominator of 0",
        sentence: (d) => d.periods + " " + plural(d.count, 0, en, { one: "has", other: "have" }) + " a denominator of 0, and so no value. Other points keep theirs, and their limits."
      },
      tooFewPoints: {
        label: () => "Too few points",
        measures: () => "points with a value in the latest phase",
        run: (d) => "The median stands on " + plural(d.points, 0, en, { other: number("en", d.points, 0) }) + " of the " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " points that its rules need. It takes " + d.more + " more.",
        limits: (d) => "Limits would stand on " + plural(d.points, 0, en, { other: number("en", d.points, 0) }) + " of the " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " points that they need. They still move until " + d.more + " more " + plural(d.count, 0, en, { one: "has", other: "have" }) + " a value."
      },
      equalDenominators: {
        label: () => "Denominators that never vary",
        measures: () => "different denominators",
        round: (d) => "The denominator is " + plural(d.size, 0, en, { other: number("en", d.size, 0) }) + " in every " + d.noun + ". If these are percentages or rates that somebody worked out before, the limits mean nothing: bring what was counted, or use an XmR chart.",
        other: (d) => "The denominator is " + plural(d.size, 0, en, { other: number("en", d.size, 0) }) + " in every " + d.noun + ". That is right for a sample of fixed size, and for nothing else."
      },
      denominatorsVary: {
        label: () => "Denominators that vary much",
        measures: () => "distance of the farthest denominator from their mean, as a share of the mean",
        sentence: (d) => "Denominators lie between " + plural(d.least, 0, en, { other: number("en", d.least, 0) }) + " and " + plural(d.most, 0, en, { other: number("en", d.most, 0) }) + ", up to " + d.farthest + " from their mean, and this chart draws the same limits for all. A " + d.noun + " with a small one lies outside more easily."
      },
      discreteness: {
        label: () => "Values in coarse steps",
        measures: () => "smallest step between two values, in sigma of the moving ranges; on a run chart, different values",
        run: (d) => "There are only " + plural(d.different, 0, en, { other: number("en", d.different, 0) }) + " different values, so that many points lie on the median and no rule counts them.",
        limits: (d) => "Values move in steps of " + d.step + ", " + d.times + " times the sigma that the limits stand on: the limits show the steps, not the process. Use a finer unit, a longer period, or a chart for counts."
      },
      overDispersion: {
        label: () => "More spread than counting explains",
        measures: () => "Laney’s sigma z, which counting alone keeps below the threshold; χ² must agree (chance below 1%)",
        sentence: (d) => "From " + d.noun + " to " + d.noun + " figures differ " + d.times + " times as much as counting alone explains (" + d.chiSquare + "). " + select(d.misled, { yes: "Limits from counting alone are too narrow.", no: "This chart does not rest on counting alone, so its limits hold.", other: "" })
      },
      underDispersion: {
        label: () => "Less spread than counting explains",
        measures: () => "Laney’s sigma z, which counting alone keeps above the threshold; χ² must agree (chance below 1%)",
        sentence: (d) => "From " + d.noun + " to " + d.noun + " figures differ only " + d.times + " times as much as counting alone would make them (" + d.chiSquare + "). Ask whether they are rolling averages, are planned, or hold the same cases again."
      },
      autocorrelation: {
        label: () => "Values that follow each other",
        measures: () => "autocorrelation at lag 1, which 99 of 100 steady series keep within ±2.576 ÷ √pairs",
        alike: (d) => "A high " + d.noun + " tends to be followed by a high one (correlation " + d.is + ", where " + d.limit + " would be chance): limits are too narrow, and long runs come without a change.",
        inTurn: (d) => "A high " + d.noun + " tends to be followed by a low one (correlation " + d.is + ", where −" + d.limit + " would be chance): limits are too wide, and changes hide. Look for figures that are put into the wrong " + d.noun + "."
      },
      carriedForward: {
        label: () => "The same figure again and again",
        measures: () => "chance of so long a run of equal figures anywhere, from how often two of the others are equal",
        sentence: (d) => d.value + select(d.divided, { yes: ", with the same denominator,", no: "", other: "" }) + " stands in " + d.periods + " in a row up to " + d.period + ". Ask whether an old figure was carried forward."
      }
    },
    advisers: {
      tooFew: {
        title: () => "Too few points for limits",
        why: (d) => "Limits from " + d.periods + " would move with every new one. A run chart shows the values about their median until there are " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + ".",
        points: (d) => "Points, of " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " needed"
      },
      mostlyNought: {
        title: () => "Mostly nought",
        why: (d) => d.some + " are 0, so that the lower limit is out of reach and one event looks like a change. A " + select(d.chart, { g: "g", t: "t", other: "" }) + " chart watches how much lies between one event and the next (here in " + select(d.between, { periods: d.nouns, cases: "cases", activity: "activity", other: "" }) + "); with the day of each event it would be exact.",
        share: () => "Share of points at 0, half at most"
      },
      exposure: {
        title: () => "Counts of changing activity",
        why: (d) => "A c chart takes for granted that every " + d.noun + " has as much activity, and it lies up to " + d.farthest + " from its mean here. A u chart divides by it, and gives each " + d.noun + " limits of its own.",
        farthest: () => "Farthest denominator from the mean, 25% at most"
      },
      dispersion: {
        title: () => "Counting alone does not explain the spread",
        wide: (d) => "From " + d.noun + " to " + d.noun + " figures differ " + d.times + " times as much as counting alone explains, so that the limits of this chart are too narrow and call usual " + d.nouns + " special. " + select(d.sizes, { many: "Denominators are " + plural(d.mean, 0, en, { other: number("en", d.mean, 0) }) + " on average: the larger, the more so. ", one: "", other: "" }) + "A " + select(d.chart, { pPrime: "p′", uPrime: "u′", xmr: "XmR", other: "" }) + " chart widens its limits by how the figures really move.",
        narrow: (d) => "From " + d.noun + " to " + d.noun + " figures differ only " + d.times + " times as much as counting alone would make them, so that the limits of this chart are too wide and hide changes. A " + select(d.chart, { pPrime: "p′", uPrime: "u′", xmr: "XmR", other: "" }) + " chart takes its limits from how the figures really move.",
        chiSquare: () => "χ² against counting alone",
        sigmaZ: (d) => "Laney’s sigma z, " + d.lower + " to " + d.upper + " by counting alone"
      },
      smallNumbers: {
        title: () => "Small numbers, spread as counting spreads them",
        why: (d) => "A " + d.noun + " is expected to have only " + d.expected + " events, and from " + d.noun + " to " + d.noun + " they differ as much as counting makes them. A " + select(d.chart, { c: "c", p: "p", u: "u", other: "" }) + " chart takes its limits from that: they are never " + select(d.chart, { c: "below 0", p: "below 0% or above 100%", u: "below 0", other: "" }) + ", and stand on every case instead of on how values move" + select(d.sizes, { vary: ", and are wider where few were counted (denominators lie up to " + d.farthest + " from their mean)", alike: "", other: "" }) + ".",
        expected: (d) => "Events expected in a " + d.noun + ", few below " + plural(d.few, 0, en, { other: number("en", d.few, 0) })
      },
      skewed: {
        title: () => "Values with a long tail",
        why: (d) => "Most values lie close together and a few far out on the " + select(d.side, { high: "high", low: "low", other: "" }) + " side (skewness " + d.is + ", where " + d.limit + " would be chance). Even limits call such a " + d.noun + " special although it belongs to the process. " + select(d.chart, { t: "A t chart has limits of the same shape as times between events.", run: "A run chart stands on the median, which a long tail does not move.", other: "" }),
        skewness: (d) => "Skewness, " + d.limit + " at most by chance"
      },
      following: {
        title: () => "What limits can’t tell here",
        alike: (d) => "Each " + d.noun + " carries much of the one before (correlation " + d.is + "). Limits and runs take for granted that it does not, so more points are marked than the rules promise: a mark here is a question, not an answer. Look for what makes figures carry over, such as rolling averages, waiting lists or seasons.",
        inTurn: (d) => "High and low " + d.nouns + " take turns (correlation " + d.is + "). The limits are too wide for that, so a change may hide within them. Look for what makes figures swing, such as work that moves from one " + d.noun + " into the next.",
        correlation: (d) => "Correlation of neighbours, " + d.limit + " at most by chance on either side"
      }
    },
    rebase: {
      headline: (d) => "Since " + d.period + " the figures lie " + select(d.side, { high: "higher", low: "lower", other: "" }) + " than before, and still do.",
      centres: (d) => d.periods + " since then " + plural(d.count, 0, en, { one: "has", other: "have" }) + " a " + d.centre + " of " + d.value + "; the " + d.earlier + " before had " + d.was + ".",
      run: (d) => "The latest " + d.run + " in a row lie " + select(d.side, { high: "above", low: "below", other: "" }) + " the mean before.",
      apart: (d) => "The two means lie " + d.sigmas + " sigma, and " + d.errors + " of their standard errors, apart; " + d.asked + " are asked for.",
      limits: (d) => "New limits would be " + d.anew + ", instead of " + d.now + ": " + d.width + ".",
      within: (d) => select(d.ends, { both: d.lower + " to " + d.upper, upper: "up to " + d.upper, lower: d.lower + " or more", other: "beyond what values can be" }),
      asWide: () => "about as wide",
      changed: (d) => d.share + " " + select(d.width, { narrower: "narrower", wider: "wider", other: "" }),
      chance: (d) => "Fewer than " + plural(d.count, 0, en, { other: number("en", d.count, 0) }) + " in 100 steady series would be told this.",
      against: {
        fewPoints: (d) => "Only " + plural(d.points, 0, en, { other: number("en", d.points, 0) }) + " of the " + plural(d.needed, 0, en, { other: number("en", d.needed, 0) }) + " " + d.noun + " that limits need: they would still move.",
        unknownCause: () => "No event is noted about then. If nobody knows what changed, find out first.",
        drift: () => "The figures may drift rather than step: a slope explains them as well. New limits would soon be old.",
        wider: (d) => "The new limits would be wider, " + d.share + " of the width now: the spread grew too, and that asks for a reason of its own.",
        following: (d) => "Each " + d.noun + " carries much of the one before. Such figures wander for long without a change."
      }
    }
  }
}
