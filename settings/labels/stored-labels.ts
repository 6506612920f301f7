import { browser } from 'wxt/browser'
import { listOf } from '../unknown-values'
import type { Label } from './label'
import { readStored, storedOf } from './stored-form'

/**
 * One's own labels, under one key of `storage.local`: the browser writes a key whole or not at all. The version says
 * which form the rows have.
 */
const LABELS = 'labels'

/** What was found in that key and could not all be read, as it was, each time; kept until the person deletes it. */
const UNREAD = 'labelsUnread'

/** All of one's own labels. Never fails. */
export async function readLabels(): Promise<readonly Label[]> {
  try {
    return readStored((await browser.storage.local.get(LABELS))[LABELS]).labels
  } catch {
    return []
  }
}

/** Runs one piece of work after the other, in all windows. */
async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
  const result: Result = await navigator.locks.request(LABELS, work)
  return result
}

/** Changes the labels, one change after the other in all windows; rejects where the browser refuses to keep them. */
export function changeLabels(change: (labels: readonly Label[]) => readonly Label[]): Promise<readonly Label[]> {
  return inTurn(async () => {
    const changed = change(await readLabels())
    await browser.storage.local.set({ [LABELS]: storedOf(changed) })
    return changed
  })
}

/** Mends what is stored; where not all of it could be read, what it was is set aside first. */
export function repairLabels(): Promise<void> {
  return inTurn(async () => {
    const raw: unknown = (await browser.storage.local.get(LABELS))[LABELS]
    const { labels, unread, isSound } = readStored(raw)
    if (isSound) return
    if (unread > 0) await browser.storage.local.set({ [UNREAD]: [...(await readUnread()), raw] })
    await browser.storage.local.set({ [LABELS]: storedOf(labels) })
  })
}

/** What was set aside, oldest first. */
export async function readUnread(): Promise<readonly unknown[]> {
  return listOf((await browser.storage.local.get(UNREAD))[UNREAD])
}

/** How many entries in what was set aside could not be read. */
export const countUnread = (kept: readonly unknown[]): number =>
  kept.reduce<number>((sum, raw) => sum + readStored(raw).unread, 0)

/** Deletes what was set aside. */
export const forgetUnread = (): Promise<void> => browser.storage.local.remove(UNREAD)

/** Calls back after labels changed in any window, until the signal aborts. */
export function watchLabels(signal: AbortSignal, callBack: () => void): void {
  const changed = (changes: Record<string, unknown>, area: string) => {
    if (area === 'managed' || (area === 'local' && (LABELS in changes || UNREAD in changes))) callBack()
  }
  browser.storage.onChanged.addListener(changed)
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(changed))
}
