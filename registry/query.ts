import { HIGHEST_PORT, type PortRange } from './port-range.ts'
import { isProtocol } from './protocols.ts'
import { plainDigits } from './tokens.ts'
import type { Protocol } from './types.ts'

/** Why a text cannot be looked up; the interface has a plain sentence for each. */
export type HelpReason =
  | 'empty'
  | 'too-long'
  | 'out-of-range'
  | 'negative'
  | 'decimal'
  /** A range whose first port is above its last. */
  | 'backwards'
  /** An address without a port: "192.168.0.1". */
  | 'address'
  | 'not-found'

/** What a typed text asks for. */
export type Query =
  | { readonly kind: 'port'; readonly port: number; readonly protocol?: Protocol; readonly words: string }
  | { readonly kind: 'ports'; readonly ports: readonly number[] }
  | ({ readonly kind: 'range'; readonly protocol?: Protocol } & PortRange)
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'help'; readonly reason: HelpReason }

/** Nobody types a longer query; a pasted page is not searched. */
export const LONGEST_QUERY = 200

const PROTOCOL = '(tcp|udp|sctp|dccp)'
const RANGE = /^(\d{1,9})\s*(?:-|–|—|‒|\.\.+|…|~|\bto\b|\bthrough\b|\bbis\b)\s*(\d{1,9})$/u
/** The end of an authority: "localhost:5432/db", "[::1]:631", "user@host:2222", "*:80", ":8080". */
const AUTHORITY =
  /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^\s/@]*@)?(?:\[[0-9a-f:.%]+\]|[^\s:/[\]]*[^\s:/[\]\d][^\s:/[\]]*|\d+(?:\.\d+){3}|\*?)[:：](\d{1,9})(?:[/?#]\S*)?$/iu
const NOISE =
  /\b(?:ports?|number|no|nr|please|pls|what|whats|which|is|are|the|on|a|an|used|use|for|of|runs?|who|uses|tell|me|about|puerto|porta?|порт|porto)\b|[?!"'`()#№.,;:]/giu

/** "8,080" and "10,000" are one number; "80,443" is a list. */
const GROUPED = /^\d{1,2},0\d\d$/

/** The word for port in scripts that put no blanks around it. */
const UNSPACED = /ポート番号|ポート|端口号?|連接埠|포트/g

/** On the way to "53/udp" or "6000-6063". */
const UNFINISHED = /^(\d{1,9})\s*(?:[-–]|\/\s*(?:t|tc|u|ud|s|sc|sct|d|dc|dcc)?)$/i

/** Reads what somebody typed or pasted. Digits of any script count; words are left to the search. */
export function parseQuery(typed: string): Query {
  if (typed.length > LONGEST_QUERY) return help('too-long')
  const text = plainDigits(typed)
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim()
  if (text === '') return help('empty')
  const [, authority] = AUTHORITY.exec(text) ?? []
  if (authority !== undefined) return number(authority)
  if (/^\d+(\.\d+){3}$/.test(text)) return help('address')
  const { rest, protocol } = takeProtocol(text.replace(UNSPACED, ' ').trim())
  if (/^[-−]\s*\d+$/.test(rest)) return help('negative')
  if (/^\d+\.\d+$/.test(rest)) return help('decimal')
  const [, unfinished] = UNFINISHED.exec(rest) ?? []
  if (unfinished !== undefined) return number(unfinished, protocol)
  if (GROUPED.test(rest)) return number(rest.replace(',', ''), protocol)
  const bare = rest.replace(/(\D|^),|,(?=\D)/g, '$1 ').replace(/^[^\d]*?\bports?\b:?\s*/i, '')
  const [, first, last] = RANGE.exec(bare) ?? RANGE.exec(rest) ?? []
  if (first !== undefined && last !== undefined) return range(Number(first), Number(last), protocol)
  if (/^\d+(?:\s*[,;/&+]\s*|\s+and\s+|\s+)\d/.test(bare) && /^[\d\s,;/&+and]+$/.test(bare)) return list(bare)
  const quiet = rest.replace(NOISE, ' ').replace(/\s+/g, ' ').trim()
  const [digits, ...others] = rest.match(/(?<![\p{L}\d.-])\d+(?![\p{L}\d]|[.-]\d)/gu) ?? []
  if (digits !== undefined && others.length === 0) {
    const words = quiet.replace(digits, ' ').replace(/\s+/g, ' ').trim()
    if (words === '' || digits.length > 1) return number(digits, protocol, words)
  }
  return quiet === '' && protocol === undefined ? help('not-found') : { kind: 'words', words: text }
}

const help = (reason: HelpReason): Query => ({ kind: 'help', reason })

function number(digits: string, protocol?: Protocol, words = ''): Query {
  const port = Number(digits)
  if (port > HIGHEST_PORT) return words === '' ? help('out-of-range') : { kind: 'words', words: `${words} ${digits}` }
  return { kind: 'port', port, words, ...(protocol && { protocol }) }
}

function range(from: number, to: number, protocol?: Protocol): Query {
  if (from > HIGHEST_PORT || to > HIGHEST_PORT) return help('out-of-range')
  if (from > to) return help('backwards')
  return from === to ? number(String(from), protocol) : { kind: 'range', from, to, ...(protocol && { protocol }) }
}

function list(text: string): Query {
  const ports = [...new Set((text.match(/\d+/g) ?? []).map(Number))]
  return ports.some((port) => port > HIGHEST_PORT) ? help('out-of-range') : { kind: 'ports', ports }
}

/** Takes the protocol off "53/udp", "tcp/443", "udp 53", "TCP:80", "tcp port 80". */
function takeProtocol(text: string): { rest: string; protocol?: Protocol } {
  const [all, name = ''] =
    new RegExp(`^${PROTOCOL}(?:[/:\\s]\\s*(?=\\d|ports?\\b))`, 'i').exec(text) ??
    new RegExp(`(?<=\\d)\\s*[/\\s]\\s*${PROTOCOL}$`, 'i').exec(text) ??
    []
  const protocol = name.toLowerCase()
  if (all === undefined || !isProtocol(protocol)) return { rest: text }
  return { rest: text.replace(all, ' ').trim(), protocol }
}
