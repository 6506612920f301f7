import type { Protocol } from './types.ts'

export type System = 'linux' | 'macos' | 'windows' | 'any'

/** A command to copy into a terminal. */
export interface Command {
  readonly system: System
  /** The program that runs, as its label: "ss", "PowerShell". */
  readonly tool: string
  readonly command: string
}

/** Commands that show which program listens on the port of this machine. None for port 0, on which nothing can listen. */
export function listenerCommands(port: number, protocol: Protocol = 'tcp'): Command[] {
  if (port === 0) return []
  const ss = { tcp: '-t', udp: '-u', sctp: '-S', dccp: '-d' }[protocol]
  const commands: Command[] = [{ system: 'linux', tool: 'ss', command: `sudo ss -lnp ${ss} 'sport = :${port}'` }]
  if (protocol !== 'tcp' && protocol !== 'udp') return commands
  // Without sudo, lsof and ss leave out what belongs to other users.
  const lsof = protocol === 'tcp' ? `sudo lsof -nP -iTCP:${port} -sTCP:LISTEN` : `sudo lsof -nP -iUDP:${port}`
  const cmdlet =
    protocol === 'tcp'
      ? `Get-NetTCPConnection -State Listen -LocalPort ${port}`
      : `Get-NetUDPEndpoint -LocalPort ${port}`
  const columns = "LocalAddress, OwningProcess, @{n='Name'; e={(Get-Process -Id $_.OwningProcess).Name}}"
  return [
    ...commands,
    { system: 'linux', tool: 'lsof', command: lsof },
    { system: 'macos', tool: 'lsof', command: lsof },
    { system: 'windows', tool: 'PowerShell', command: `${cmdlet} | Select-Object ${columns}` },
    {
      system: 'windows',
      tool: 'netstat',
      command: `netstat -ano | findstr ":${port} " | findstr ${protocol.toUpperCase()}`,
    },
    { system: 'any', tool: 'Python', command: pythonCheck(port, protocol) },
  ]
}

/** TCP answers a connection with 0; UDP has none, so the port is tried out: "Address already in use" says it is taken. */
function pythonCheck(port: number, protocol: 'tcp' | 'udp'): string {
  const code =
    protocol === 'tcp'
      ? `import socket; print(socket.socket().connect_ex(('127.0.0.1', ${port})) == 0)`
      : `import socket; socket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(('', ${port}))`
  return `python3 -c "${code}"`
}

/** Commands that try the port from another machine; `host` is put in as it is. None where no common tool can. */
export function probeCommands(port: number, protocol: Protocol = 'tcp', host = 'HOST'): Command[] {
  if (port === 0 || protocol === 'dccp') return []
  if (protocol === 'sctp') return [{ system: 'any', tool: 'ncat', command: `ncat --sctp -v ${host} ${port}` }]
  const nc = (system: System): Command => ({
    system,
    tool: 'nc',
    command: `nc -vz${protocol === 'udp' ? 'u' : ''} ${host} ${port}`,
  })
  const powershell: Command = {
    system: 'windows',
    tool: 'PowerShell',
    command: `Test-NetConnection ${host} -Port ${port}`,
  }
  // Test-NetConnection knows TCP only.
  return protocol === 'tcp' ? [nc('linux'), nc('macos'), powershell] : [nc('linux'), nc('macos')]
}
