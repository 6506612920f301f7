import { expect, test } from 'vitest'
import { rowOf } from '../label'
import { read } from './expectations'

/** "port/protocol@host name" of each label, and "line reason" of each refusal. */
const told = (text: string, name?: string) => {
  const { format, found, refused } = read(text, name)
  return {
    format,
    found: found.map(({ label }) => {
      const { port, protocol, host, name: said } = rowOf(label)
      return `${port}${protocol ? `/${protocol}` : ''}${host ? `@${host}` : ''} ${said}`
    }),
    refused: refused.map(({ line, reason }) => `${line} ${reason}`),
  }
}

test('a services file, as Debian ships it', () => {
  expect(
    told(`# Network services, Internet style
tcpmux		1/tcp				# TCP port service multiplexer
discard		9/udp		sink null
domain		53/tcp				# Domain Name Server
domain		53/udp
rtmp		1/ddp			# Routing Table Maintenance Protocol
broken line here
`),
  ).toEqual({
    format: 'services',
    found: ['1/tcp tcpmux', '9/udp discard', '53/tcp domain', '53/udp domain'],
    refused: ['6 protocol', '7 columns'],
  })
})

test('a table in any order, with quotes, another separator and broken lines', () => {
  expect(
    told(
      'Name;Port;Protocol;Owner\r\n"Billing ""new""; API";8443;tcp;anna\r\nx;nope;;\r\n\r\n"open;1;;\r\ny;70000\r\nz;9\r\n',
    ),
  ).toEqual({
    format: 'csv',
    found: ['8443/tcp Billing "new"; API', '9 z'],
    refused: ['3 port', '5 quote', '6 high'],
  })
})

test('a compose file: what it publishes, and why the rest is left', () => {
  expect(
    told(`x-base: &base
  restart: always
  ports: ["9100:9100"]
services:
  web:
    image: nginx:1.27
    ports:
      - "8080:80"
      - 127.0.0.1:8443:443/tcp
      - "3000-3002:3000-3002/udp"
      - "\${WEB_PORT:-8090}:90"
      - "\${SECRET_PORT}:91"
      - 80
      - 22:22
      - "[fd00::1]:99:99"
  db:
    ports:
      - target: 5432
        published: "15432"
        protocol: tcp
        host_ip: 10.0.0.5
      - target: 9
  exporter:
    <<: *base
  quiet:
    expose: ["1"]
`),
  ).toEqual({
    format: 'compose',
    found: [
      '8080 web',
      '8443/tcp@localhost web',
      '3000-3002/udp web',
      '8090 web',
      '22 web',
      '99@fd00::1 web',
      '15432/tcp@10.0.0.5 db',
      '9100 exporter',
    ],
    refused: ['12 variable', '13 random-port', '22 random-port'],
  })
})

test('Kubernetes Services, several to a file', () => {
  expect(
    told(`apiVersion: v1
kind: Service
metadata: {name: billing, namespace: shop}
spec:
  type: NodePort
  ports:
    - {name: http, port: 80, targetPort: 8080, nodePort: 30080}
    - {name: grpc, port: 9090, protocol: TCP}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: billing}
---
apiVersion: v1
kind: List
items:
  - apiVersion: v1
    kind: Service
    metadata: {name: dns}
    spec: {ports: [{port: 53, protocol: UDP}]}
  - apiVersion: v1
    kind: Service
    metadata: {name: web}
    spec: {ports: [{port: 80}]}
`),
  ).toEqual({
    format: 'kubernetes',
    found: ['80/tcp billing http, web', '30080/tcp billing http', '9090/tcp billing grpc', '53/udp dns'],
    refused: ['10 kind'],
  })
})

test('Helm values', () => {
  expect(
    told(`replicaCount: 2
service:
  type: ClusterIP
  port: 8080
  targetPort: http
metrics:
  enabled: true
  service: {port: 9102}
postgresql:
  primary:
    service:
      ports: {postgresql: 5432}
      nodePorts: {postgresql: ""}
`),
  ).toEqual({ format: 'helm', found: ['8080 service', '9102 metrics', '5432 postgresql primary'], refused: [] })
})

test('our own JSON, whole and broken', () => {
  const rows = ['{"port":"1","name":"o}ne"}', '{"port":"2","name":"two"}', '{"port":"x","name":"three"}']
  const whole = `{\n  "porthole": 1,\n  "labels": [\n    ${rows.join(',\n    ')}\n  ]\n}\n`
  expect(told(whole)).toEqual({ format: 'porthole', found: ['1 o}ne', '2 two'], refused: ['6 port'] })
  expect(told(whole.replace('"two"}', '"two}'))).toEqual({
    format: 'porthole',
    found: ['1 o}ne'],
    refused: ['5 syntax', '6 port'],
  })
})
