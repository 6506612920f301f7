import { useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { lockedSettings, readSettings, watchSettings } from '../../settings/settings'
import { isOn } from '../../settings/site-rule'
import { isStore, switchableHost, switchSite } from '../../settings/switch-site'

/** The one switch of a site, and why there is none where there cannot be one. */
export function SiteSwitch({ tab }: { readonly tab: Browser.tabs.Tab }) {
  const host = switchableHost(tab.url)
  const [on, setOn] = useState<boolean>()
  const [isLocked, setLocked] = useState(false)
  const access = useAccess(tab)

  useEffect(() => {
    const life = new AbortController()
    void lockedSettings().then((locked) => setLocked(locked.has('siteRule')))
    if (host !== undefined) {
      void readSettings().then(({ siteRule }) => setOn(isOn(siteRule, host)))
      watchSettings(life.signal, ({ siteRule }) => setOn(isOn(siteRule, host)))
    }
    return () => life.abort()
  }, [host])

  if (!access) return null
  if (access === 'files-withheld') return <p class="site hint">{t('siteFile')}</p>
  if (access === 'sites-withheld') return <Withheld />
  if (host === undefined) return <p class="site hint">{t(isStore(tab.url) ? 'siteStore' : 'siteNotAllowed')}</p>
  if (on === undefined) return null
  return (
    <label class="site">
      <input
        type="checkbox"
        role="switch"
        checked={on}
        disabled={isLocked}
        onChange={() => void switchSite(tab.url, !on).then((now) => setOn(now ?? on))}
      />
      <span>{t(on ? 'siteOn' : 'siteOff', host || 'file://')}</span>
      {isLocked && <small>{t('options_locked')}</small>}
    </label>
  )
}

/** Access to sites can be taken away from an extension, and be given back from here. */
function Withheld() {
  const allow = () => void browser.permissions.request(ALL_SITES).then((given) => given && location.reload())
  return (
    <p class="site hint">
      <span>{t('siteAccess')}</span>
      <button type="button" onClick={allow}>
        {t('siteAllow')}
      </button>
    </p>
  )
}

type Access = 'given' | 'files-withheld' | 'sites-withheld'

/** Whether the browser lets Porthole into the tab. */
function useAccess({ url }: Browser.tabs.Tab): Access | undefined {
  const [access, setAccess] = useState<Access>()
  useEffect(() => {
    const ask = async (): Promise<Access> => {
      if (url?.startsWith('file:')) {
        return (await browser.extension.isAllowedFileSchemeAccess()) ? 'given' : 'files-withheld'
      }
      return (await isGiven(url)) ? 'given' : 'sites-withheld'
    }
    void ask().then(setAccess)
  }, [url])
  return access
}

/**
 * Access can be taken away from all sites and be given to single ones. Without it not even the tab's address is known,
 * but a click on the button tells it for that one time.
 */
async function isGiven(url: string | undefined): Promise<boolean> {
  if (await browser.permissions.contains(ALL_SITES)) return true
  if (url === undefined || switchableHost(url) === undefined) return url !== undefined
  const { protocol, hostname } = new URL(url)
  return browser.permissions.contains({ origins: [`${protocol}//${hostname}/*`] }).catch(() => false)
}

const ALL_SITES = { origins: ['<all_urls>'] }
