import { runInThisContext } from 'node:vm'
import { gzipSync } from 'node:zlib'
import { build } from 'vite'
import type { findMentions as Find } from '../detect/index'
import { HOSTILE } from './detect-hostile'
import { ordinaryTexts } from './detect-texts'

/**
 * npm run bench:detect
 *
 * What detection costs: its size, its speed on ordinary text, and whether hostile text of twice the length takes no more
 * than about twice as long. Fails when a limit is broken.
 */
const LIMIT_GZIP = 8 * 1024
const LIMIT_RATIO = 2.3
const LIMIT_MB_PER_S = 100
const MB = 1024 * 1024

let failed = false
function judge(name: string, value: string, fine: boolean): void {
  if (!fine) failed = true
  console.log(`${fine ? ' ok ' : 'FAIL'}  ${name.padEnd(44)} ${value}`)
}

/** Processor time of a run, in ms: the best of several. */
function cost(run: () => void, times = 3): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < times; i++) {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/** The code as it ships: what runs this script's own TypeScript adds a call to every function made at run time. */
async function built(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: 'detect/index.ts', formats: ['iife'], name: 'detect', fileName: 'detect' },
    },
  })
  const [output] = Array.isArray(result) ? result : [result]
  return output && 'output' in output ? output.output.map((chunk) => ('code' in chunk ? chunk.code : '')).join('') : ''
}

const code = await built()
const { findMentions } = runInThisContext(`${code}; detect`) as { findMentions: typeof Find }

function size(): void {
  const zipped = gzipSync(code, { level: 9 }).length
  judge('size, minified and gzipped', `${zipped} bytes of ${code.length} (limit ${LIMIT_GZIP})`, zipped <= LIMIT_GZIP)
}

function speed(): void {
  for (const [name, text] of ordinaryTexts(MB)) {
    // Warm up, as a page's second paragraph is.
    for (let i = 0; i < 3; i++) findMentions({ text })
    const ours = cost(() => findMentions({ text }), 5)
    let digits = 0
    const floor = cost(() => {
      digits += text.match(/\d+/g)?.length ?? 0
    }, 5)
    const rate = text.length / MB / (ours / 1000)
    judge(
      `speed: ${name}`,
      `${rate.toFixed(0)} MB/s, ${(ours / floor).toFixed(1)} times a digit expression (${(text.length / MB / (floor / 1000)).toFixed(0)} MB/s)`,
      rate >= LIMIT_MB_PER_S || ours <= 2 * floor,
    )
    // Read, so that no engine leaves the counting out.
    if (digits < 0) console.log(digits)
  }
}

function hostile(): void {
  for (const [name, make] of HOSTILE) {
    const small = { text: make(MB) }
    const large = { text: make(2 * MB) }
    findMentions({ text: make(MB / 16) })
    let one = cost(() => findMentions(small), 1)
    let two = cost(() => findMentions(large), 1)
    if (two / one >= LIMIT_RATIO) {
      one = cost(() => findMentions(small), 2)
      two = cost(() => findMentions(large), 2)
    }
    // Below 20 ms the clock's grain is larger than the difference.
    judge(
      `hostile: ${name}`,
      `${one.toFixed(0)} ms, ${two.toFixed(0)} ms, ratio ${(two / one).toFixed(2)}`,
      two / one < LIMIT_RATIO || two < 20,
    )
  }
}

size()
speed()
hostile()
process.exit(failed ? 1 : 0)
