import { type Browser, browser } from 'wxt/browser'
import type { TabMessage } from '../messages'
import { switchSite } from '../settings/switch-site'

const STEPS: Readonly<Record<string, 1 | -1>> = { 'next-mention': 1, 'previous-mention': -1 }

/** Follows the keyboard's commands in the tab that is in front. */
export function followCommands(): void {
  browser.commands.onCommand.addListener((command, tab) => void follow(command, tab))
}

async function follow(command: string, pressedIn: Browser.tabs.Tab | undefined): Promise<void> {
  const tab = pressedIn ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]
  if (!tab) return
  const by = STEPS[command]
  if (by) await step(by, tab)
  else if (command === 'toggle-site') await switchSite(tab.url)
}

/** Told to every frame; the one that has the focus goes to its next mention. */
async function step(by: 1 | -1, { id }: Browser.tabs.Tab): Promise<void> {
  if (id === undefined) return
  // Pages on which no extension may run have nobody to hear it.
  await browser.tabs.sendMessage(id, { type: 'step', by } satisfies TabMessage).catch(() => undefined)
}
