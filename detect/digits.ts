/** A digit, also in Arabic, Persian, Devanagari, Bengali and full-width writing. */
export const DIGIT = /[\d٠-٩۰-۹०-९০-৯０-９]/
const OTHER = /[٠-٩٫٬۰-۹०-९০-৯０-９]/
const OTHERS = /[٠-٩٫٬۰-۹०-९০-৯０-９]/g

/** A line's end, a tab or a quote in a string of code. */
const ESCAPED = /\\+[nrt"']/g

/** Backslashes are a path's. */
const WINDOWS = /\b[A-Z]:\\\w/

/** The text with the digits that rules read, what code escapes written out, and as long. */
export const withPlainDigits = (text: string): string => {
  const read = OTHER.test(text) ? text.replace(OTHERS, plain) : text
  return read.includes('\\') && !WINDOWS.test(read) ? read.replace(ESCAPED, writtenOut) : read
}

function writtenOut(escaped: string): string {
  const last = escaped.charAt(escaped.length - 1)
  return (last === 'n' ? '\n' : last === 't' ? '\t' : last === 'r' ? ' ' : last).padStart(escaped.length)
}

function plain(char: string): string {
  if (char === '٫') return '.'
  if (char === '٬') return ','
  const code = char.charCodeAt(0)
  return String((code & 15) - (code >> 8 === 9 ? 6 : 0))
}
