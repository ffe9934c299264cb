/** Words that headings and cells of health tables use, whoever publishes them. The only place where the proposal knows any. */

/** Cells that say: not known, not given, suppressed. Brackets as the UK government's guidance on spreadsheets has them. */
export const MISSING_MARKS = [
  ...['*', '**', '-', '–', '—', '..', '...', '.', ':', '#', '~', '?'],
  ...['[x]', '[c]', '[z]', '[u]', '[w]', '[low]', '[e]', 'x', 'c', 'z', '<5', '<6', '<8', '<10'],
  ...[
    'n/a',
    'n.a.',
    'na',
    '#n/a',
    'nan',
    'null',
    'n/k',
    'n/r',
    'not available',
    'not applicable',
    'not known',
    'no data',
    'missing',
    'suppressed',
  ],
]
export const NIL_MARKS = ['nil']

/** Rows that add up others, and strata that are the whole. */
export const TOTAL_WORDS = [
  ...['total', 'totals', 'grand total', 'sub total', 'sub-total', 'subtotal', 'overall', 'all', 'all *'],
  ...['england', 'england total', 'total england', 'england (total)', 'english total', 'national', 'national total'],
  ...['scotland', 'wales', 'northern ireland', 'united kingdom', 'uk'],
]

/** Countries that a whole file may be about. */
export const COUNTRIES = ['England', 'Northern Ireland', 'Scotland', 'Wales', 'United Kingdom', 'Great Britain']

/** The body whose figures a row holds. */
export const HOLDER_HEADING =
  /\b(?:providers?|organi[sz]ations?|orgs?|trusts?|hospitals?|commissioners?|sites?|wards?|units?|facility|ods|icb|ccg|pct|practices?|boards?|locations?|departments?|teams?|specialt(?:y|ies)|services?)\b/i
/** Bodies of our own kind of tree, where a code that is not known is one of ours rather than a peer. */
export const OWN_HEADING =
  /\b(?:wards?|units?|teams?|departments?|specialt(?:y|ies)|directorates?|divisions?|services?)\b/i
/** A body above the holder, or something that is no body at all. */
export const OTHER_CODE_HEADING =
  /\b(?:regions?|regional|area team|parent|country|county|function|diagnostic|test|treatment|procedure|postcode|zip)\b/i
export const CODE_HEADING = /\b(?:codes?|id|identifier|ods)\b/i

/** A column that names what is measured. */
export const MEASURE_HEADING =
  /\b(?:measures?|indicators?|metrics?|kpi|statistics?|variables?|species|organisms?|infections?|items?)\b/i

export const PERIOD_HEADING = /\b(?:period|month|date|year|quarter|qtr|week|day|fy|commencing|ending)\b/i
export const PERIOD_START = /\b(?:start|from|commencing|beginning)\b/i
export const PERIOD_END = /\b(?:end|to|ending|until)\b/i

/** Rather a category written as a number than a figure. */
export const CATEGORY_HEADING =
  /\b(?:type|group|band|category|class|level|tier|sex|gender|quintile|decile|stratum|age)\b/i

/** A figure that is a part of another one. */
export const PART_HEADING =
  /\b(?:breach(?:es|ed)?|within|over|under|after|before|between|beyond|exceeding|less than|more than|greater|longer|plus|waited|waiting \d|occupied|compliant|met|numerator|achieved|positive|died|deaths|successful|completed on time|seen in|recommend)\b|\d+ ?\+|[<>≤≥] ?\d/i
/** A figure that others are parts of. */
export const WHOLE_HEADING =
  /\b(?:total|totals|all|available|denominator|population|eligible|attendances|waiting list|number of (?:patients|people|incomplete)|responses|bed ?days|discharges|births|admissions|sample)\b/i
export const DENOMINATOR_HEADING = /\bdenominators?\b/i
export const NUMERATOR_HEADING = /\bnumerators?\b/i
export const VALUE_HEADING = /^(?:value|rate|score|result|figure|indicator value|measure value)\b/i
export const SIZE_HEADING = /^(?:n|size|sample size|count|number|cases)$/i
export const MEAN_HEADING = /\b(?:mean|average)\b/i
export const SPREAD_HEADING = /\b(?:sd|s\.d\.|std|stdev|standard deviation)\b/i
/** Values that cannot be added up. */
export const PUBLISHED_HEADING =
  /\b(?:median|percentile|average|mean|rate|rates|ratio|index|score|rating|star|per (?:1,?000|100,?000|head))\b|%|\bper ?cent\b/i
export const PERCENT_HEADING = /%|\bper ?cent(?:age)?\b|\bproportion\b/i

/** "13+ weeks", ">0-1", "104 plus", "IN 15 TO 28 DAYS", "0 <01 weeks": one of a row of waiting bands. */
export const BAND_HEADING =
  /^(?:(?:number |patients |people )?(?:in |within |over |under |after |between )?[<>≥≤]? ?\d+ ?(?:[-–<+]|to|plus|and|$|days|weeks|hours|months|years|hrs)|.*\b\d+ ?(?:[-–]|to) ?\d+\b)/i
/** Parts that may be added up: "Type 1", "Other department". */
export const PART_OF_SUM = /\b(?:type|other|category|class|group|tier) ?\w*\b/i
