import { type Document, isAlias, isMap, isSeq, LineCounter, parseAllDocuments } from 'yaml'

export type Path = readonly (string | number)[]

/** A YAML document: its value with aliases and merges done, and the line in which something of it stands. */
export interface YamlPage {
  readonly value: unknown
  readonly lineOf: (path: Path) => number | undefined
}

export interface YamlFile {
  readonly pages: readonly YamlPage[]
  readonly errors: readonly { readonly line: number; readonly text: string }[]
}

/** Reads YAML 1.2 (where 22:22 is no number in base 60), with `<<` merged. JSON is YAML. Never throws. */
export function readYaml(text: string): YamlFile {
  const lines = new LineCounter()
  const lineOf = (offset: number) => lines.linePos(offset).line
  const pages: YamlPage[] = []
  const errors: { line: number; text: string }[] = []
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    merge: true,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  })
  for (const document of Array.isArray(documents) ? documents : []) {
    for (const { pos, message } of document.errors) errors.push({ line: lineOf(pos[0]), text: message })
    try {
      const value: unknown = document.toJS()
      pages.push({ value, lineOf: (path) => placeIn(document, path, lineOf) })
    } catch (error) {
      // An alias of nothing, or aliases of aliases that would fill the memory.
      errors.push({ line: lineOf(document.range[0]), text: error instanceof Error ? error.message : '' })
    }
  }
  return { pages, errors }
}

/** The line of the deepest node on a path; what was merged in from elsewhere has that of its map. */
function placeIn(document: Document.Parsed, path: Path, lineOf: (offset: number) => number): number | undefined {
  let node: unknown = document.contents
  let line: number | undefined
  for (const step of [...path, undefined]) {
    if (isAlias(node)) node = node.resolve(document)
    const range = (node as { range?: [number, number, number] } | null | undefined)?.range
    if (range) line = lineOf(range[0])
    if (step === undefined) break
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String((key as { value?: unknown }).value) === String(step))
      const key = (pair?.key as { range?: [number, number, number] } | undefined)?.range
      if (key) line = lineOf(key[0])
      node = pair?.value
    } else node = isSeq(node) ? node.items[Number(step)] : undefined
  }
  return line
}
