import { readSettings, type Settings, watchSettings } from '../settings/settings'
import { isOn } from '../settings/site-rule'

/**
 * Follows whether Porthole may work on this page: the reader's site rule for the page's host (in a frame, that of the
 * tab's page where the browser tells it), and the page's own `<meta name="porthole" content="off">`.
 */
export function followPermission(
  window: Window,
  signal: AbortSignal,
  callBack: (on: boolean, settings: Settings) => void,
): void {
  const host = hostOf(window)
  const tell = (on: boolean, settings: Settings) => {
    if (!signal.aborted) callBack(on, settings)
  }
  const wants = () => window.document.querySelector('meta[name="porthole" i][content="off" i]') === null
  void readSettings().then((settings) => tell(isOn(settings.siteRule, host) && wants(), settings))
  watchSettings(signal, (settings) => tell(isOn(settings.siteRule, host) && wants(), settings))
}

/** The host that the site rule goes by. */
export function hostOf(window: Window): string {
  const outermost = window.location.ancestorOrigins?.item(window.location.ancestorOrigins.length - 1)
  if (outermost && URL.canParse(outermost)) return new URL(outermost).hostname
  try {
    return window.top?.location.hostname ?? window.location.hostname
  } catch {
    // A frame of another site in a browser that does not tell who frames it.
    return window.location.hostname
  }
}
