import { ENDING, HARDWARE, KEY_ONLY, PLURAL, PORT } from './dictionary'
import { joint } from './lists'
import { isHardwarePort, isYear } from './port-word'
import type { Reading, Verdict } from './reading'
import { isKnownPort } from './services'
import type { Span } from './spans'

const GAP_AFTER =
  /^["'`*\])”」』）]*(?:\s|\u00a0|-)?(?:[(（「]?)(?:番の?|号|번|[这這]个|這個|という|numaralı|nolu|no'?lu)?\s?(?:TCP|UDP|(?<=numaralı )[A-Z]{2,6})?\s?["'`*]*(?:ba)?$/iu

/** "80 portu", "5672 port", "443 端口", "80 and 443 ports": the number, then the word. */
export function byWordAfter(r: Reading, span: Span): Verdict | undefined {
  const word = r.wordAfter(span, PORT, 20)
  if (!word || word.says & KEY_ONLY) return undefined
  const whole = r.text.slice(span.end, word.start)
  const gap = whole.replace(ENDING, '')
  if (!GAP_AFTER.test(gap) || (whole.startsWith('.') && /\p{Lu}/u.test(r.text.charAt(word.start)))) return undefined
  if (/[\w/.#-]$/.test(r.before(span, 1)) || isYear(span)) return undefined
  const text = r.text.slice(word.start, word.end)
  const behind = r.text.slice(word.end, word.end + 24)
  if (
    /^(?:porta|porto|porte|puerto|poort|puertos|port(?:number|num|no|range)|portas)$|^.+port$/i.test(text) &&
    /^[a-z]/i.test(text) &&
    !/n(?:umara|o'?)l[ıu] $/.test(gap)
  )
    return undefined
  // "in 2019 port 80", `125 port web 80/tcp`: the word belongs to the number behind it.
  if (/^(?:[\s#:=]{1,3}["'`*]*\d| [\w-]+ \d+\/(?:tc|ud)p)/.test(behind)) return undefined
  if (word.says & PLURAL)
    return span.from > 19 &&
      (isKnownPort(span.from) || span.from > 4999 || r.back(/(?<=\bthe )/y)) &&
      joinedBefore(r, span)
      ? { rule: 'numbers-ports', kind: 'word', list: true }
      : undefined
  // 48 port, 48ポート of a switch
  if (!gap.trim() && span.from < 100 && !isKnownPort(span.from) && /^(?:port|ポート|포트|埠)$/i.test(text))
    return undefined
  const latin = text.charCodeAt(0) < 128
  if (latin) {
    if (
      /^-/.test(gap) ||
      span.from < 20 ||
      /^\s*(?:switch|hub|router|card|usb|hdmi|serial|of\b|gigabit|ethernet)/i.test(behind)
    )
      return undefined
    if (/^[A-Z]/.test(text) && !/^PORT$/.test(text) && /\s[A-Z]/.test(behind)) return undefined
  } else if (span.from < 10 && r.wordBefore(span, HARDWARE, 160)) return undefined
  if (isHardwarePort(r, word, span)) return undefined
  return { rule: 'number-port', kind: 'word' }
}

const joinedBefore = (r: Reading, span: Span): boolean => {
  const last = r.spans.at(r.at - 1)
  return !!last && span.start - last.end < 14 && joint(r, last.end, span.start)
}
