import { describe, expect, it } from 'vitest'
import { listenerCommands, probeCommands } from './commands.ts'
import type { Protocol } from './types.ts'

const shows = (port: number, protocol: Protocol, expected: readonly string[]) =>
  it(`${port}/${protocol}`, () => {
    expect(listenerCommands(port, protocol).map(({ system, tool }) => `${system} ${tool}`)).toEqual(expected)
  })

const ALL = ['linux ss', 'linux lsof', 'macos lsof', 'windows PowerShell', 'windows netstat', 'any Python']

describe('what listens is shown with every tool that knows the protocol', () => {
  shows(5432, 'tcp', ALL)
  shows(53, 'udp', ALL)
  shows(9899, 'sctp', ['linux ss'])
  shows(0, 'tcp', [])
})

describe('the command asks for the right protocol', () => {
  const text = (protocol: Protocol, tool: string) =>
    listenerCommands(53, protocol).find((command) => command.tool === tool)?.command
  const rows: readonly (readonly [Protocol, string, string])[] = [
    ['tcp', 'ss', "sudo ss -lnp -t 'sport = :53'"],
    ['udp', 'ss', "sudo ss -lnp -u 'sport = :53'"],
    ['sctp', 'ss', "sudo ss -lnp -S 'sport = :53'"],
    ['tcp', 'lsof', 'sudo lsof -nP -iTCP:53 -sTCP:LISTEN'],
    ['udp', 'lsof', 'sudo lsof -nP -iUDP:53'],
    ['tcp', 'netstat', 'netstat -ano | findstr ":53 " | findstr TCP'],
  ]
  it.each(rows)('%s with %s', (protocol, tool, command) => expect(text(protocol, tool)).toBe(command))
  it('PowerShell has a cmdlet for each', () => {
    expect(text('tcp', 'PowerShell')).toContain('Get-NetTCPConnection -State Listen -LocalPort 53')
    expect(text('udp', 'PowerShell')).toContain('Get-NetUDPEndpoint -LocalPort 53')
  })
})

describe('a probe from outside', () => {
  const rows: readonly (readonly [number, Protocol, readonly string[]])[] = [
    [443, 'tcp', ['nc -vz HOST 443', 'nc -vz HOST 443', 'Test-NetConnection HOST -Port 443']],
    [53, 'udp', ['nc -vzu HOST 53', 'nc -vzu HOST 53']],
    [9899, 'sctp', ['ncat --sctp -v HOST 9899']],
    [0, 'tcp', []],
  ]
  it.each(rows)('%i/%s', (port, protocol, commands) => {
    expect(probeCommands(port, protocol).map(({ command }) => command)).toEqual(commands)
  })
  it('goes to the host that is given', () => {
    expect(probeCommands(22, 'tcp', 'db.example')[0]?.command).toBe('nc -vz db.example 22')
  })
})
