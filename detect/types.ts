export type Protocol = 'tcp' | 'udp' | 'sctp' | 'dccp'

/**
 * A stretch of text that a reader takes in as one: a paragraph, a list item, a table cell, a code block.
 * Only `text` is required; everything else is what the page knows about the text's surroundings.
 */
export interface TextBlock {
  /** The text as it stands in the document: white space and line breaks are not collapsed. */
  readonly text: string
  /** Offsets in `text`, ascending, at which an inline element starts or ends (`localhost` `:` `5432` in three spans). */
  readonly edges?: readonly number[]
  /** Text stands in `<pre>`, `<code>` or the like: line breaks in it are real. */
  readonly code?: boolean
  /** The table column's heading, for a cell ("Port", "TCP port"). Several heading rows are joined with a space. */
  readonly column?: string | undefined
  /** The row's heading or first cell, for a cell; the term, for a definition. */
  readonly row?: string | undefined
  /** The texts of the row's other cells, joined with ` | `, for a cell of a table without headings. */
  readonly cells?: string
  /** The heading or lead-in sentence above a list or table ("Open these ports:"). */
  readonly above?: string | undefined
  /** Port numbers that the text shortly before this block mentioned. A bare repeat of one of them may count. */
  readonly recent?: readonly number[]
}

/** How the text says that the number is a port. */
export type MentionKind =
  | 'authority' // localhost:3000, 10.0.0.1:22, *:80
  | 'word' // port 22, ポート443番
  | 'protocol' // 53/udp, TCP:80
  | 'command' // ssh -p 2222, listen 80;
  | 'config' // PORT=3000, "port": 27017
  | 'mapping' // 8080:80
  | 'table' // a cell in a column headed Port
  | 'again' // "I tried 8080 too"

/** Which end of a mapping or connection the number stands for. */
export type Side = 'host' | 'container' | 'local' | 'remote'

/** One port or one range of ports, named in a text. */
export interface Mention {
  /** UTF-16 offsets in the block's text of what is to be marked; `end` is exclusive. Never overlaps another mention. */
  readonly start: number
  readonly end: number
  /** The port, 0 to 65535; for a range its two ends, `from` < `to`. An open range has its stated end in both. */
  readonly from: number
  readonly to: number
  /** The transport, where the text states it: beside the number, in a flag, a column or a heading. */
  readonly protocol?: Protocol | 'tcp+udp'
  /** The host as written, without brackets, for an authority. */
  readonly host?: string
  readonly kind: MentionKind
  readonly side?: Side
  /** The name of the rule that found it, for `npm run explain`. */
  readonly rule: string
}
