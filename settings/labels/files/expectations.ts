import { readFile } from './read-file'
import type { Reading } from './reading'

export const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What a file with this text says; throws where it is not read at all. */
export function read(text: string, name = 'file'): Reading {
  const answer = readFile(bytes(text), name)
  if ('unreadable' in answer) throw new Error(answer.unreadable)
  return answer.reading
}
