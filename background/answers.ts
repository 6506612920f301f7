import * as v from 'valibot'
import { type Browser, browser } from 'wxt/browser'
import { type AskedPort, type Described, type Message, message } from '../messages'
import type { Registry } from '../registry'
import { theRegistry } from './registry'

/** Answers content scripts and pages of ours, and nobody else. */
export function answerMessages(): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender, sendResponse) => {
    const asked = v.safeParse(message, raw)
    if (sender.id !== browser.runtime.id || !asked.success) return undefined
    answer(asked.output, sender).then(sendResponse, (error: unknown) => {
      console.error('Porthole could not answer', asked.output.type, error)
      sendResponse(undefined)
    })
    return true
  })
}

async function answer(asked: Message, sender: Browser.runtime.MessageSender): Promise<unknown> {
  switch (asked.type) {
    case 'describe': {
      const registry = await theRegistry()
      return asked.ports.map((port) => describe(registry, port))
    }
    case 'search':
      return (await theRegistry()).search(asked.text)
    case 'load-card':
      return loadCard(sender)
  }
}

function describe(registry: Registry, { from, to, protocol, around }: AskedPort): Described {
  const knowledge = registry.lookUp(from, protocol)
  return { from, to, protocol, knowledge: { ...knowledge, uses: registry.rank(from, around, protocol) } }
}

/** The card's code joins the marker's in the frame that asked: pages where nobody hovers never load it. */
async function loadCard({ tab, frameId }: Browser.runtime.MessageSender): Promise<boolean> {
  if (tab?.id === undefined || frameId === undefined) return false
  await browser.scripting.executeScript({ target: { tabId: tab.id, frameIds: [frameId] }, files: ['/card.js'] })
  return true
}
