import { browser } from 'wxt/browser'
import type { OwnLabel } from '../messages'
import type { SearchAnswer, SearchResult } from '../registry'
import { parseQuery, type Query } from '../registry/query'
import { LabelIndex, type Mentioned } from '../settings/labels/label-index'
import type { Label } from '../settings/labels/label'
import { readManagedLabels } from '../settings/labels/managed-labels'
import { readLabels, watchLabels } from '../settings/labels/stored-labels'

interface Known extends Label {
  readonly isManaged: boolean
}

/** Labels among the results of a search: more would push what is known of the port out of sight. */
const MOST_FOUND = 6

let index: Promise<LabelIndex<Known>> | undefined

/** Forgets what was read as soon as it changes in any window. */
export function followLabels(): void {
  watchLabels(new AbortController().signal, () => {
    index = undefined
  })
}

/** Shuts content scripts out of `storage.local`: a page may have taken their process over. Only Chrome knows the call. */
export function keepLabelsFromPages(): void {
  const { local } = browser.storage as { local: { setAccessLevel?: (of: object) => Promise<void> } }
  void local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' })
}

/** The labels that hold for a mention: one's own before an organisation's, the most exact first. */
export async function labelsAt(mentioned: Mentioned): Promise<OwnLabel[]> {
  return (await theLabels()).at(mentioned).sort(ownFirst).map(shown)
}

/** All labels of a port, wherever they hold. */
export async function labelsOf(port: number, protocol?: string): Promise<OwnLabel[]> {
  return (await theLabels()).of({ from: port, to: port, protocol }).sort(ownFirst).map(shown)
}

/** The answer to a search, with the labels that fit it before everything else. */
export async function withLabels(typed: string, answer: SearchAnswer): Promise<SearchAnswer> {
  const query = answer.kind === 'results' ? answer.query : parseQuery(typed)
  const found = fitting(await theLabels(), query)
    .sort(ownFirst)
    .slice(0, MOST_FOUND)
    .map(resultOf)
  if (found.length === 0) return answer
  return answer.kind === 'results'
    ? { ...answer, results: [...found, ...answer.results] }
    : { kind: 'results', query, results: found }
}

function fitting(labels: LabelIndex<Known>, query: Query): Known[] {
  switch (query.kind) {
    case 'port':
      return labels.of({ from: query.port, to: query.port, protocol: query.protocol })
    case 'ports':
      return query.ports.flatMap((port) => labels.of({ from: port, to: port }))
    case 'range':
      return labels.of(query)
    case 'words':
      return labels.search(query.words, MOST_FOUND)
    case 'help':
      return []
  }
}

const resultOf = (label: Known): SearchResult & { readonly own: OwnLabel } => ({
  from: label.from,
  to: label.to,
  ...(label.protocol && { protocol: label.protocol }),
  match: 'words',
  title: label.name,
  detail: [label.host, label.site, label.note].filter(Boolean).join(' · '),
  status: 'private',
  own: shown(label),
})

const ownFirst = (a: Known, b: Known): number => Number(a.isManaged) - Number(b.isManaged)

const shown = ({ name, note, link, color, host, site, isManaged }: Known): OwnLabel => ({
  name,
  isManaged,
  ...(note && { note }),
  ...(link && { link }),
  ...(color && { color }),
  ...(host && { host }),
  ...(site && { site }),
})

function theLabels(): Promise<LabelIndex<Known>> {
  index ??= Promise.all([readLabels(), readManagedLabels()]).then(
    ([own, managed]) =>
      new LabelIndex<Known>([
        ...own.map((label) => ({ ...label, isManaged: false })),
        ...managed.map((label) => ({ ...label, isManaged: true })),
      ]),
  )
  return index
}
