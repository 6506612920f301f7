import type { PortRange } from './port-range.ts'

/** A statement about an operating system that can be checked at its source. */
export interface SystemFact {
  readonly system: string
  readonly text: string
  readonly source: string
}

/** Who may listen below 1024. Ports from 1024 on are open to every program on all three. */
export const WHO_MAY_LISTEN: readonly SystemFact[] = [
  {
    system: 'Linux',
    text: 'Root, or a program with the capability CAP_NET_BIND_SERVICE. The limit is a setting: net.ipv4.ip_unprivileged_port_start, 1024 unless changed.',
    source: 'https://docs.kernel.org/networking/ip-sysctl.html',
  },
  {
    system: 'macOS',
    text: 'Since 10.14 any program on all addresses at once; on a single address, 127.0.0.1 included, root only.',
    source: 'https://zameermanji.com/blog/2024/1/5/binding-to-privileged-ports-without-root-on-macos/',
  },
  {
    system: 'Windows',
    text: 'Any program: low ports need no privilege, though another program or an excluded range may hold the port.',
    source: 'https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse',
  },
]

/** Ports that a system lends to outgoing connections, unless it was set up otherwise. */
export interface EphemeralRange extends PortRange {
  readonly system: string
  readonly source: string
}

/** RFC 6335 suggests 49152 to 65535; Linux begins lower. */
export const EPHEMERAL_RANGES: readonly EphemeralRange[] = [
  { system: 'Linux', from: 32_768, to: 60_999, source: 'https://docs.kernel.org/networking/ip-sysctl.html' },
  {
    system: 'macOS',
    from: 49_152,
    to: 65_535,
    source: 'https://github.com/apple-oss-distributions/xnu/blob/main/bsd/netinet/in.h',
  },
  {
    system: 'Windows',
    from: 49_152,
    to: 65_535,
    source: 'https://learn.microsoft.com/troubleshoot/windows-server/networking/default-dynamic-port-range-tcpip-chang',
  },
]

/** The systems on which the port may be found in use by any outgoing connection. */
export function ephemeralOn(port: number): readonly EphemeralRange[] {
  return EPHEMERAL_RANGES.filter(({ from, to }) => from <= port && port <= to)
}
