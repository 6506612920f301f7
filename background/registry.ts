import { browser } from 'wxt/browser'
import { openRegistry, type Registry } from '../registry'

let registry: Promise<Registry> | undefined

/** The registry, read from the package when it is first needed; a failed attempt is not remembered. */
export function theRegistry(): Promise<Registry> {
  registry ??= read().catch((error: unknown) => {
    registry = undefined
    throw error
  })
  return registry
}

async function read(): Promise<Registry> {
  const response = await fetch(browser.runtime.getURL('/registry.txt' as '/'))
  return openRegistry(await response.text())
}
