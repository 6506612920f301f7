import { parseSync, type Plugin } from 'vite'

/** Scripts that come into pages and are full of regular expressions. */
const SCRIPTS = new Set(['marker.js'])

/** Begins a script: what is added stands inside its function. */
const OPENING = /^\(function\s*\(\)\s*\{/

/**
 * Makes tags for templates: each template has its regular expression made once, and handed out as if it were new. What a
 * template says is known by the template itself.
 */
const HELPER =
  'var _made=new Map,_late=f=>t=>{var r=_made.get(t);r?r.lastIndex=0:_made.set(t,r=new RegExp(t.raw[0],f));return r}'

/**
 * Has regular expressions made when they are first used. V8 looks at each literal in full when a script is compiled, used
 * or not: in a script of hundreds that takes half of its compilation, in every page that has the script come.
 */
export function latePatterns(): Plugin {
  return {
    name: 'porthole:late-patterns',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const chunk of Object.values(bundle))
          if (chunk.type === 'chunk' && SCRIPTS.has(chunk.fileName)) chunk.code = withLatePatterns(chunk.code)
      },
    },
  }
}

interface Literal {
  readonly start: number
  readonly end: number
  readonly pattern: string
  readonly flags: string
}

/**
 * The script with a tagged template in the place of each regular expression.
 *
 * @throws when the script does not begin as a function, so that another bundler cannot undo this unseen
 */
export function withLatePatterns(code: string): string {
  const opening = OPENING.exec(code)?.[0]
  if (!opening || /\b_(?:made|late)/.test(code))
    throw new Error(`A script has another form (${code.slice(0, 40)}). Adapt scripts/late-patterns.ts.`)
  const literals = literalsIn(code)
  const tags = [...new Set(literals.map(({ flags }) => flags))]
  let text = `${opening}${HELPER}${tags.map((flags) => `,_late_${flags}=_late("${flags}")`).join('')};`
  let last = opening.length
  for (const { start, end, pattern, flags } of literals) {
    text += `${code.slice(last, start)}(_late_${flags}\`${asTemplate(pattern)}\`)`
    last = end
  }
  return text + code.slice(last)
}

/** The pattern as the raw text of a template, without what ends one or opens an expression in it. */
const asTemplate = (pattern: string): string =>
  pattern.replaceAll(/\\[^]|`|\$(?=\{)/g, (found) => {
    if (found.endsWith('`')) return String.raw`\x60`
    return found === '$' ? String.raw`\x24` : found
  })

function literalsIn(code: string): Literal[] {
  const found: Literal[] = []
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return
    const { type, regex, start, end } = node as Record<string, unknown>
    if (type !== 'Literal' || !regex) return Object.values(node).forEach(visit)
    const { pattern, flags } = regex as { pattern: string; flags: string }
    found.push({ start: start as number, end: end as number, pattern, flags })
  }
  visit(parseSync('script.js', code).program)
  return found.toSorted((a, b) => a.start - b.start)
}
