import { browser } from 'wxt/browser'
import type { Everything } from '../../settings/labels/files/porthole-json'
import { readLabels } from '../../settings/labels/stored-labels'
import { readSettings } from '../../settings/settings'

/** All that a person has told Porthole: labels, settings, and notes on ports. */
export async function readEverything(): Promise<Everything> {
  const [labels, settings, notes] = await Promise.all([readLabels(), readSettings(), readNotes()])
  return { labels, settings, ...(Object.keys(notes).length > 0 && { notes }) }
}

export async function readNotes(): Promise<Record<string, string>> {
  const { notes } = await browser.storage.local.get('notes')
  return typeof notes === 'object' && notes !== null ? (notes as Record<string, string>) : {}
}
