import { browser } from 'wxt/browser'

/** What an organisation sets by policy, as it stands there; empty without a policy (Firefox rejects, Chrome does not). */
export async function readManaged(): Promise<Record<string, unknown>> {
  try {
    return await browser.storage.managed.get(null)
  } catch {
    return {}
  }
}
