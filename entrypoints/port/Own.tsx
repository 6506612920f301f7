import { useEffect, useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { type OwnLabel, OwnLabels } from '../../components/OwnLabels'
import { askBackground } from '../../page/background'

/** What somebody says the port is here, before what the world knows; and the way to say so. */
export function Own({ port }: { readonly port: number }) {
  const [labels, setLabels] = useState<readonly OwnLabel[]>([])
  useEffect(() => {
    const read = () =>
      void askBackground<OwnLabel[]>({ type: 'labels-of', port }).then((found) => setLabels(found ?? []))
    read()
    // Whoever comes back from the form wants to see what was said there.
    addEventListener('focus', read)
    return () => removeEventListener('focus', read)
  }, [port])
  return (
    <aside class="own-labels" aria-label={t('options_labels')}>
      {labels.length > 0 && <OwnLabels labels={labels} />}
      <a href={`options.html#label=${port}`}>{t('labels_thisPortLong')}</a>
    </aside>
  )
}
