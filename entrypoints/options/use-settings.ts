import { useEffect, useState } from 'preact/hooks'
import {
  DEFAULTS,
  lockedSettings,
  readSettings,
  type Settings,
  watchSettings,
  writeSettings,
} from '../../settings/settings'

export interface StoredSettings {
  readonly settings: Settings
  /** Set by an organisation, and not to be changed here. */
  readonly locked: ReadonlySet<keyof Settings>
  readonly change: (changed: Partial<Settings>) => void
  /** Why the last change was not kept. */
  readonly failure: 'full' | 'refused' | undefined
}

/** The settings, as they are in all windows; undefined until they are read. */
export function useSettings(): StoredSettings | undefined {
  const [settings, setSettings] = useState<Settings>()
  const [locked, setLocked] = useState<ReadonlySet<keyof Settings>>(new Set())
  const [failure, setFailure] = useState<'full' | 'refused'>()
  useEffect(() => {
    const life = new AbortController()
    const read = () => {
      void readSettings().then(setSettings)
      void lockedSettings().then(setLocked)
    }
    watchSettings(life.signal, read)
    read()
    return () => life.abort()
  }, [])
  if (!settings) return undefined
  return {
    settings,
    locked,
    failure,
    change(changed) {
      setSettings({ ...DEFAULTS, ...settings, ...changed })
      writeSettings(changed).then(
        () => setFailure(undefined),
        (error: unknown) => {
          setFailure(error instanceof RangeError ? 'full' : 'refused')
          void readSettings().then(setSettings)
        },
      )
    },
  }
}
