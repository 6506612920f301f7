import type { PortRange } from './port-range.ts'

/** Where it stands who may listen below 1024. Ports from 1024 on are open to every program on all three. */
export const LOW_PORT_SOURCES = {
  linux: 'https://docs.kernel.org/networking/ip-sysctl.html',
  macos: 'https://zameermanji.com/blog/2024/1/5/binding-to-privileged-ports-without-root-on-macos/',
  windows: 'https://learn.microsoft.com/windows/win32/winsock/using-so-reuseaddr-and-so-exclusiveaddruse',
} as const

/** Ports that a system lends to outgoing connections, unless it was set up otherwise. */
export interface EphemeralRange extends PortRange {
  readonly system: string
  readonly source: string
}

/** RFC 6335 suggests 49152 to 65535; Linux begins lower. */
const EPHEMERAL_RANGES: readonly EphemeralRange[] = [
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
