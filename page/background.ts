import { browser } from 'wxt/browser'
import type { Message } from '../messages'

/** Asks the background; resolves to undefined where there is none any more (the extension was updated or removed). */
export async function askBackground<Answer>(message: Message): Promise<Answer | undefined> {
  try {
    return (await browser.runtime.sendMessage(message)) as Answer
  } catch {
    return undefined
  }
}

/**
 * Ends everything of ours in the page once the extension is gone (updated, disabled, removed). Nothing announces that to
 * a content script, and a connection that would keeps waking the background: so we look whenever there is work.
 */
export function endIfOrphaned(life: AbortController): boolean {
  if (!isOrphaned()) return false
  life.abort()
  return true
}

function isOrphaned(): boolean {
  try {
    return !browser.runtime?.id
  } catch {
    return true
  }
}
