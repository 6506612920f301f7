import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { SUBJECTS } from '../scripts/uses-schema'

type Messages = Readonly<Record<string, { readonly message: string }>>

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['en', 'nl', 'de', 'fr', 'es', 'pl', 'pt_BR', 'ja', 'zh_CN']

const read = (folder: string) =>
  JSON.parse(readFileSync(join(ROOT, 'public', '_locales', folder, 'messages.json'), 'utf8')) as Messages

const ENGLISH = read('en')
const KEYS = Object.keys(ENGLISH)
const textOf = (messages: Messages, key: string) => messages[key]?.message ?? ''
const placeholders = (text: string) => [...new Set(text.match(/\$\d/g))].sort()

/** Families of messages that come in plural forms. */
const FAMILIES = KEYS.filter((key) => key.endsWith('_many')).map((key) => key.slice(0, -'_many'.length))
const isForm = (key: string) => FAMILIES.some((family) => key.startsWith(`${family}_`))

test('there are nine languages', () => {
  expect(readdirSync(join(ROOT, 'public', '_locales')).sort()).toEqual(FOLDERS.toSorted())
})

test('every message is used, and every one that is used is there', () => {
  const code = sources().join('\n')
  const isUsed = (key: string) => {
    const family = FAMILIES.find((one) => key.startsWith(`${one}_`))
    const names = [key, key.replace(/^page_/, ''), family ?? key, family?.replace(/^page_/, '') ?? key]
    return names.some((name) => new RegExp(`['"\`_]${name}['"\`]|${name}__`).test(code)) || BUILT.test(key)
  }
  expect(KEYS.filter((key) => !isUsed(key))).toEqual([])
})

test('every subject of a use has a word', () => {
  expect(SUBJECTS.filter((subject) => !KEYS.includes(`subject_${subject}`))).toEqual([])
})

test('the manifest says nothing but by message', () => {
  const config = readFileSync(join(ROOT, 'wxt.config.ts'), 'utf8')
  expect(config).toMatch(/default_locale: 'en'/)
  expect(config.match(/\b(name|description): '(?!__MSG_)[^']+'/g)).toBeNull()
  for (const [, key = ''] of config.matchAll(/__MSG_(\w+)__/g)) expect(KEYS).toContain(key)
})

describe.each(FOLDERS)('%s', (folder) => {
  const tag = folder.replace('_', '-')
  const messages = read(folder)

  test('has the keys of the English texts, in their order', () => expect(Object.keys(messages)).toEqual(KEYS))

  test('says which language it is', () => expect(textOf(messages, 'page_language')).toBe(tag))

  test('is short enough for the stores', () => {
    expect(textOf(messages, 'description').length).toBeLessThanOrEqual(132)
    expect(textOf(messages, 'name').length).toBeLessThanOrEqual(75)
    expect(textOf(messages, 'name')).toMatch(/^Porthole/)
  })

  test('has the placeholders of the English texts', () => {
    const others = KEYS.filter((key) => {
      const [own, english] = [messages, ENGLISH].map((all) => placeholders(textOf(all, key)))
      // "One use is known" may leave its number out.
      return isForm(key) ? own?.some((one) => !english?.includes(one)) : own?.join() !== english?.join()
    })
    expect(others).toEqual([])
  })

  test('has a text for every plural category of its own, with the number where the category has several', () => {
    const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
    const wanting = FAMILIES.flatMap((family) =>
      pluralCategories.filter((category) => textOf(messages, `${family}_${category}`) === ''),
    )
    expect(wanting).toEqual([])
    // In French and Portuguese zero is "one" too.
    if (new Intl.PluralRules(tag).select(0) === 'one') {
      const silent = FAMILIES.filter(
        (family) =>
          textOf(messages, `${family}_other`).includes('$1') && !textOf(messages, `${family}_one`).includes('$1'),
      )
      expect(silent.filter((family) => !NEVER_ZERO.test(family))).toEqual([])
    }
  })

  test('leaves nothing in English', () => {
    if (folder === 'en') return
    const same = KEYS.filter((key) => textOf(messages, key) === textOf(ENGLISH, key) && !isAlike(folder, key))
    expect(same).toEqual([])
  })

  test('has no blanks at its ends, no straight quotes, and three dots as one', () => {
    const untidy = KEYS.filter((key) => !CODE.test(key) && /^ |"|\.\.\.|\s'|'\s| $/.test(textOf(messages, key)))
    expect(untidy).toEqual([])
  })

  test('asks for less than would not fit on a card', () => {
    const long = CARD_BUTTONS.filter((key) => width(textOf(messages, key)) > 26)
    expect(long).toEqual([])
  })
})

/** Buttons of the card, which is 320 px wide. */
const CARD_BUTTONS = ['copyCheck', 'copied', 'open', 'details', 'labels_thisPort', 'notHere', 'showMore']
/** Characters of Chinese and Japanese are twice as wide. */
const width = (text: string) => text.length + (text.match(/[\u2E80-\uFFFF]/g)?.length ?? 0)

/** Keys that are put together where they are used. */
const BUILT =
  /^(name|description|page_language|command_\w+|exposure_\w+|status_\w+|subject_\w+|mapping_\w+|labels_why_\w+|labels_color_\w+|labels_\w+_hint|options_(marks|markStyle|card)_\w*|options_format_\w+|options_unreadable_\w+|page_(system|tls|range|with|in|by|lead|matters)_\w+|labels_(port|protocol|name|host|site|link|note)|options_(labels|transfer|sites|marks|card|keys|reset))$/

/** Families that are only asked for one or more. */
const NEVER_ZERO = /^page_/

/** Texts that hold straight quotes because a shell does. */
const CODE = /^page_(read_netstat|wrongText)$/

/** Names, formats and signs that are the same in every language. */
const NAMES =
  /^(popupTitle|popupPlaceholder|page_system_(linux|macos|windows)|pagePortTimes|page_mapCell|page_portNamed|page_serviceNamed|options_preview|subject_(windows|apple|blockchain)|registeredAs|export_heading|page_titleRangePlain)$/

/** Words that a language shares with English. */
const SHARED: Readonly<Record<string, RegExp>> = {
  nl: /^(details|subject_(cache|database|web|container|monitoring|streaming|chat|game|malware)|page_recordContact|labels_(thisPort|protocol|link|color_(violet|amber)))$/,
  de: /^(details|cardLabel|page_(title|titleRange|ports|recordPorts|mapSystem)|labels_(thisPort|port|name|link))$/,
  fr: /^(cardLabel|subject_(cache|web)|export_mentions|page_(ports|source|recordText|recordPorts|recordContact|useSource)|labels_(port|note|color_violet))$/,
  es: /^subject_(web|chat)$/,
  pl: /^(cardLabel|page_title|labels_(port|link))$/,
  pt_BR: /^(labels_link|subject_(cache|web|backup|malware))$/,
  zh_CN: /^options_format_helm$/,
}

const isAlike = (folder: string, key: string) => NAMES.test(key) || SHARED[folder]?.test(key) === true

/** Everything that may use a message. */
function sources(): string[] {
  const folders = ['components', 'entrypoints', 'background', 'page']
  const files = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
  )
  return files.filter((file) => /(?<!\.test)\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8'))
}
