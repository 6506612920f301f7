import type { System } from '../../registry/commands'

interface Navigator {
  readonly platform?: string
  readonly userAgentData?: { readonly platform?: string }
}

/** The system that this browser runs on; phones count as the desktop system they are made of. */
export function thisSystem(navigator: Navigator): System {
  const platform = (navigator.userAgentData?.platform || navigator.platform) ?? ''
  if (/win/i.test(platform)) return 'windows'
  return /mac|iphone|ipad|ios/i.test(platform) ? 'macos' : 'linux'
}
