import { PORT } from './dictionary'
import { claimed } from './elsewhere'
import { isHardwarePort } from './port-word'
import type { Reading, Verdict } from './reading'
import type { Span } from './spans'

/** `port = given ? Number(given) : 8080`, `--port', type=int, default=8000`, `PORT ?? 3000`: what holds if nothing else does. */
const FALLBACK =
  /^["'`\])]*(?:\s*:?=[^=\n;][^\n;]{0,60}|,\s(?:(?!["'`]-)[^;]){0,60})(?:\s:|\selse|\?\?|\|\||\bor|\bdefault\s*=)\s*["'`]?$/
/** `expect(url.port).toBe('8080')`, `assertThat(port).isEqualTo(8080)`, `(url.port(), Some(8080))`. */
const ASSERTED = /^(?:_?[oO]r\w+)?["'`]?(?:\(\))?\)*(?:, |\.)(?:[A-Za-z_. ]+\()?["'`]?$/
/** `assertEquals(8080, url.getPort())`: what the port is expected to be stands before it. */
const ASSERTION = /(?<=(?:assert|expect|equal|same|check|\bis|\bok)\w*!?[ (]+(?:t, )?(?:@?\w+\((?:\w+, )?)?["'`]?)/iy
const EXPECTED = /^["'`]?\)?, [^\n;]{0,44}?(?:\b|_|[a-z](?=P))[pP]ort(?:_?[oO]r\w+)?(?:\(\w*\))?(?:\)|\s*\n|\s*$)/
/** `ports = { ftp: 21, ssh: 22 }`, `enum Port { HTTP = 80, HTTPS = 443 }`: every entry pairs a name with a number. */
const ENTRIES =
  /^\w*["']?(?: "[\w-]+"(?= \{)|: ?[\w<>, [\]|]{1,40}=)?(?: *[:=]+ *\(| *(?:=>|[:=]*) *[{[])\s*(?:["']?[A-Za-z][\w.-]*["']?\s*(?:=>|[:=])\s*["']?\d+["']?,?\s*(?:(?:#|\/\/)[^\n]*\n\s*)?)*["']?[A-Za-z][\w.-]*["']?\s*(?:=>|[:=])\s*["']?$/
const CASES = /^\)\s*\{(?:[^{}]|\{[^{}]*\})*\bcase $/

/** `Port: aws.Int64(443)`, `port = Some(8080)`, `name: PORT, value: "8080"`: what turns a value into a type, or a pair, stands between. */
const WRAPPED =
  /^["'`\])}]*\s*(?::?=|:|=>|,|\()\s*(?:[\w.:]*[.:])?(?:Some|To|U?int\w*|Number|htons|parse\w*|ToInt\w*|FromInt|valueOf|eq)\("?$|^["'`/,]*\s*<?["'`]?value["'`]?\s?[:=>]\s*["'`]?$|^(?!_count)[\w-]*"\s*\{[^{}]*\n\s*default\s*=[\s["]*$|^\)*\.(?:to|should) (?:eq|==|be) $/i

const said = (rule: string): Verdict => ({ rule, kind: 'config' })

/** Numbers of code that belong to a port named some tokens before them. */
export function byCode(r: Reading, span: Span): Verdict | undefined {
  if (!':=?|>(,.erlq\n['.includes(r.mark)) return undefined
  if (',)"\'`'.includes(r.right) && ((EXPECTED.test(r.tail) && r.back(ASSERTION)) || /^, ["']port["']\)/.test(r.tail)))
    return said('port-asserted')
  const word = r.wordBefore(span, PORT, 200)
  if (!word || !/^["'`]?\s*(?:[,;:)}\]\n]|$)/.test(r.tail)) return undefined
  const gap = r.text.slice(word.end, span.start)
  if (FALLBACK.test(gap)) return said('port-fallback')
  if (WRAPPED.test(gap)) return said('port-wrapped')
  if (
    ASSERTED.test(gap) &&
    /^["'`]?\)/.test(r.tail) &&
    !/^\)+, /.test(gap) &&
    (span.from > 19 || r.head.includes('ssert'))
  )
    return said('port-asserted')
  if (ENTRIES.test(gap) && !isHardwarePort(r, word, span) && !claimed(r, span)) return said('port-entries')
  return CASES.test(gap) ? said('port-case') : undefined
}
