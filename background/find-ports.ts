import { findMentions } from '../detect'
import type { Registry } from '../registry'

/** Where a selected text or a link leads: to a port's page, or to the search with what was found. */
export type Lead =
  | { readonly to: 'port'; readonly port: number; readonly protocol?: string }
  | { readonly to: 'search'; readonly text: string }
  /** A link without a port: the one its scheme means, if any. */
  | { readonly to: 'no-port'; readonly scheme: string; readonly usual?: number }

/** Most ports of a longer text that are looked up at once. */
const MOST = 20
const LONGEST = 200

/** A port where the text is or names one, the ports where it names several, and otherwise what the search says. */
export function leadOfText(selected: string, registry: Pick<Registry, 'search'>): Lead {
  const text = selected.trim()
  const answer = text.length <= LONGEST ? registry.search(text, 1) : undefined
  if (answer?.kind === 'results' && answer.query.kind === 'port' && answer.query.words === '') {
    const { port, protocol } = answer.query
    return { to: 'port', port, ...(protocol && { protocol }) }
  }
  const mentions = findMentions({ text: text.slice(0, 20_000) })
  const [first, ...others] = new Map(mentions.map((mention) => [`${mention.from}-${mention.to}`, mention])).values()
  if (!first) return { to: 'search', text: text.slice(0, LONGEST) }
  if (others.length > 0) {
    const ports = [first, ...others].flatMap(({ from, to }) => (from === to ? [from] : [from, to]))
    return { to: 'search', text: [...new Set(ports)].slice(0, MOST).join(', ') }
  }
  if (first.from !== first.to) return { to: 'search', text: `${first.from}-${first.to}` }
  const protocol = first.protocol === 'tcp+udp' ? undefined : first.protocol
  return { to: 'port', port: first.from, ...(protocol && { protocol }) }
}

/** Ports that a scheme means where an address names none. */
const USUAL: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21, ws: 80, wss: 443, ssh: 22 }

export function leadOfLink(address: string): Lead {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const scheme = url?.protocol.slice(0, -1) ?? ''
  if (url?.port) return { to: 'port', port: Number(url.port) }
  // A URL drops the port that its scheme means anyway; the link may name it all the same.
  const [, named] = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*:(\d{1,5})(?:[/?#]|$)/i.exec(address) ?? []
  if (named !== undefined && Number(named) <= 65535) return { to: 'port', port: Number(named) }
  const usual = USUAL[scheme]
  return { to: 'no-port', scheme, ...(usual !== undefined && { usual }) }
}

/** The page of ours that a lead opens, as a path in the package. */
export function pathOf(lead: Lead): string {
  if (lead.to === 'port') return `port.html#${lead.port}${lead.protocol ? `/${lead.protocol}` : ''}`
  if (lead.to === 'search') return `popup.html?${new URLSearchParams({ search: lead.text })}`
  const { scheme, usual } = lead
  return `popup.html?${new URLSearchParams({ noPort: scheme, ...(usual !== undefined && { search: String(usual) }) })}`
}
