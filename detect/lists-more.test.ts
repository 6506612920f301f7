import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('the lines of a table whose cells have run together', () => {
  finds('Port Usage\n[8510] Admin pages\n[7946] Gossip between members')
  finds('Ports:\n[995] (SSL)\n[587] (TLS) or [465] (SSL)')
  finds('Puerto Uso\n[8081] Panel\n[9443] Copias')
  finds('端口 用途\n[8081] 后台\n[9443] 备份')
  finds('Name\n\nPort number\n\nAdmin\n\n[9443]\n\nMetrics\n\n[9100]')
  ignores('Report Contents\n2019 Figures\n8080 Copies')
  ignores('The Port of Rotterdam is wide.\n8080 ships came.')
  ignores('Four ports over 2 cards\n88\nof them')
})

describe('labels with numbers of their own', () => {
  finds('Default ports:\n- Server 2019: [1433]\n- Server 12c: [1521]')
  finds('The port depends on the release:\n- Studio 2022: [4026]\n- Studio 2019: [4024]')
  ignores('Not shown: 997 closed ports\nReason: 997 resets')
})

describe('a port by its default', () => {
  finds('HUB_PORT: port for incoming workers/agents (default: [7177])')
  finds('the web port of the player (hard-coded to [8895])')
  ignores('port timeout in ms (default: 3000)')
  ignores('port buffer (default: 4096)')
})

describe('a service and its number', () => {
  finds('open SSH/[22] and RDP/[3389]')
  finds('the API is on HTTPS/[8449]')
  finds('inbound: HTTPS-[443], SSH-[22]')
  finds('Added http-[8082] and https-[8444] ports')
  finds('Elasticsearch ([9200]/[9300])')
  finds("schemes = { 'http' => [80], 'https' => [443] }")
  ignores('HTTP/404 and HTTP/2')
  ignores('redis-6379.conf, UTF-8, ISO/8859')
  ignores('retry-delay: TCP 500, UDP 500')
})

describe('lists that name their ports after a verb or against each other', () => {
  finds('the port list of the sample includes [23], [2323] and [81]')
  finds('It scans port [23] vs. [2323]')
  finds('netstat -tln | grep -E "[6081]|[8761]"')
  finds('Given a service with these port mappings\n  | [80] | [8080] |\n  | [81] | [8081] |')
})

describe('low numbers that networks have nothing to do with', () => {
  ignores('Use of port 1 is required. Use of port 2 is optional.')
  ignores('Default port 1 connects to the left cable, port 2 to the right one.')
  ignores('set fpc 0 port 40 speed 10G')
  ignores('the NPort 5130 and 5150 device servers')
  ignores('17\tUDP\n47\tGRE')
  ignores('IP6 fe80::1 > fe80::2: sctp (1) [INIT]')
  finds('The daemon listens on port [7].')
})

describe('what is said of a port that nobody knows', () => {
  finds('Change the port of Tomcat from [3279] to [6121].')
  finds('Bind to port [2637] instead of [2189].')
  finds('El puerto del panel (por defecto: [2528])')
  finds('порт панели (по умолчанию: [3336])')
  finds('lsof -i [:8369] shows who it is')
  finds('| Port | Path |\n|---|---|\n| vCenter | [:4058]/client |')
  finds('The web port of the image is actually [6752].')
  finds('The name is "[5120]" here, and 80 is not; use port [5120].')
  finds('publish the port [80]:[7340]')
  finds('use port [9745] ([7637] is taken by another one)')
  finds('expose both the [2915] and the [3906] ports')
  finds('berjalan di port tertentu (misalnya [3708])')
  finds('Cổng mặc định [7537]')
  ignores('the Port of Hamburg from 1843 to 1850')
  ignores('800 tonnes instead of 8080 came into port')
  ignores('admin / 8080')
})

describe('forms of the word', () => {
  finds('A konténer [8081]-as portján figyel.')
  finds('Palvelin kuuntelee portteja [81] ja [444].')
})

describe('round ranges beside talk of ports', () => {
  finds('The default is [6200–6299], but other RTP ports will do.')
  finds('# local_port should be a value between [8700 and 8900]')
  ignores('LACP port priority: the range is 0-65535')
  ignores('pages 1100-1199')
})

describe('lists and defaults behind more words', () => {
  finds('The TCP ports that have to be open are: [2087], [2090] and [9951].')
  finds('It uses the port written on the command line (default [1235])')
  finds('netstat -an | find "[443]"')
  finds('| Stock | 10.0.7.9 | [8089] |')
  ignores('listen(handle, 1) opens the port')
})
