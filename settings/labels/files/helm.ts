import { fieldsOf, textOf } from '../../unknown-values'
import { labelOf } from '../label'
import { Findings } from './reading'
import type { Path, YamlPage } from './yaml-places'

/** Keys whose number is a port (`port`, `nodePort`, `metricsPort`), and whose entries are ports (`ports`, `nodePorts`). */
const PORT = /^(?:port|.+Port|.+_port|.+-port)$/
const PORTS = /^(?:ports|.+Ports|.+_ports|.+-ports)$/

/** Keys that say nothing of what listens. */
const PLAIN = new Set(['service', 'services', 'ports', 'port', 'global', 'container', 'spec', 'main'])

/** Ports of the inside that one meets under the service's own number. */
const INSIDE = /^(?:targetPort|target_port|targetPorts)$/

/** The ports in a Helm chart's values, named after the keys above them. */
export function readHelm({ value, lineOf }: YamlPage): Findings {
  const findings = new Findings()
  const walk = (node: unknown, path: Path): void => {
    if (path.length > 30) return
    if (Array.isArray(node)) {
      for (const [index, item] of node.entries()) walk(item, [...path, index])
      return
    }
    const fields = fieldsOf(node)
    for (const [key, inner] of Object.entries(fields ?? {})) {
      const here = [...path, key]
      const number = textOf(inner)
      if (INSIDE.test(key)) continue
      if (number === undefined) walk(inner, here)
      else if ((PORT.test(key) || PORTS.test(String(path.at(-1)))) && /^\d+$/.test(number) && number !== '0') {
        const protocol = textOf(fields?.['protocol'])
        const label = labelOf({ port: number, name: nameOf(here, fields?.['name']), note: here.join('.'), protocol })
        findings.add(label, `${here.join('.')}: ${number}`, lineOf(here))
      }
    }
  }
  walk(value, [])
  return findings
}

function nameOf(path: Path, stated: unknown): string {
  const words = path
    .filter((step) => typeof step === 'string')
    .map((step) => step.replace(/(?<=.)[_-]?[Pp]orts?$/, ''))
    .filter((step) => !PLAIN.has(step))
  const own = textOf(stated)
  if (own !== undefined && !words.includes(own)) words.push(own)
  return [...new Set(words)].join(' ') || String(path[0])
}
