/** How much of a file is looked at to tell text from something else, in bytes. */
const SAMPLE = 65_536

/**
 * A file's text: by its byte order mark, or as UTF-8, or where it is not that as Windows-1252, which every byte has a
 * letter in. Undefined where the bytes are no text.
 */
export function decode(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const sample = bytes.subarray(0, SAMPLE)
  const control = sample.reduce((count, byte) => count + (isControl(byte) ? 1 : 0), 0)
  if (sample.includes(0) || control * 50 > sample.length) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const isControl = (byte: number): boolean => byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13
