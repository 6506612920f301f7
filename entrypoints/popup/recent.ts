import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'

const KEY = 'recentLookUps'

/** As many as fit on a line or two. */
const KEPT = 6

/** The last look-ups, newest first, and a way to add one; kept on this machine. */
export function useRecent(): readonly [readonly string[], (query: string) => void] {
  const [recent, setRecent] = useState<readonly string[]>([])
  useEffect(() => void recentRead.then(setRecent), [])
  return [
    recent,
    (query) => {
      const next = [query, ...recent.filter((other) => other !== query)].slice(0, KEPT)
      setRecent(next)
      void browser.storage.local.set({ [KEY]: next })
    },
  ]
}

/** Asked for before anything is drawn: what stands below them waits for them. */
export const recentRead = read()

async function read(): Promise<readonly string[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY]
  return Array.isArray(stored) ? stored.filter((query) => typeof query === 'string').slice(0, KEPT) : []
}
