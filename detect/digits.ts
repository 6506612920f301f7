/** A digit, also in Arabic, Persian, Devanagari, Bengali and full-width writing. */
export const DIGIT = /[\d٠-٩۰-۹०-९০-৯０-９]/
const OTHER = /[٠-٩٫٬۰-۹०-९০-৯０-９]/
const OTHERS = /[٠-٩٫٬۰-۹०-९০-৯０-９]/g

/** The text with the digits that rules read, and as long. */
export const withPlainDigits = (text: string): string => (OTHER.test(text) ? text.replace(OTHERS, plain) : text)

function plain(char: string): string {
  if (char === '٫') return '.'
  if (char === '٬') return ','
  const code = char.charCodeAt(0)
  return String((code & 15) - (code >> 8 === 9 ? 6 : 0))
}
