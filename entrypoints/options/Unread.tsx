import { t, tCount } from '../../components/i18n'
import { dated, saveFile } from '../../components/save-file'
import { forgetUnread, readUnread } from '../../settings/labels/stored-labels'

/** Says that stored labels could not all be read, for as long as what was stored is kept: to be saved, or deleted. */
export function Unread({ count }: { readonly count: number }) {
  async function save() {
    saveFile(dated('porthole-unread', 'json'), 'application/json', JSON.stringify(await readUnread(), null, 2))
  }
  return (
    <p class="problem" role="alert">
      {tCount('labels_unread', count)}{' '}
      <button type="button" onClick={() => void save()}>
        {t('labels_repairedSave')}
      </button>{' '}
      <button type="button" onClick={() => void forgetUnread()}>
        {t('labels_unreadDelete')}
      </button>
    </p>
  )
}
