import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGES = ['haproxy-doc', 'bind9-doc', 'postgresql-doc-15', 'apache2-doc', 'python3.11-doc']

/** 23,000 texts with 250 mentions. */
export const MANUAL = 'usr/share/doc/haproxy/html/configuration.html'

/** 34,000 texts with 64 mentions. */
export const REFERENCE = 'usr/share/doc/bind9-doc/arm/reference.html'

/** Large pages in these packages. */
const REAL = [
  MANUAL,
  REFERENCE,
  'usr/share/doc/postgresql-doc-15/html/bookindex.html',
  'usr/share/doc/apache2-doc/manual/fr/mod/core.html',
  'usr/share/doc/python3.11/html/library/stdtypes.html',
]

const paragraph = (i: number, port: boolean) =>
  `<p>Paragraph ${i} of a page about <em>something</em> that goes on for <code>a while</code>${port ? ` on host-${i}.example:${1024 + (i % 60000)}` : ''}.</p>`

/** One paragraph in so many has a port; with 0 none has. */
const body = (count: number, portEvery: number) =>
  Array.from({ length: count }, (_, i) => paragraph(i, portEvery > 0 && i % portEvery === 0)).join('\n')

const table = (rows: number) =>
  `<table><thead><tr><th>Service</th><th>Port</th><th>Days</th></tr></thead><tbody>${Array.from({ length: rows }, (_, i) => `<tr><td>service ${i}</td><td>${1024 + i}</td><td>${i % 365}</td></tr>`).join('')}</tbody></table>`

const shadows = (count: number) =>
  `<script>for (let i = 0; i < ${count}; i++) { const host = document.body.appendChild(document.createElement('x-' + i % 9)); host.attachShadow({ mode: 'open' }).innerHTML = '<p>part ' + i + ' on host.example:' + (2000 + i) + '</p>' }</script>`

/** Tells in `soon` how many ms after DOMContentLoaded the first marks were there, and the last. */
const SOON = `<script>addEventListener('DOMContentLoaded', () => {
  const from = performance.now()
  globalThis.soon = { first: 0, last: 0, marks: 0 }
  const look = () => {
    let marks = 0
    for (const [name, { size }] of CSS.highlights) if (name.startsWith('porthole')) marks += size
    const now = performance.now() - from
    if (marks > 0 && soon.first === 0) soon.first = now
    if (marks !== soon.marks) soon.last = now
    soon.marks = marks
    if (now < 2000) setTimeout(look, 1)
  }
  look()
})</script>`

/** Pages of whole documents, each with the same words at another size or in other elements. */
const GENERATED: Readonly<Record<string, () => string>> = {
  'portless.html': () => body(8000, 0),
  'grown-1.html': () => body(2000, 5),
  'grown-2.html': () => body(4000, 5),
  'grown-4.html': () => body(8000, 5),
  'grown-8.html': () => body(16_000, 5),
  'table.html': () => table(3000),
  'shadow.html': () => shadows(2000),
}

/** Pages that only what is done to the built extension needs. */
const FOR_BUILDS: Readonly<Record<string, () => string>> = {
  'blank.html': () => '<p>localhost:8080</p>',
  'mentions-1000.html': () => body(1000, 1),
  'mentions-10000.html': () => body(10_000, 1),
  'soon.html': () => SOON + body(800, 4),
}

/** A folder with all pages; what cannot be had is left out with a message. */
export function preparePages(): { folder: string; documents: string[] } {
  const folder = fetchDocuments()
  for (const [name, make] of Object.entries({ ...GENERATED, ...FOR_BUILDS }))
    writeFileSync(
      join(folder, name),
      `<!doctype html><meta charset="utf-8"><title>${name}</title><body>${make()}</body>`,
    )
  return { folder, documents: [...REAL.filter((file) => existsSync(join(folder, file))), ...Object.keys(GENERATED)] }
}

/** The documents, from the distribution's packages. */
function fetchDocuments(): string {
  const folder = join(tmpdir(), 'porthole-bench')
  mkdirSync(folder, { recursive: true })
  for (const name of PACKAGES) {
    if (existsSync(join(folder, `${name}.done`))) continue
    const fetched = spawnSync('apt-get', ['download', '-q', name], { cwd: folder, encoding: 'utf8' })
    const file = readdirSync(folder).find((entry) => entry.startsWith(`${name}_`))
    const unpacked = file && spawnSync('dpkg-deb', ['-x', file, '.'], { cwd: folder })
    if (fetched.status === 0 && unpacked && unpacked.status === 0) writeFileSync(join(folder, `${name}.done`), '')
    else console.log(`${name} could not be fetched with apt-get: its pages are left out.`)
  }
  return folder
}
