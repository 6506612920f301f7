import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { isMap, isSeq, LineCounter, parseDocument } from 'yaml'
import { type UsePort, UseProduct } from './uses-schema.ts'

/** Something to mend in a data file. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A port of a product, with what it takes over from the product, and where it stands. */
export interface ReadUse {
  readonly product: UseProduct
  readonly use: UsePort
  readonly source: string
  readonly checked: boolean
  readonly file: string
  readonly line: number
}

export interface ReadUses {
  readonly uses: readonly ReadUse[]
  readonly problems: readonly Problem[]
}

export const USES_FOLDER = fileURLToPath(new URL('../data/uses/', import.meta.url))

/** Reads every data/uses/*.yaml in the order of their names. What cannot be read is left out and told as a problem. */
export function readAllUses(folder = USES_FOLDER): ReadUses {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
  const read = files.map((file) => readUses(file, readFileSync(join(folder, file), 'utf8')))
  return { uses: read.flatMap(({ uses }) => uses), problems: read.flatMap(({ problems }) => problems) }
}

/** Reads one file of uses; `file` is its name as problems shall tell it. */
export function readUses(file: string, text: string): ReadUses {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines })
  const problems: Problem[] = document.errors.map((error) => ({
    file,
    line: lines.linePos(error.pos[0]).line,
    message: error.message.split('\n')[0] ?? '',
  }))
  if (problems.length > 0) return { uses: [], problems }
  if (document.contents === null) return { uses: [], problems }
  if (!isSeq(document.contents)) {
    return { uses: [], problems: [{ file, line: 1, message: 'is no list of products ("- name: …")' }] }
  }

  /** Line of the innermost node on the path that exists. */
  const lineOf = (path: readonly unknown[]): number => {
    for (let length = path.length; length > 0; length--) {
      const node = document.getIn(path.slice(0, length), true)
      const start =
        node && typeof node === 'object' && 'range' in node && Array.isArray(node.range) ? node.range[0] : undefined
      if (typeof start === 'number') return lines.linePos(start).line
    }
    return 1
  }

  const uses: ReadUse[] = []
  document.contents.items.forEach((item, i) => {
    const raw: unknown = isMap(item) ? item.toJS(document) : undefined
    const product = v.safeParse(UseProduct, raw)
    if (!product.success) {
      for (const issue of product.issues) {
        const path = [i, ...(issue.path ?? []).map((step) => step.key)]
        problems.push({ file, line: lineOf(path), message: explain(issue) })
      }
      return
    }
    product.output.ports.forEach((use, j) => {
      const source = use.source ?? product.output.source
      const checked = use.checked ?? product.output.checked
      const line = lineOf([i, 'ports', j])
      if (source === undefined) problems.push({ file, line, message: `${product.output.name}: has no source` })
      if (checked === undefined)
        problems.push({ file, line, message: `${product.output.name}: does not say whether it was checked` })
      uses.push({ product: product.output, use, source: source ?? '', checked: checked ?? false, file, line })
    })
  })
  return { uses, problems }
}

function explain(issue: v.BaseIssue<unknown>): string {
  const path = (issue.path ?? []).map((step) => String(step.key)).join('.')
  const own = /^(is|has|names) /.test(issue.message)
  return own ? `${path}: ${JSON.stringify(issue.input)} ${issue.message}` : `${path}: ${issue.message}`
}
