import { t } from './i18n'

/** Names and numbers of the three ranges, over a strip of the whole space, as far as the words have room. */
export const RangeNames = () => (
  <div class="ranges" aria-hidden="true">
    <span>{t('page_mapSystem')}</span>
    <span>{t('page_mapUser')}</span>
    <span>{t('page_mapDynamic')}</span>
    <span>0–1023</span>
    <span>1024–49151</span>
    <span>49152–65535</span>
  </div>
)
