import { browser } from 'wxt/browser'
import { openRegistry, type Registry } from '../registry'

let registry: Promise<Registry> | undefined
let text: Promise<string> | undefined

/** The registry, read from the package when it is first needed; a failed attempt is not remembered. */
export function theRegistry(): Promise<Registry> {
  registry ??= registryText()
    .then(openRegistry)
    .catch((error: unknown) => {
      registry = undefined
      throw error
    })
  return registry
}

/** The packed text itself, for what is more than a look-up. */
export function registryText(): Promise<string> {
  text ??= read().catch((error: unknown) => {
    text = undefined
    throw error
  })
  return text
}

async function read(): Promise<string> {
  const response = await fetch(browser.runtime.getURL('/registry.txt' as '/'))
  return response.text()
}
