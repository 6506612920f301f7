import type messages from '../public/_locales/en/messages.json'

export type MessageKey = keyof typeof messages

interface I18n {
  getMessage(key: string, substitutions?: string[]): string
}

/** The interface's text in the browser's language; `substitutions` fill the message's placeholders in their order. */
export function t(key: MessageKey, ...substitutions: (string | number)[]): string {
  const { browser, chrome } = globalThis as { browser?: { i18n?: I18n }; chrome?: { i18n?: I18n } }
  return (browser?.i18n ?? chrome?.i18n)?.getMessage(key, substitutions.map(String)) || key
}
