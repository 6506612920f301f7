import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('ranges in words', () => {
  finds('un port compris entre [1024 et 49151]', [{ from: 1024, to: 49151 }])
  finds('Der Port muss zwischen [1 und 65535] liegen.')
  finds('порт от [8000 до 8999]')
  finds('The range of the port is [0- 65535]')
  finds('pass tcp any any -> 10.9.8.7 [7000:7005]'.replace('pass', 'alert').replace('7005]', '7005] (sid:1;)'))
  ignores('between 1024 and 5000 people')
})

describe('what the port is, some words later', () => {
  finds('Il numero di porta in genere è [25].')
  finds('The port that our new server takes is [4711].')
  finds('La valeur par défaut du port utilisé par le serveur est [4711].')
  ignores('The port is busy and the limit is 4711.')
})

describe('what each port is for', () => {
  finds('Das Projekt nutzt Port [5432] für die Daten, [3000] für das Backend und [4200] für die Seiten.')
  finds('reserved for something (such as [502] for Modbus, or [80] for HTTP), so ports help')
  finds('- [9100] - Node exporter\n- [9107] - Queue exporter\n(ports)'.replace('\n(ports)', ''), [], { above: 'Ports' })
  finds('默认端口\n- 上报：`[9002]`\n- 控制台：`[5001]`')
  finds('HTTP [80], HTTPS [443], SSH [22] come in')
  ignores('AS 65001 and others')
})

describe('answers to choose from', () => {
  finds('Which port is used by HTTPS?\nA. [80]\nB. [443]')
  finds('{ q: "Which port?", options: \\["[443]", "[80]"\\] }')
  ignores('Which year was it?\nA. 1443\nB. 2443')
})

describe('firewalls', () => {
  finds('In the security group, open [22], [80] and [443].')
  finds('Make sure [443] is open in your firewall.')
  finds('alert tcp any any -> !10.9.8.7 [5032] (msg:"x")')
  finds('"[22]                 ALLOW IN    Anywhere"')
  finds('grep "^ListenStream=[1234]" file')
  ignores('Open 24 windows behind the firewall')
})

describe('code', () => {
  finds('assert ports == \\[[1], [2], [3]\\]')
  finds('if port not in (None, [80], [443]):')
  finds('const ports: Record<string, number> = { docs: [3000], book: [8000] }')
  finds('lsof -i[:9000]')
  ignores('assert len(ports) == 3')
  ignores('SerialPortSettings { baud_rate: 9600 }')
  ignores('a=ptime:20')
})
