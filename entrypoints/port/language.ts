import { browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { Language } from './article/pieces'

/** The language of the interface, with which every sentence of the article is put together. */
export const language = new Language(interfaceLanguage(), (key, params) => t(key, ...params))

/**
 * The language that the messages really are in: a browser in one that we do not speak shows English ones, and its dates
 * and plurals then have to be English too. The region is the browser's own: English has many ways to write a date.
 */
function interfaceLanguage(): string {
  const ours = t('page_language')
  const theirs = browser.i18n.getUILanguage()
  return theirs.split('-')[0] === ours.split('-')[0] ? theirs : ours
}
