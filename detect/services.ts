/**
 * Ports that people name so often that the number is evidence by itself, with the names they go by.
 * Not the registry: only what helps to tell a port from another number.
 */
const SERVICES =
  'ftp:20,21,990 sftp:22,115 ssh:22 openssh:22 sshd:22 telnet:23 smtp:25,465,587,2525 smtps:465,587 submission:587 submissions:465 dns:53 domain:53 dhcp:67,68 ' +
  'tftp:69 http:80,8000,8008,8080 web:80,443 www:80 https:443,8443 tls:443 ssl:443 kerberos:88 pop3:110 pop:110 pop3s:995 rpc:111,135 rpcbind:111 ' +
  'msrpc:135 ntp:123 netbios:137,138,139 smb:139,445 cifs:445 imap:143,993 imaps:993 snmp:161,162 bgp:179 ldap:389,3268 ldaps:636,3269 ' +
  'syslog:514,6514 lpd:515 ipp:631 cups:631 rsync:873 socks:1080,9050 openvpn:1194 mssql:1433,1434 sql:1433,3306 oracle:1521 l2tp:1701 pptp:1723 ' +
  'radius:1812,1813 mqtt:1883,8883 nfs:2049 zookeeper:2181,2888,3888 docker:2375,2376,2377 etcd:2379,2380 squid:3128 iscsi:3260 ' +
  'mysql:3306,33060 mariadb:3306,3307 rdp:3389 stun:3478 turn:3478 svn:3690 metasploit:4444 ipsec:500,4500 ike:500 node:3000 react:3000 rails:3000 ' +
  'grafana:3000 angular:4200 flask:5000 registry:5000 sip:5060,5061 vite:5173 xmpp:5222,5269 mdns:5353 postgres:5432,5433 postgresql:5432 amqp:5671,5672 ' +
  'rabbitmq:5672,15672,25672 vnc:5900,5901 couchdb:5984 winrm:5985,5986 x11:6000 redis:6379,6380,26379 kubernetes:6443,10250 irc:6667,6697 bittorrent:6881 ' +
  'neo4j:7474,7687 cassandra:9042,7000 django:8000 splunk:8089 influxdb:8086 consul:8500,8600 vault:8200 jupyter:8888 php:9000 fpm:9000 sonarqube:9000 minio:9000,9001 ' +
  'clickhouse:8123 prometheus:9090 kafka:9092,9093,9094 alertmanager:9093 node_exporter:9100 elasticsearch:9200,9300 kibana:5601 logstash:5044 ' +
  'memcached:11211 minecraft:25565 mongodb:27017,27018,27019 mongo:27017 wireguard:51820 hadoop:50010,50070 torrent:51413 plex:32400 ollama:11434 debug:5005,9229 ' +
  'web-alt:81,591,3001,4000,4443,5001,6000,7001,7070,7777,8001,8081,8082,8083,8088,8181,8444,8880,9001,9091,9443,9999,10000,8009,8005,61616,19530,1099'

const portsOf = new Map<string, ReadonlySet<number>>()
const known = new Set<number>()
for (const entry of SERVICES.split(' ')) {
  const [name = '', list = ''] = entry.split(':')
  const ports = list.split(',').map(Number)
  portsOf.set(name, new Set(ports))
  for (const port of ports) known.add(port)
}

/** Is this a number that readers know as a port? */
export const isKnownPort = (port: number): boolean => known.has(port)

/** Does the text name a service that this port is known for? */
export function namesItsService(text: string, port: number): boolean {
  if (!known.has(port)) return false
  for (const [word] of text.toLowerCase().matchAll(/[a-z][a-z0-9_]*/g)) if (portsOf.get(word)?.has(port)) return true
  return false
}

/** Is this word the name of a network service? */
export const isService = (word: string): boolean => portsOf.has(word.toLowerCase())
