/** What a word found in a field is worth: the likelier the field is what people mean, the more. */
export const FIELD = {
  name: 10,
  alias: 9,
  camelPart: 5,
  role: 10,
  scheme: 3,
  subject: 7,
  words: 2,
  serviceName: 6,
  serviceDescription: 3,
} as const

/** How well a word of the index answers a word of the query. */
export const MATCH = {
  exact: 1,
  /** A prefix is worth this and up to `prefixRest` more, the nearer it is to the whole word. */
  prefix: 0.55,
  prefixRest: 0.35,
  typo: 0.45,
  /** A slip in a word that is not finished. */
  unfinished: 0.3,
} as const

/** Added to what the words score. */
export const BONUS = {
  /** The query is the whole name, or alias. */
  wholeName: 8,
  wholeAlias: 7,
  /** The name begins with the query. */
  nameStart: 2,
  /** The query is the scheme with which one opens the use: "https" is 443, not 80. */
  scheme: 3,
  /** For the first port that a product's entry lists, half for the second, a third for the third … */
  firstListed: 4,
  /** For each step of a use's likelihood (about 1 to 8). */
  likelihood: 0.9,
  /** A registered service has no likelihood: it counts as a use hardly anyone meets. */
  service: 1,
  /** … a little more for system ports, which were given with care. */
  systemService: 1.5,
} as const

/** Words of a query that say nothing of what is looked for: they help where they match and never hurt. */
export const FILLERS = new Set(
  'a an and at by default for from in is it number of on or port ports protocol server service tcp the to udp uses using what which with'.split(
    ' ',
  ),
)

/** Share of a query's weight that a filler has. */
export const FILLER_WEIGHT = 0.15
