/** Where Porthole works: on everywhere but on listed sites, or off everywhere but there. */
export interface SiteRule {
  readonly everywhere: boolean
  /** Whole host names (`docs.example.org`) and `*.` patterns (`*.example.org`: all below it and itself). Lower case. */
  readonly sites: readonly string[]
}

/** Whether Porthole works on a host. A page without a host (a file) goes by the empty name. */
export function isOn({ everywhere, sites }: SiteRule, host: string): boolean {
  return everywhere !== sites.some((site) => matchesSite(site, host.toLowerCase()))
}

/** The rule with the host switched on or off; patterns that decide otherwise for it are taken out with it. */
export function switched(rule: SiteRule, host: string, on: boolean): SiteRule {
  if (isOn(rule, host) === on) return rule
  const name = host.toLowerCase()
  const listed = rule.everywhere !== on
  const sites = rule.sites.filter((site) => !matchesSite(site, name))
  return { ...rule, sites: listed ? [...sites, name] : sites }
}

/** Whether a lower-case host is the one named, or with a `*.` pattern, is it or lies below it. */
export function matchesSite(site: string, host: string): boolean {
  if (!site.startsWith('*.')) return site === host
  return host === site.slice(2) || host.endsWith(site.slice(1))
}
