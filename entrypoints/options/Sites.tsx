import { useRef, useState } from 'preact/hooks'
import { t } from '../../components/i18n'
import { isSitePattern } from '../../settings/labels/hosts'
import type { StoredSettings } from './use-settings'

/** Where Porthole works: everywhere but on some sites, or on some sites only. */
export function Sites({ stored: { settings, locked, change } }: { readonly stored: StoredSettings }) {
  const [typed, setTyped] = useState('')
  const [fault, setFault] = useState<string>()
  const field = useRef<HTMLInputElement>(null)
  const { siteRule } = settings
  const { everywhere, sites } = siteRule
  const isLocked = locked.has('siteRule')

  function add(event: Event) {
    event.preventDefault()
    const site = hostIn(typed)
    if (!isSitePattern(site)) return setFault(t('options_siteBad', typed.trim().slice(0, 60)))
    if (sites.includes(site)) return setFault(t('options_siteTwice', site))
    setFault(undefined)
    setTyped('')
    change({ siteRule: { ...siteRule, sites: [...sites, site] } })
  }

  function remove(site: string) {
    change({ siteRule: { ...siteRule, sites: sites.filter((other) => other !== site) } })
    field.current?.focus()
  }

  return (
    <fieldset disabled={isLocked}>
      <legend class="unseen">{t('options_sites')}</legend>
      {isLocked && <p class="small">{t('options_locked')}</p>}
      {[true, false].map((value) => (
        <label key={String(value)} class="option">
          <input
            type="radio"
            name="everywhere"
            value={value ? 'everywhere' : 'listed'}
            checked={everywhere === value}
            // The list means the opposite then, so it starts empty: nobody wants it turned round.
            onChange={() => change({ siteRule: { everywhere: value, sites: [] } })}
          />
          <span>
            <b>{t(value ? 'options_everywhere' : 'options_listed')}</b>
            <small>{t(value ? 'options_everywhere_when' : 'options_listed_when')}</small>
          </span>
        </label>
      ))}
      <form class="line" onSubmit={add}>
        <label for="site">{t(everywhere ? 'options_siteOff' : 'options_siteOn')}</label>
        <span>
          <input
            ref={field}
            id="site"
            type="text"
            value={typed}
            autocomplete="off"
            spellcheck={false}
            placeholder="wiki.example, *.corp.example"
            aria-describedby="site-fault"
            aria-invalid={fault !== undefined}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
          <button type="submit">{t('options_add')}</button>
        </span>
      </form>
      <p id="site-fault" class={fault ? 'problem' : 'small'} role="status">
        {fault ?? t('options_siteHint')}
      </p>
      <ul class="sites" aria-label={t(everywhere ? 'options_siteOff' : 'options_siteOn')}>
        {sites.map((site) => (
          <li key={site}>
            <code>{site}</code>
            <button type="button" aria-label={t('options_removeOf', site)} onClick={() => remove(site)}>
              {t('options_remove')}
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** A pasted address means its host. */
function hostIn(typed: string): string {
  const text = typed.trim().toLowerCase()
  if (/^[a-z]+:\/\//.test(text) && URL.canParse(text)) return new URL(text).hostname
  return text.replace(/[/?#].*$/, '').replace(/(?<=[^:]):\d+$/, '')
}
