// What each sign is worth. A number is a port from THRESHOLD on. Tuned on one half of the corpus, checked on the other.
/** "port" stands before the number in the same sentence … */
export const PORT_BEFORE = 3.2
/** … less this for each word between that carries meaning, */
export const WORD_BETWEEN = -0.45
/** this for a comma, a dash or a bracket between, */
export const CLAUSE_BETWEEN = -0.3
/** and this when a sentence or a line ends between. */
export const SENTENCE_BETWEEN = -1.1
/** Another number stands between: "port 80 … 25". */
export const NUMBER_BETWEEN = -1
/** That number has the word to itself: "port 8443 for 22 days". */
export const TAKEN = -1.5
/** "port" stands after the number, not far. */
export const PORT_AFTER = 1.2
/** "50111 is the local port of the tunnel". */
export const IS_PORT = 2.5
/** "The port that our server uses is 4711". */
export const COPULA = 0.8
/** Opens a line that goes on to speak of ports: "- 9100: metrics port". */
export const ENTRY = 1.2
/** An argument of some function that is not about ports. */
export const ARGUMENT = -3
/** A verb of listening, serving, forwarding before the number. */
export const OPENS = 1.3
/** "on 3000" where networks are the subject. */
export const TALK = 0.7
/** "on", "to", "at", "(" lead up to it. */
export const LED = 1
/** "default is", "usually". */
export const BY_DEFAULT = 0.8
/** … in so many words: "(default: ". */
export const DEFAULTED = 1.6
/** An address stands right before it: 10.0.0.1 6379. */
export const ADDRESS = 1.8
/** Marked up as code, or quoted. */
export const QUOTED = 0.6
/** All there is on its line, a cell of a table that was flattened. */
export const ALONE = 1.3
/** A number that readers know as a port. */
export const KNOWN = 1
/** Four or five digits. */
export const LONG = 0.4
/** Its own service is named beside it: SSH 22. */
export const SERVICE = 1.6
/** … as its label, "IMAP: 993", or with what secures it, "POP3 995 SSL". */
export const SETTING = 0.5
/** A unit follows: 80 bytes. */
export const UNIT = -4
/** Another word claims the number: line 80. */
export const CLAIMED = -4
/** A lower-case noun follows, as after a quantity. */
export const NOUN = -0.9
/** It is the value of some other key. */
export const OTHER_KEY = -2.5
/** Looks like a year. */
export const YEAR = -1.5
/** One digit, or two that nobody knows as a port. */
export const SMALL = -1.2
/** Ports of hardware are the subject. */
export const HARDWARE = -3
/** Another port was named shortly before. */
export const AMONG = 0.9
/** The next number is a port. */
export const BEFORE_PORT = 1
/** … and "on", "via", "uses" lead up to this one too. */
export const ALSO_LED = 0.8
/** … and a comma parts it from this one, which is known and ends its clause: "the web on port 80, the database 5432". */
export const PARALLEL = 0.3
/** … and the number is the next one or so: what is tried when the other is taken. */
export const NEIGHBOUR = 2.5
/** Known, four or five digits, and not a round number: little else is called 5432 or 8443. */
export const UNMISTAKABLE = 0.6
/** Glued to letters, a slash or a hyphen. */
export const GLUED = -3
export const THRESHOLD = 3
/** From here on a number is one if the next is. */
export const ALMOST = THRESHOLD - BEFORE_PORT
