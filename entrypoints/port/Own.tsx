import { useEffect, useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { type OwnLabel, OwnLabels } from '../../components/OwnLabels'
import { askBackground } from '../../page/background'
import { watchLabels } from '../../settings/labels/stored-labels'

/** What somebody says the port is here, before what the world knows; and the way to say so. */
export function Own({ port }: { readonly port: number }) {
  const [labels, setLabels] = useState<readonly OwnLabel[]>([])
  useEffect(() => {
    const read = () =>
      void askBackground<OwnLabel[]>({ type: 'labels-of', port }).then((found) => setLabels(found ?? []))
    const life = new AbortController()
    read()
    watchLabels(life.signal, read)
    return () => life.abort()
  }, [port])
  return (
    <aside class="own-labels" aria-label={t('options_labels')}>
      {labels.length > 0 && <OwnLabels labels={labels} />}
      <a href={`options.html#label=${port}`}>{t('labels_thisPortLong')}</a>
    </aside>
  )
}
