import { browser } from 'wxt/browser'
import type { SearchResult } from '../registry'
import { leadOfText, pathOf } from './find-ports'
import { withLabels } from './labels'
import { theRegistry } from './registry'

/** As many as both browsers show. */
const MOST = 6

/** Suggestions behind the keyword `port`; Enter opens the port's page. */
export function suggestPorts(): void {
  void browser.omnibox.setDefaultSuggestion({ description: browser.i18n.getMessage('menu_omnibox') })
  browser.omnibox.onInputChanged.addListener((typed, suggest) => {
    void find(typed).then((results) =>
      suggest(results.map((result) => ({ content: contentOf(result), description: description(result) }))),
    )
  })
  browser.omnibox.onInputEntered.addListener((typed, disposition) => void open(typed, disposition))
}

async function find(typed: string): Promise<readonly SearchResult[]> {
  const text = typed.slice(0, 200)
  const answer = await withLabels(text, (await theRegistry()).search(text, MOST))
  if (answer.kind !== 'results') return []
  const seen = new Set<string>()
  const once = answer.results.filter((result) => !seen.has(contentOf(result)) && seen.add(contentOf(result)))
  return once.slice(0, MOST)
}

async function open(typed: string, disposition: string): Promise<void> {
  const [first] = /^\d{1,5}(?:\/[a-z]+)?$/.test(typed) ? [] : await find(typed)
  const lead = leadOfText(first && first.from === first.to ? contentOf(first) : typed, await theRegistry())
  const url = browser.runtime.getURL(`/${pathOf(lead)}` as '/')
  if (disposition === 'currentTab') await browser.tabs.update({ url })
  else await browser.tabs.create({ url, active: disposition === 'newForegroundTab' })
}

const contentOf = ({ from, to, protocol }: SearchResult): string =>
  `${from === to ? from : `${from}-${to}`}${protocol ? `/${protocol}` : ''}`

/** Chrome reads suggestions as XML, Firefox as plain text. */
function description(result: SearchResult): string {
  const said = `${contentOf(result)} · ${[result.title, result.detail].filter(Boolean).join(', ')}`
  if (!import.meta.env.CHROME) return said
  return said
    .replaceAll(/[\u0000-\u001f\ufffe\uffff]/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
