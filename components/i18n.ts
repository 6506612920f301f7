import type messages from '../public/_locales/en/messages.json'
import { Locale } from './locale'

export type MessageKey = keyof typeof messages

/** Messages that come in plural forms: "uses" for "uses_one", "uses_few", "uses_many" and "uses_other". */
export type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Base}_many` ? Base : never) : never

interface I18n {
  getMessage(key: string, substitutions?: string[]): string
  getUILanguage(): string
}

function i18n(): I18n | undefined {
  const { browser, chrome } = globalThis as { browser?: { i18n?: I18n }; chrome?: { i18n?: I18n } }
  return browser?.i18n ?? chrome?.i18n
}

/** The interface's text in the browser's language; `substitutions` fill the message's placeholders in their order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  return i18n()?.getMessage(key, substitutions.map(String)) || key
}

/** The same in the plural form of `count`, which is its $1. */
export function tCount(key: PluralKey, count: number): string {
  return t(`${key}_${locale().plural(count)}` as MessageKey, locale().count(count))
}

let known: Locale | undefined

/** The language of the interface, for what is put together in it. */
export function locale(): Locale {
  known ??= new Locale(interfaceLanguage())
  return known
}

/**
 * The language that the messages really are in: a browser in one that we do not speak shows English ones, and its dates
 * and plurals then have to be English too. The region is the browser's own: English has many ways to write a date.
 */
function interfaceLanguage(): string {
  const ours = t('page_language')
  const theirs = i18n()?.getUILanguage() ?? ours
  return theirs.split('-')[0] === ours.split('-')[0] ? theirs : ours
}

/** Says on an element which language and direction all in it has, so that it is read aloud and laid out right. */
export function speak(element: HTMLElement): void {
  element.lang = locale().tag
  element.dir = t('@@bidi_dir' as MessageKey)
}
