import { browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { Language } from './article/pieces'

/** The language of the interface, with which every sentence of the article is put together. */
export const language = new Language(interfaceLanguage(), (key, params) => t(key, ...params))

/** The browser falls back to English where it has no messages in its own language: dates then are English too. */
function interfaceLanguage(): string {
  const tag = browser.i18n.getUILanguage()
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? 'en'
  } catch {
    return 'en'
  }
}
