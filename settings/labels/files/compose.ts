import { type Fields, fieldsOf, listOf, textOf } from '../../unknown-values'
import { labelOf, type LabelRow } from '../label'
import { Findings } from './reading'
import type { YamlPage } from './yaml-places'

/** `[host:]published:target[/protocol]`, ranges included; the host may be an IPv6 address in brackets. */
const SHORT = /^(?:(\[[0-9a-f:.]+\]|[^:[\]]+):)?(?:(\d+(?:-\d+)?):)(\d+(?:-\d+)?)(?:\/([a-z]+))?$/i
const TARGET_ONLY = /^\d+(?:-\d+)?(?:\/[a-z]+)?$/i

/** `${PORT:-8080}`: what it is where nothing is set. */
const WITH_DEFAULT = /\$\{[A-Za-z_]\w*:?-([^${}]*)\}/g

export const isCompose = ({ value }: YamlPage): boolean =>
  Object.values(fieldsOf(fieldsOf(value)?.['services']) ?? {}).some((service) => fieldsOf(service) !== undefined)

/** The ports that a compose file publishes on the host, named after their services. */
export function readCompose({ value, lineOf }: YamlPage): Findings {
  const findings = new Findings()
  for (const [name, raw] of Object.entries(fieldsOf(fieldsOf(value)?.['services']) ?? {})) {
    const service = fieldsOf(raw) ?? {}
    for (const [index, port] of listOf(service['ports']).entries()) {
      const line = lineOf(['services', name, 'ports', index])
      const said = textOf(port) ?? JSON.stringify(port) ?? ''
      const read = fieldsOf(port) ? published(fieldsOf(port) ?? {}) : short(said)
      if (typeof read === 'string') findings.refuse(read, `${name}: ${said}`, line)
      else findings.add(labelOf({ ...read.row, name, note: noteOf(read.target, read.row.port, service) }), said, line)
    }
  }
  return findings
}

interface Published {
  readonly row: Pick<LabelRow, 'port' | 'protocol' | 'host'>
  readonly target: string | undefined
}

function short(text: string): Published | 'random-port' | 'variable' | 'port' {
  const plain = text.replaceAll(WITH_DEFAULT, '$1').trim()
  if (plain.includes('$')) return 'variable'
  if (TARGET_ONLY.test(plain)) return 'random-port'
  const [, host, port, target, protocol] = SHORT.exec(plain) ?? []
  return port === undefined ? 'port' : { row: { port, ...hostOf(host), ...(protocol && { protocol }) }, target }
}

function published(port: Fields): Published | 'random-port' | 'variable' {
  const number = textOf(port['published'])?.replaceAll(WITH_DEFAULT, '$1')
  if (number === undefined || number === '0') return 'random-port'
  if (number.includes('$')) return 'variable'
  const protocol = textOf(port['protocol'])
  const row = { port: number, ...hostOf(textOf(port['host_ip'])), ...(protocol && { protocol }) }
  return { row, target: textOf(port['target']) }
}

/** All of a machine's addresses are no address; the loopback one is this machine. */
function hostOf(text = ''): { host?: string } {
  const host = text.replace(/^\[|\]$/g, '')
  if (host === '' || host === '0.0.0.0' || host === '::' || host === '*') return {}
  return { host: host === '127.0.0.1' || host === '::1' ? 'localhost' : host }
}

function noteOf(target: string | undefined, port: string, service: Fields): string {
  const image = textOf(service['image'])
  return [target !== undefined && target !== port && `→ ${target}`, image].filter(Boolean).join(' · ')
}
