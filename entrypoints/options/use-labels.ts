import { useEffect, useState } from 'preact/hooks'
import type { Label } from '../../settings/labels/label'
import { readManagedLabels } from '../../settings/labels/managed-labels'
import {
  changeLabels,
  countUnread,
  readLabels,
  readUnread,
  repairLabels,
  watchLabels,
} from '../../settings/labels/stored-labels'

export interface StoredLabels {
  readonly own: readonly Label[]
  /** From an organisation's policy: shown, never changed. */
  readonly managed: readonly Label[]
  /** How many entries that were stored could not be read; what was stored is kept until one deletes it. */
  readonly unread: number
  readonly failed: boolean
  /** Changes the labels, and resolves to what they were before; undefined where the browser refused. */
  readonly change: (change: (labels: readonly Label[]) => readonly Label[]) => Promise<readonly Label[] | undefined>
}

/** The labels, as they are in all windows; undefined until they are read. */
export function useLabels(): StoredLabels | undefined {
  const [own, setOwn] = useState<readonly Label[]>()
  const [managed, setManaged] = useState<readonly Label[]>([])
  const [unread, setUnread] = useState(0)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    const life = new AbortController()
    const read = () => {
      void readLabels().then(setOwn)
      void readManagedLabels().then(setManaged)
      void readUnread().then((kept) => setUnread(countUnread(kept)))
    }
    void repairLabels()
      .catch(() => setFailed(true))
      .then(read)
    watchLabels(life.signal, read)
    return () => life.abort()
  }, [])
  if (!own) return undefined
  return {
    own,
    managed,
    unread,
    failed,
    async change(change) {
      let before: readonly Label[] = []
      try {
        const after = await changeLabels((labels) => {
          before = labels
          return change(labels)
        })
        setFailed(false)
        setOwn(after)
        return before
      } catch {
        setFailed(true)
        return undefined
      }
    },
  }
}
