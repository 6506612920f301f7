/**
 * Ports that people name so often that the number is evidence by itself, with the names they go by.
 * Not the registry: only what helps to tell a port from another number.
 */
const SERVICES =
  'ftp:20,21,990 sftp,openssh,ssh:22 telnet:23 smtp:25,465,587,2525 submission:587 dns,domain:53 dhcp:67,68 tftp:69 ' +
  'http,web,nginx,apache,caddy:80,443,8000,8008,8080 https,ssl,tls:443,8443 kerberos:88 pop3,pop:110,995 rpc:111,135 ntp:123 netbios:137,138,139 ' +
  'smb:139,445 imap,imaps:143,993 snmp:161,162 bgp:179 smtps:465 ike,ipsec:500,4500 ldap,ldaps:389,636,3268 syslog:514 ipp,cups:631 rsync:873 socks,tor:1080,9050 ' +
  'openvpn:1194 mssql,sql:1433,1434,3306 oracle:1521 pptp:1723 radius:1812,1813 mqtt:1883,8883 nfs:2049 zookeeper:2181,2888,3888 ' +
  'docker:2375,2376,2377 etcd:2379,2380 squid:3128 iscsi:3260 mysql,mariadb:3306,3307,33060 rdp:3389 stun,turn:3478 svn:3690 metasploit:4444 ' +
  'node,react,rails,grafana,frontend,backend:3000,3001 angular:4200 flask:5000,5001 sip:5060,5061 vite:5173 xmpp:5222,5269 mdns:5353 postgres,postgresql:5432,5433 ' +
  'amqp,rabbitmq:5671,5672,15672,25672 vnc:5900,5901 couchdb:5984 winrm:5985,5986 redis:6379,6380,26379 kubernetes:6443,10250 irc:6667,6697 ' +
  'bittorrent:6881 neo4j:7474,7687 cassandra:9042 influxdb:8086 consul:8500 vault:8200 jupyter:8888 php,fpm,minio:9000,9001 prometheus:9090 ' +
  'kafka:9092,9093,9094 node_exporter:9100 elasticsearch:9200,9300 kibana:5601 logstash:5044 memcached:11211 minecraft:25565 ' +
  'mongodb,mongo:27017,27018,27019 wireguard:51820 hadoop:50010,50070 plex:32400 debug:5005,9229 ' +
  'modbus:502 rtsp:554,8554 dot:853 l2tp:1701 registry:5000 airplay,synology:5000,5001 homeassistant,clickhouse:8123 jellyfin:8096 portainer:9443 alertmanager:9093 ' +
  'proxmox:8006 cpanel,whm:2082,2083,2086,2087 plesk:8880 nomad:4646,4647,4648 consul:8300,8301,8302,8600 activemq:8161,61616 nats:4222,6222,8222 ' +
  'pulsar:6650 spark:4040,7077,18080 hdfs,namenode:8020,9870 yarn:8088 hbase:16010 solr:8983 fluentd:24224 graylog:12201 statsd:8125 ' +
  'zabbix:10050,10051 nrpe:5666 jaeger:16686 otlp:4317,4318 zipkin:9411 loki:3100 pushgateway,transmission:9091 ceph:6789 iperf:5201 ' +
  'teamviewer:5938 steam:27015,27016,27036 factorio:34197 terraria:7777 bedrock:19132 teamspeak:9987,10011,30033 mumble:64738 opc:4840 ' +
  'bacnet:47808 coap:5683 adb:5037,5555 firebird:3050 cockroach,cockroachdb:26257 couchbase:8091 arangodb:8529 rethinkdb:28015 bitcoin:8332,8333 ' +
  'ethereum,geth:8545,8546,30303 ipfs:4001 deluge:8112 sonarr:8989 radarr:7878 tautulli:8181 citrix:2598 vmware:902 epmd:4369 radmin:4899 ' +
  'git:9418 weblogic:7001,7002 glassfish:4848 wildfly:9990 ajp:8009 netbus:12345 puppet:8140 salt:4505,4506 sonarqube:9000 ' +
  ':81,4000,4443,8001,8081,8082,8083,8089,9999,10000,8005,1099'

const portsOf = new Map<string, ReadonlySet<number>>()
/** A bit for each port. */
const known = new Uint8Array(8192)
let isLearnt = false

/** Is this a number that readers know as a port? */
export function isKnownPort(port: number): boolean {
  if (!isLearnt) learnPorts()
  return ((known[port >> 3] as number) & (1 << (port & 7))) > 0
}

function learnPorts(): void {
  isLearnt = true
  for (const [port] of SERVICES.matchAll(/\b\d+\b/g))
    known[+port >> 3] = (known[+port >> 3] as number) | (1 << (+port & 7))
}

/** Does the text name a service that this port is known for? */
export function namesItsService(text: string, port: number): boolean {
  if (!isKnownPort(port)) return false
  if (portsOf.size === 0) learnNames()
  for (const [word] of text.toLowerCase().matchAll(/[a-z][a-z0-9_]*/g)) if (portsOf.get(word)?.has(port)) return true
  return false
}

function learnNames(): void {
  for (const entry of SERVICES.split(' ')) {
    const [names = '', list = ''] = entry.split(':')
    const ports = new Set(list.split(',').map(Number))
    for (const name of names.split(',')) portsOf.set(name, ports)
  }
}
