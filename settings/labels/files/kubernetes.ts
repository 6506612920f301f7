import { type Fields, fieldsOf, listOf, textOf } from '../../unknown-values'
import { labelOf } from '../label'
import { Findings } from './reading'
import type { Path, YamlPage } from './yaml-places'

export const isKubernetes = ({ value }: YamlPage): boolean => {
  const object = fieldsOf(value)
  return textOf(object?.['kind']) !== undefined && textOf(object?.['apiVersion']) !== undefined
}

/** The ports of Services: the service's own, and those on the nodes. Other kinds are named as left out. */
export function readKubernetes(page: YamlPage): Findings {
  const findings = new Findings()
  read(page.value, [], page, findings)
  return findings
}

function read(value: unknown, path: Path, page: YamlPage, findings: Findings): void {
  const object = fieldsOf(value) ?? {}
  const kind = textOf(object['kind']) ?? ''
  const metadata = fieldsOf(object['metadata']) ?? {}
  const name = textOf(metadata['name']) ?? textOf(metadata['generateName']) ?? ''
  if (/List$/.test(kind) && Array.isArray(object['items'])) {
    for (const [index, item] of listOf(object['items']).entries()) read(item, [...path, 'items', index], page, findings)
    return
  }
  if (kind !== 'Service') {
    findings.refuse('kind', [kind, name].filter(Boolean).join(' '), page.lineOf(path))
    return
  }
  const ports = listOf(fieldsOf(object['spec'])?.['ports'])
  if (ports.length === 0) findings.refuse('not-published', `Service ${name}`, page.lineOf(path))
  for (const [index, raw] of ports.entries()) {
    const port = fieldsOf(raw) ?? {}
    const line = page.lineOf([...path, 'spec', 'ports', index])
    const protocol = textOf(port['protocol']) ?? 'TCP'
    const full = [name, ports.length > 1 && textOf(port['name'])].filter(Boolean).join(' ')
    const note = noteOf(port, textOf(metadata['namespace']))
    const said = `${full} ${JSON.stringify(raw)}`
    findings.add(labelOf({ port: textOf(port['port']), protocol, name: full, note }), said, line)
    const onNode = textOf(port['nodePort'])
    if (onNode === undefined || onNode === '0') continue
    findings.add(labelOf({ port: onNode, protocol, name: full, note: `NodePort · ${note}` }), said, line)
  }
}

function noteOf(port: Fields, namespace: string | undefined): string {
  const target = textOf(port['targetPort'])
  const isOther = target !== undefined && target !== textOf(port['port'])
  return ['Kubernetes Service', namespace, isOther && `→ ${target}`].filter(Boolean).join(' · ')
}
