import { useEffect, useState } from 'preact/hooks'
import { type Browser, browser } from 'wxt/browser'
import { t } from '../../components/i18n'
import { lockedSettings, readSettings, writeSettings } from '../../settings/settings'
import { isOn, switched } from '../../settings/site-rule'

/** The one switch of a site, and why there is none where there cannot be one. */
export function SiteSwitch({ tab }: { readonly tab: Browser.tabs.Tab }) {
  const url = tab.url && URL.canParse(tab.url) ? new URL(tab.url) : undefined
  const host = url?.hostname ?? ''
  const [on, setOn] = useState<boolean>()
  const [isLocked, setLocked] = useState(false)
  const [mayRead, setMayRead] = useState(true)

  useEffect(() => void lockedSettings().then((locked) => setLocked(locked.has('siteRule'))), [])
  useEffect(() => void browser.extension?.isAllowedFileSchemeAccess().then(setMayRead), [])
  useEffect(() => void readSettings().then(({ siteRule }) => setOn(isOn(siteRule, host))), [host])

  if (!url || !/^(https?|file|ftp):$/.test(url.protocol) || isStore(host)) {
    return <p class="site hint">{t('siteNotAllowed')}</p>
  }
  if (url.protocol === 'file:' && !mayRead) return <p class="site hint">{t('siteFile')}</p>
  if (on === undefined) return null

  async function toggle() {
    const { siteRule } = await readSettings()
    await writeSettings({ siteRule: switched(siteRule, host, !on) })
    setOn(!on)
  }

  return (
    <label class="site">
      <input type="checkbox" role="switch" checked={on} disabled={isLocked} onChange={() => void toggle()} />
      <span>{t(on ? 'siteOn' : 'siteOff', host || url.protocol.slice(0, -1))}</span>
      {isLocked && <small>{t('options_locked')}</small>}
    </label>
  )
}

/** Browsers let no extension into their stores. */
const isStore = (host: string) =>
  ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com'].includes(host)
