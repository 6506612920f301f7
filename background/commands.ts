import { browser } from 'wxt/browser'
import type { TabMessage } from '../messages'

const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-mention': 1, 'previous-mention': -1 }

/** Passes the keyboard's commands on to the tab that is in front; the frame that has the focus follows them. */
export function passCommandsOn(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    const by = STEPS[command]
    if (by) void pass({ type: 'step', by }, tab?.id)
  })
}

async function pass(message: TabMessage, tabId?: number): Promise<void> {
  const id = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id
  if (id === undefined) return
  // Pages on which no extension may run have nobody to hear it.
  await browser.tabs.sendMessage(id, message).catch(() => undefined)
}
