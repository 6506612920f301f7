import { gzipSync } from 'node:zlib'
import { openRegistry } from '../registry/index.ts'
import { packRegistry } from './pack-registry.ts'

/** What people type, of each kind; prefixes of all of them are searched too, as typing does. */
const QUERIES = [
  ...['postgres', 'mongo', 'kube', 'minecraft', 'remote desktop', 'smtp tls', 'elasticsearch', 'rabbitmq management'],
  ...['8080', '53/udp', '6000-6063', 'localhost:5432', 'kubernets', 'prometeus', 'print', 'backup agent', 'vnc'],
  ...[
    'open webui',
    'syslog over tls',
    'active directory',
    'docker registry',
    'file transfer',
    'x11',
    'license manager',
  ],
]

/** `npm run bench:registry`: sizes, and times of opening, look-ups and searches on this machine. Asserts nothing. */
const assets = packRegistry()
let total = 0
for (const { fileName, text } of assets) {
  const zipped = gzipSync(text, { level: 9 }).length
  total += zipped
  console.log(`${fileName}: ${kb(Buffer.byteLength(text))}, ${kb(zipped)} gzip`)
}
console.log(`together ${kb(total)} gzip`)

const text = assets.find(({ fileName }) => fileName === 'registry.txt')?.text ?? ''
const opened = time(() => openRegistry(text).lookUp(5432))
console.log(`open and answer for the first time: ${opened.toFixed(2)} ms`)

const registry = openRegistry(text)
const ports = Array.from({ length: 65_536 }, (_, port) => port)
const all = time(() => registry.lookUpMany(ports.map((port) => ({ port }))))
console.log(`look-up: ${((1000 * all) / ports.length).toFixed(1)} µs, the mean of all ports`)
const slowest = Math.max(...[80, 443, 3000, 5000, 8000, 8080, 9000].map((port) => time(() => registry.lookUp(port))))
console.log(`look-up of the fullest ports: ${(1000 * slowest).toFixed(0)} µs at most`)
const around = {
  title: 'Getting started',
  before: 'Open your browser at http://localhost:',
  after: 'to see the login page',
}
console.log(
  `rank: ${((1000 * time(() => times(1000, () => registry.rank(8080, around)))) / 1000).toFixed(0)} µs for 8080`,
)

console.log(`first search, which builds the index: ${time(() => registry.search('quay')).toFixed(0)} ms`)
const typed = QUERIES.flatMap((query) => Array.from(query, (_, i) => query.slice(0, i + 1)))
times(3, () => typed.map((query) => registry.search(query)))
const searches = typed.map((query) => time(() => registry.search(query))).toSorted((a, b) => a - b)

// The measure on any machine: how long it takes to look at every name once.
const names = [
  ...new Set(
    ports.flatMap((port) => {
      const { services, uses } = registry.lookUp(port)
      return [...services, ...uses].map(({ name, from }) => `${from} ${name}`)
    }),
  ),
].map((name) => name.slice(name.indexOf(' ') + 1))
const scans = typed
  .map((query) => time(() => names.filter((name) => name.toLowerCase().includes(query))))
  .toSorted((a, b) => a - b)
const [p50, p95] = [quantile(searches, 0.5), quantile(searches, 0.95)]
const scan = quantile(scans, 0.5)
console.log(`search: ${p50.toFixed(2)} ms p50, ${p95.toFixed(2)} ms p95 of ${typed.length} texts`)
console.log(
  `a plain scan of ${names.length} names: ${scan.toFixed(2)} ms; search p95 is ${(p95 / scan).toFixed(2)} times that`,
)

function time(work: () => unknown): number {
  const start = performance.now()
  work()
  return performance.now() - start
}

function times(count: number, work: () => unknown): void {
  for (let i = 0; i < count; i++) work()
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

function kb(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
