import { type Browser, browser } from 'wxt/browser'
import { keyOf, plainUrl, type TabPorts } from '../../background/page-ports'
import type { CountedPort, Described, TabMessage } from '../../messages'
import { askBackground } from '../../page/background'

/** A port of the page with all its mentions: how many there are in which frame. */
export interface PagePort extends CountedPort {
  readonly name: string
  readonly frames: readonly { readonly id: number; readonly count: number }[]
}

/** The tab that the popup belongs to; `?tab=ID` names one where the popup stands in a tab of its own. */
export async function thisTab(): Promise<Browser.tabs.Tab | undefined> {
  const named = new URLSearchParams(location.search).get('tab')
  if (named) return browser.tabs.get(Number(named)).catch(() => undefined)
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true })
  return tab
}

/** The page's ports as its frames last reported them, by port, with the likeliest name. */
export async function pagePorts(tab: Browser.tabs.Tab): Promise<PagePort[]> {
  if (tab.id === undefined) return []
  const stored = (await browser.storage.session.get(keyOf(tab.id)))[keyOf(tab.id)] as TabPorts | undefined
  if (!stored || stored.url !== plainUrl(tab.url)) return []
  const ports = merge(stored.frames)
  const described = await askBackground<Described[]>({
    type: 'describe',
    ...(tab.url && URL.canParse(tab.url) && { site: new URL(tab.url).hostname }),
    ports: ports.slice(0, 500).map(({ from, to }) => ({ from, to, around: { title: tab.title?.slice(0, 500) ?? '' } })),
  })
  return ports.map((port, index) => ({ ...port, name: nameOf(described?.[index]) }))
}

/** Asks every frame of the tab for its ports; the answers arrive in the session's storage. */
export function askForReports(tab: Browser.tabs.Tab): void {
  if (tab.id === undefined) return
  // No frame may be listening: a page of the browser's own, or a site where Porthole is off.
  browser.tabs.sendMessage(tab.id, { type: 'report' } satisfies TabMessage).catch(() => {})
}

/** Scrolls to the n-th mention of a port in the page and opens its card there. */
export function visit(tab: Browser.tabs.Tab, port: PagePort, nth: number): void {
  let before = 0
  for (const { id, count } of port.frames) {
    if (nth < before + count && tab.id !== undefined) {
      const message: TabMessage = { type: 'visit', from: port.from, to: port.to, nth: nth - before }
      browser.tabs.sendMessage(tab.id, message, { frameId: id }).catch(() => {})
      return
    }
    before += count
  }
}

function merge(frames: TabPorts['frames']): Omit<PagePort, 'name'>[] {
  const merged = new Map<string, Omit<PagePort, 'name'>>()
  for (const [id, ports] of Object.entries(frames)) {
    for (const { from, to, count } of ports) {
      const key = `${from}-${to}`
      const known = merged.get(key)
      const inFrame = { id: Number(id), count }
      merged.set(key, { from, to, count: (known?.count ?? 0) + count, frames: [...(known?.frames ?? []), inFrame] })
    }
  }
  return [...merged.values()].sort((a, b) => a.from - b.from || a.to - b.to)
}

function nameOf(described: Described | undefined): string {
  const { uses, services } = described?.knowledge ?? { uses: [], services: [] }
  const use = uses.find(({ elsewhere }) => !elsewhere)
  return described?.own?.[0]?.name ?? use?.name ?? services[0]?.description ?? services[0]?.name ?? ''
}
