/** Zeros of the decimal digits that people have on their keyboards, beside ASCII's (NFKC has made full-width ones plain). */
const ZEROS = [
  0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xe50, 0xed0, 0xf20, 0x1040,
  0x17e0, 0x1810,
]

/** Any script's digits as ASCII's: "٨٠٨٠" is 8080. */
export function plainDigits(text: string): string {
  return text.normalize('NFKC').replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0
    const zero = ZEROS.find((start) => start <= code && code < start + 10)
    return zero === undefined ? digit : String(code - zero)
  })
}

/** The words of a text in lower case: runs of letters and digits, accents dropped, "+" and "#" kept behind letters ("c++"). */
export function tokensOf(text: string): string[] {
  const folded = foldAccents(text)
  return (ASCII.test(folded) ? folded.match(/[a-z0-9]+(?:\+\+|#)?/g) : folded.match(/[\p{L}\p{N}]+(?:\+\+|#)?/gu)) ?? []
}

/** Letters and digits alone: "Open WebUI" and "open-webui" are one. */
export function joined(text: string): string {
  const folded = foldAccents(text)
  return folded.replace(ASCII.test(folded) ? /[^a-z0-9+#]+/g : /[^\p{L}\p{N}+#]+/gu, '')
}

/** Most texts; the slower rules for all of Unicode are for the others. */
const ASCII = /^[\x00-\x7f]*$/

function foldAccents(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase()
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** By what names are sorted and compared word for word: "Open WebUI" is "open webui". */
export function sortKey(text: string): string {
  return tokensOf(text).join(' ')
}

/** "PostgreSQL" to ["postgre", "sql"], "OpenVPN" to ["open", "vpn"]: people search for the parts too. */
export function camelParts(text: string): string[] {
  const parts = text.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g) ?? []
  return parts.length < 2 ? [] : parts.filter((part) => part.length > 1).map((part) => part.toLowerCase())
}
