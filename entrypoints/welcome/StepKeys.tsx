import { useEffect, useState } from 'preact/hooks'
import { browser } from 'wxt/browser'
import { t } from '../../components/i18n'

/** The keys that go from port to port, as they are set in this browser; nothing where they are not. */
export function StepKeys() {
  const [keys, setKeys] = useState<ReadonlyMap<string, string>>(new Map())
  useEffect(() => {
    void browser.commands
      ?.getAll()
      .then((all) => setKeys(new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]))))
  }, [])
  const [next, previous] = [keys.get('next-mention'), keys.get('previous-mention')]
  return next && previous ? <p>{t('options_tryMarks', next, previous)}</p> : null
}
