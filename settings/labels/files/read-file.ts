import { fieldsOf } from '../../unknown-values'
import { type Label, LONGEST, placeOf } from '../label'
import { isCompose, readCompose } from './compose'
import { isCsv, readCsv } from './csv'
import { decode } from './decode'
import { readHelm } from './helm'
import { isKubernetes, readKubernetes } from './kubernetes'
import { readJson } from './porthole-json'
import { Findings, type Format, type Found, type Reading, type Unreadable } from './reading'
import { isServices, readServices } from './services'
import { readYaml } from './yaml-places'

/** Largest file that is read, in bytes; 100,000 labels take about 6 MB. */
export const MOST_BYTES = 16 << 20

export type Read = { readonly reading: Reading } | { readonly unreadable: Unreadable }

/** Reads a file of any of our formats, told apart by what is in it. Never throws: any bytes have an answer. */
export function readFile(bytes: Uint8Array, name: string): Read {
  if (bytes.length > MOST_BYTES) return { unreadable: 'too-big' }
  const text = decode(bytes)
  if (text === undefined) return { unreadable: 'binary' }
  if (text.trim() === '') return { unreadable: 'empty' }
  try {
    const reading = readText(text, name)
    return reading ? { reading: { ...reading, ...once(reading) } } : { unreadable: 'unknown' }
  } catch {
    // A text so deeply nested that reading it runs out of stack.
    return { unreadable: 'failed' }
  }
}

function readText(text: string, name: string): Reading | undefined {
  const as = (format: Format, { found, refused }: Findings): Reading => ({ format, found, refused })
  if (/^\s*[[{]/.test(text)) {
    const json = readJson(text)
    if (json) return { format: 'porthole', ...json }
    return readYamlText(text)
  }
  if (isServices(text)) return as('services', readServices(text))
  if (isCsv(text)) return as('csv', readCsv(text))
  if (/\.(?:csv|tsv)$/i.test(name) || /^\s*\d{1,5}\s*[,;\t]/.test(text)) return as('csv', readCsv(text))
  return readYamlText(text)
}

const YAML_KEY = /^(?:[ -]*["']?[\w./-]+["']?\s*:(?:\s|$)|\s*\{)/m

function readYamlText(text: string): Reading | undefined {
  if (!YAML_KEY.test(text)) return undefined
  const { pages, errors } = readYaml(text)
  const findings = new Findings()
  let format: Format | undefined
  for (const page of pages) {
    if (!fieldsOf(page.value)) continue
    const [as, read]: [Format, typeof readHelm] = isKubernetes(page)
      ? ['kubernetes', readKubernetes]
      : isCompose(page)
        ? ['compose', readCompose]
        : ['helm', readHelm]
    const { found, refused } = read(page)
    if (as === 'helm' && found.length === 0) continue
    // One after the other: spreading a hundred thousand arguments overflows the stack.
    for (const entry of found) findings.found.push(entry)
    for (const entry of refused) findings.refused.push(entry)
    format ??= as
  }
  for (const { line, text: message } of errors.slice(0, 1000)) findings.refuse('syntax', message, line)
  if (format === undefined && errors.length > 0) format = formatOf(text)
  if (format === undefined) return undefined
  return { format, found: joined(findings.found), refused: findings.refused }
}

/** What a YAML file that is too broken to be read was to be. */
function formatOf(text: string): Format | undefined {
  if (/^apiVersion:/m.test(text)) return 'kubernetes'
  return /^services:/m.test(text) ? 'compose' : undefined
}

/** Several services of a file may listen on one port, each on its own address: one label names them all. */
function joined(found: readonly Found[]): Found[] {
  const byPlace = new Map<string, Found>()
  for (const entry of found) {
    const place = placeOf(entry.label)
    const before = byPlace.get(place)
    byPlace.set(place, before ? { ...before, label: join(before.label, entry.label) } : entry)
  }
  return [...byPlace.values()]
}

function join(one: Label, other: Label): Label {
  const names = new Set([...one.name.split(', '), other.name])
  const notes = new Set([one.note, other.note].filter((note) => note !== undefined && note !== ''))
  return {
    ...one,
    name: [...names].join(', ').slice(0, LONGEST.name),
    ...(notes.size > 0 && { note: [...notes].join('\n').slice(0, LONGEST.note) }),
  }
}

/** Of two entries about the same place the first is taken. */
function once({ found, refused }: Reading): Pick<Reading, 'found' | 'refused'> {
  const places = new Set<string>()
  const again: Reading['refused'][number][] = []
  const first = found.filter(({ label, line }) => {
    const place = placeOf(label)
    if (!places.has(place)) return places.add(place)
    again.push({ reason: 'twice', about: label.name, ...(line !== undefined && { line }) })
    return false
  })
  return again.length === 0 ? { found, refused } : { found: first, refused: [...refused, ...again] }
}
