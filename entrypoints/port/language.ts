import { locale, t } from '../../components/i18n'
import { Language } from './article/pieces'

/** The language of the interface, with which every sentence of the article is put together. */
export const language = new Language(locale().tag, (key, params) => t(key, ...params))
