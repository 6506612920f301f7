import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('programs that take a host and a port', () => {
  finds('python3 probe.py 10.9.8.7 [4455]')
  finds('$ java -jar relay.jar localhost [9876] verbose')
  finds('nc -e /bin/sh 10.9.8.7 [1234]')
  finds('node server.js [8090]')
  finds('./server [7000]')
  ignores('python3 fib.py 5000')
  ignores('Our node server was 5000 days old')
})

describe('flags behind a dash that an editor made longer', () => {
  finds('ssh –p [2022] box')
  finds('nmap –p[22] box')
  finds('serve —port [8081]')
  ignores('3 –p22x')
})

describe('records and rules of systems', () => {
  finds('denied { name_bind } for comm="web" src=[8181] tclass=tcp_socket')
  finds(' port-object range [8000 8100]')
  ignores('denied { read } for comm="web" ino=8181')
})

describe('hosts of few letters', () => {
  finds('pull [test:5000]/team/app:3')
  finds('bootstrap.servers=[a:9092]')
  ignores('build test:20 now')
})

describe('the settings of a mail program', () => {
  finds('IMAP: [993]\nSMTP: [465]')
  finds('POP3 [995] SSL/TLS')
  finds('Out: smtp.example.com / [587] / STARTTLS')
  ignores('HTTP: 7 requests')
  ignores('Mail: 465 letters')
})
