import { ANY_NUMBER, DICTIONARY, HARDWARE, PLURAL, PORT, UNSPACED } from './dictionary'

/** A word that says something, and where it stands. */
export interface Word {
  readonly start: number
  readonly end: number
  readonly says: number
}

/** Longest word of the dictionary with letters beyond ASCII, in UTF-16 units. */
const LONGEST = 16
/** Longest name whose end we look at, for `dbport`. */
const LONGEST_COMPOUND = 31

// A table by hash: what a word says is known with its last letter, without cutting it out of the text. It is made when the
// first word is read: most frames have no number that asks for one.
const SLOTS = 4096
const hashes = new Int32Array(SLOTS)
const meanings = new Uint16Array(SLOTS)

const mix = (hash: number, code: number): number => Math.imul(hash ^ code, 0x5bd1e995)

function slotOf(hash: number): number {
  let slot = hash >>> 20
  while (hashes[slot] && hashes[slot] !== hash) slot = (slot + 1) & (SLOTS - 1)
  return slot
}

function hashOf(lower: string): number {
  let hash = 1
  for (let i = 0; i < lower.length; i++) hash = mix(hash, lower.charCodeAt(i))
  return hash
}

/** Adds to what a lower-case word says. */
function teach(word: string, says: number): void {
  const hash = hashOf(word)
  const slot = slotOf(hash)
  hashes[slot] = hash
  meanings[slot] = (meanings[slot] as number) | says
}
let isLearnt = false
type Teach = typeof teach
const lessons: ((teach: Teach) => void)[] = []

/** Has more words taught with those of the dictionary. */
export const teachWithDictionary = (lesson: (teach: Teach) => void): unknown => lessons.push(lesson)

function learn(): void {
  isLearnt = true
  for (const [says, words] of DICTIONARY) {
    for (const entry of words.split(' ')) {
      const [stem = '', endings = says & ANY_NUMBER ? ',s' : ''] = entry.split('|')
      for (const ending of endings.split(',')) teach(stem + ending, says)
    }
  }
  for (const lesson of lessons) lesson(teach)
}

/** Glued compounds that end in "port" and are not about ports. */
const NOT_PORTS =
  /(?:sup|im|ex|eks|re|trans|tras|pass?|air|aero|rap|view|tele)$|^(?:an?|n|s|so|su|es|ra|pasa|pasz|op|dis|sea|com|ap|de|new|car|heli|space|spot|pur|free|star|stads|toegangs|flug)$/

/** What a name says that ends in the word for port: dbport, Standardporten, netwerkpoort. */
function compound(lower: string): number {
  const at = Math.max(lower.lastIndexOf('port'), lower.lastIndexOf('poort'))
  if (at < 1) return 0
  const says = (meanings[slotOf(hashOf(lower.slice(at)))] as number) & (PORT | PLURAL)
  return says && !NOT_PORTS.test(lower.slice(0, at)) ? says : 0
}

/** What a single word says; 0 for a word we have nothing to say about. Reads compounds such as `dbport` as PORT. */
export function meaning(word: string): number {
  const lower = word.toLowerCase()
  if (!isLearnt) learn()
  return meanings[slotOf(hashOf(lower))] || compound(lower)
}

/** Support, report, import, export, passport, transport, airport, portfolio. */
const OTHER_WORDS =
  /(?:[サレス]|イン|クス|ンス|エア|ュー)ポート|(?:[리서임]|익스|패스|랜스|에어|뷰)포트|포트폴|[ริซ]พอร์ต/
const UNSPACED_STARTS = UNSPACED.map(([word]) => word.charAt(0)).join('')

/** Below 128: 1 for a capital, 2 for a small letter. */
const LETTERS = new Uint8Array(128).fill(1, 65, 91).fill(2, 97, 123)

/** Part of a word, in any script: 1 for a capital of A to Z, 2 for another letter, 3 in scripts without spaces. */
export const letter = (code: number): number =>
  code < 128
    ? (LETTERS[code] as number)
    : (code >= 0x2000 && code < 0x2c00) ||
        (code >= 0x3000 && code < 0x3040) ||
        code >= 0xff00 ||
        code === 0xa0 ||
        code === 0xab ||
        code === 0xbb
      ? 0
      : code > 0x2e7f
        ? 3
        : 2

/** Appends the words between `from` and `to` that say something. Both should lie between words. */
export function readWords(text: string, from: number, to: number, into: Word[]): void {
  if (!isLearnt) learn()
  for (let i = from; i < to;) {
    let code = text.charCodeAt(i)
    let kind = letter(code)
    if (!kind) {
      i++
      continue
    }
    const start = i
    let ascii = true
    let hash = 1
    // The last p of the word.
    let p = 0
    for (;;) {
      hash = mix(hash, code | 32)
      if ((code | 32) === 112) p = i
      if (code > 127) {
        ascii = false
        if (UNSPACED_STARTS.includes(text.charAt(i)) && !OTHER_WORDS.test(text.slice(Math.max(0, i - 3), i + 5)))
          for (const [word, says] of UNSPACED)
            if (text.startsWith(word, i)) into.push({ start: i, end: i + word.length, says })
      }
      if (++i >= to) break
      code = text.charCodeAt(i)
      const next = letter(code)
      // containerPort is container, Port. TCP端口 is TCP, 端口.
      if (!next || (kind > 1 && next === 1) || kind > 2 !== next > 2) break
      kind = next
    }
    const length = i - start
    let says = 0
    if (ascii) says = meanings[slotOf(hash)] as number
    else if (length <= LONGEST) says = meaning(text.slice(start, i))
    if (!says && p > start && length <= LONGEST_COMPOUND && (text.charCodeAt(p + 1) | 32) === 111)
      says = compound(text.slice(start, i).toLowerCase())
    // example.com, Alpha.Serial
    if (says & HARDWARE && text.charCodeAt(start - 1) === 46) continue
    if (says) into.push({ start, end: i, says })
  }
}

/** The nearest offset at or before `offset` that is not inside a word; in an endless word, `offset` itself. */
export function wordEdge(text: string, offset: number): number {
  if (offset <= 0) return 0
  if (offset >= text.length) return text.length
  for (let i = offset; i > offset - 24 && i > 0; i--) {
    const code = text.charCodeAt(i - 1)
    if (code === 32 || code === 10 || code === 46 || code === 9) return i
  }
  return offset
}
