export type Protocol = 'tcp' | 'udp' | 'sctp' | 'dccp'

/** What IANA's registry says of a port with one protocol. `dynamic`: 49152 to 65535, never assigned (RFC 6335). */
export type Status = 'assigned' | 'reserved' | 'unassigned' | 'deregistered' | 'private' | 'dynamic'

/** RFC 6335's three ranges: system 0–1023, user 1024–49151, dynamic 49152–65535. */
export type RangeName = 'system' | 'user' | 'dynamic'

/** A service as registered with IANA: the rows of all its protocols together. */
export interface Service {
  /** The registered service name ("postgresql"). */
  readonly name: string
  /** Other registered names for the same port that are aliases of this one ("www", "www-http" for "http"). */
  readonly aliases: readonly string[]
  readonly description: string
  readonly protocols: readonly Protocol[]
  /** First and last port of the registration; equal for a single port. */
  readonly from: number
  readonly to: number
  readonly assignee?: string
  readonly contact?: string
  /** ISO dates, or year and month, as registered. */
  readonly registered?: string
  readonly modified?: string
  /** "RFC9293", or a URL. */
  readonly references: readonly string[]
  /** IANA's column "Unauthorized Use Reported", as written. */
  readonly unauthorized?: string
  /** True where IANA notes that the row records a widespread use that was never assigned. */
  readonly unofficial?: boolean
}

/** A real-world use from data/uses. */
export interface Use {
  /** Product or protocol ("PostgreSQL"). */
  readonly name: string
  /** What the port does for it ("client connections"). */
  readonly role?: string
  readonly aliases: readonly string[]
  /** Subject area, a key of SUBJECTS in data/uses/README.md ("database"). */
  readonly subject: string
  readonly from: number
  readonly to: number
  readonly protocols: readonly Protocol[]
  /** True where the product listens here unless told otherwise; false where it is only common. */
  readonly isDefault: boolean
  /** How it relates to the registered name: the same thing, another thing, or nothing is registered. */
  readonly registered: 'same' | 'other' | 'none'
  /** URL scheme, where one can open it. */
  readonly scheme?: string
  readonly encryption?: 'always' | 'optional' | 'never' | 'starttls'
  /** Key of the one calm line on exposure ("no-auth"). */
  readonly exposure?: string
  /** A URL where the fact can be checked. */
  readonly source: string
  /** Whether the source was read and says so. */
  readonly checked: boolean
  /** How commonly people meet the product, 1 (hardly ever) to 5 (everywhere). */
  readonly weight: number
  /** Words that stand near the port when this product is meant; lower case. */
  readonly words: readonly string[]
  /**
   * Set only by `rank`: the page names the product beside a port on which it is not known. `from` and `to` are where it
   * usually listens.
   */
  readonly elsewhere?: boolean
}

export interface PortKnowledge {
  readonly port: number
  readonly range: RangeName
  /** Status over all protocols (the most assigned one), or for the protocol asked for. */
  readonly status: Status
  readonly statusByProtocol: Readonly<Record<Protocol, Status>>
  /** Registered services, those of the protocol asked for first. */
  readonly services: readonly Service[]
  /** Real-world uses, the likeliest first. */
  readonly uses: readonly Use[]
  /** Set where the registered service is known to have no current use. */
  readonly ghost?: Ghost
  /** Set where IANA took a service back and nothing took its place. */
  readonly former?: Former
}

/** A registered service that nothing current is known to use. */
export interface Ghost {
  /** The registered service's name. */
  readonly service: string
  readonly reason: string
  readonly source: string
}

/** What was registered on a port that is not assigned any more. */
export interface Former {
  /** Absent where IANA does not say what it was. */
  readonly name?: string
  /** ISO date of its withdrawal. */
  readonly withdrawn?: string
}

/** The text around a mention, as it stands; a few hundred characters of each do. Nearer text counts more. */
export interface Surroundings {
  /** Text of the same block before the mention. */
  readonly before?: string
  /** Text of the same block after the mention. */
  readonly after?: string
  /** What belongs to the mention more closely than the block: row heading, column heading, a list's lead-in, its host. */
  readonly label?: string
  /** Headings that the mention stands under. */
  readonly headings?: string
  /** The page's title and site. */
  readonly title?: string
}
