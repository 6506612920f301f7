import { AND, GLUE, LEAD, REFERENCE } from './dictionary'
import type { Reading } from './reading'
import { isKnownPort, namesItsService } from './services'
import type { Span } from './spans'

/** "SMTP: ", "IMAP (SSL): " at the start of an entry. */
export const SETTING =
  /(?:^|[\n,;|•*{([-])\s*["'`*]*[A-Za-z]\w+(?: [A-Z]\w+| \([A-Z/]+\))?["'`*]*(?:: ?| ?=>? ?)["'`*]*$/
export const SECURE = /^[\s(/,|]{1,3}(?:(?:with|over|using|requires) )?(?:SSL|TLS|STARTTLS)\b/i
/** 80,443: a list, not thousands. */
export const isPair = (tail: string, { from }: Span): boolean =>
  isKnownPort(from) && isKnownPort(parseInt(tail.slice(1)))
export const COUNT = /^[\s-]ports?\b/i
/** "the timeout is 3000", "a limit of 1024 to 4096" */
export const claimedBefore = (r: Reading, span: Span): boolean => {
  const word = r.wordBefore(span, REFERENCE, 30)
  return (
    !!word &&
    !(word.says & (GLUE | LEAD)) &&
    !r.head.includes('mmand line') &&
    IS.test(r.text.slice(word.end, span.start))
  )
}
const IS = /^(?: (?:is|was|of|from|to|be|at|up|by|set|\d+))+ $|^(?: in \w+)?,? ?[[(]default[^\n]*$/i
/** A character of a script without spaces that does not lead up to a number: 最大连接数5000. */
export const UNSPACED_BEFORE =
  /[\u3041-\u30ff\u4e00-\u9fff\uac00-\ud7a3](?<![为為是用在从由到至成改换換听聽放问問认認设設定口号號行许許开開启啟绑綁射即如和与與及或了果はをがでもとにのら은는이가을를와과])/
export const GLUED_BEFORE = /[\w\u00c0-\u0dff%#+@/\\.:^]$|(?<![\u05d0-\u05ea])-$|\+ $/
export const GLUED_AFTER = /^(?:[-\w+%'’\\/]|\.\d|:[\w:]|,\d{3}\b)/
export const STATUS = /^ (?:OK|Bad Re|Not? [A-Z]|Found|Moved|Forbidden|Unauth|Internal|Service Un)/
export const IS_PORT =
  /^["'`*,]*\s+(?:(?:is|are|being|as) (?:the|a|an|your|its)|ist|est|es|é|è|er|är|jest|to|je|este|adalah|là|(?:[—–-] )?это|—)\s[^.;\d]*$/
export const COPULA =
  /(?<=\s(?:is|be|est|es|è|é|este|ist|är|er|jest|to|je|είναι|adalah|là|está|है)\s(?:(?:set to|actually|now|still)\s)?["'`*]*)/iy
/** Nothing before it on its line but a list's mark. */
export const ENTRY = /(?<=(?:^|\n)[ \t]*(?:[-*•][ \t]+)?["'`*]*)/y
export const OPENED = /(?<=\(["'`*\s]*)/y
export const ALSO_LED =
  /(?<=\b(?:on|via|over|us(?:es?|ing)|say|like|not|assumes?|through|statt|lieber|auf|durch|gegen|nimm|sur|en|el|em|l[ae]|par|mettez|mettre|por|pel[ao]|na|op|naar|til|till|sulla|di|ke|menjadi|nehmen Sie)[ \t]+["'`*]*|(?:[改换換][为為成到]?|変更|から|используйте|在|[をは는은]|에서)\s?|[\u05d1\u05dc][-־]|(?:^|\s)(?:на|по|στη|στην|pe|på|на|ở|thành|sang|على|روی|إلى|על|ที่|เป็น|से|az?)\s["'`*]*)/iy
export const ENDS =
  /^["'`*)]*(?:[.,;:!?)](?!\d)|[。，、）でに에을를からと后後来]|으?로|[-‑]\p{L}{1,3}(?=[\s.,]|$)|\s*$|\s+(?:and|or|for|und|et|y|e|i|in|too|also|instead|as|but|\(|–|-)|\n)/u
export const endsClause = (r: Reading, span: Span, tail: string): boolean =>
  ENDS.test(tail) || !!r.wordAfter(span, AND | GLUE | LEAD, 2)
/** "HTTP 80, HTTPS 443": the number before had its service too. */
export const followsOwn = (r: Reading, last: Span): boolean =>
  namesItsService(r.text.slice(Math.max(0, last.start - 16), last.end + 12), last.from)
/** "(default: ", "Defaults to ": what is said of a port by itself. */
export const DEFAULT =
  /[([.;,，（] ?["'`]?(?:\p{L}+ ){0,2}(?:def[aeo.]|défaut|padrão|standard|predet|умолч|підраз|domyś|varsay|mặc định|oletus|默认|預設|デフォルト|기본|hard-?coded)[^\d\n]{0,16}$/iu
/** What means a place before a number. */
export const ON_BEHIND = /(?<=\s(?:on|auf|sur|en|em|sulla|na|на|på|op|pe|στη|using|occupies|behind)\s["'`*]*)/y
export const ADDRESS = /(?<=(?:(?:\d{1,3}\.){3}\d{1,3}|\blocalhost)[ \t|]+)/y
export const ARGUMENT = /(?<=\w(?<!port)\(["']?)/iy
export const OTHER_KEY =
  /(?<=(?:^|\n)[ \t]*[A-Z][a-z]+[A-Z]\w*[a-z][ \t]+|[\w"'`\])][ \t]*(?:[=:]|={2,3}|=>)[ \t]*\[?["'`]?(?:\d+["'`]?, ?["'`]?)*)/y
/** Things that are counted: 8080 copies. */
export const PLURAL_NOUN = /^ [a-z]{3,}s\b(?! (?:it|on|to|in|as|the|with)\b)/
export const NOUN =
  /^\s(?!(?:or|is|are|was|for|on|to|if|in|by|with|from|as|at|but|and|then|which|that|when|into|has|und|instead|too|also|again|only|rather|while|because|since|unless|though|here|there|now|via|without)\b)[a-z]{3}/
