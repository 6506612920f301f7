import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'

export const ROOT = dirname(import.meta.dirname)

export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** What is between backticks. */
export const quoted = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside)

/** What is between backticks in the first column of the tables of a text. */
export const rowsOf = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => quoted(line.split('|')[1] ?? ''))

/** Expects words in a document, without printing all of it where they are missing. */
export const has = (doc: string, words: string): void =>
  expect(read(doc).includes(words), `${doc} says “${words}”`).toBe(true)
