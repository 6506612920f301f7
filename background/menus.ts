import { type Browser, browser } from 'wxt/browser'
import { leadOfLink, leadOfText, pathOf } from './find-ports'
import { theRegistry } from './registry'

const SELECTION = 'look-up-selection'
const LINK = 'look-up-link'

/** What Firefox adds: it tells when a menu opens, and lets its entries be changed then. */
interface FirefoxMenus {
  readonly onShown?: {
    addListener(listener: (info: { readonly menuIds: readonly string[]; readonly linkUrl?: string }) => void): void
  }
  refresh?: () => Promise<void>
}

/** Entries on a selection and on a link. */
export function offerMenus(): void {
  browser.runtime.onInstalled.addListener(() => void createMenus())
  browser.contextMenus.onClicked.addListener((info, tab) => void lookUp(info, tab))
  const firefox = browser.contextMenus as unknown as FirefoxMenus
  // Chrome can neither retitle an entry as its menu opens nor match links by port: there the entry always stands.
  firefox.onShown?.addListener(({ menuIds, linkUrl }) => {
    if (!menuIds.includes(LINK) || linkUrl === undefined) return
    const lead = leadOfLink(linkUrl)
    const title = lead.to === 'port' ? text('menu_linkPort', String(lead.port)) : text('menu_link')
    void browser.contextMenus.update(LINK, { title }).then(() => firefox.refresh?.())
  })
}

async function createMenus(): Promise<void> {
  await browser.contextMenus.removeAll()
  browser.contextMenus.create({ id: SELECTION, contexts: ['selection'], title: text('menu_selection') })
  browser.contextMenus.create({ id: LINK, contexts: ['link'], title: text('menu_link') })
}

async function lookUp(
  { menuItemId, selectionText = '', linkUrl = '' }: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  const lead = menuItemId === LINK ? leadOfLink(linkUrl) : leadOfText(selectionText, await theRegistry())
  const beside = tab?.index === undefined || tab.index < 0 ? {} : { index: tab.index + 1 }
  await browser.tabs.create({ url: browser.runtime.getURL(`/${pathOf(lead)}` as '/'), ...beside })
}

const text = (key: string, ...values: string[]): string =>
  browser.i18n.getMessage(key as Parameters<typeof browser.i18n.getMessage>[0], values)
