import { describe } from 'vitest'
import { finds, ignores } from './expectations'

const prose =
  'Nothing of what follows was ever written down by anyone who was there at the time, or so it seems to us. '.repeat(2)

describe('what firewalls do to ports', () => {
  finds('So I opened [443] on the firewall, and it worked.')
  finds('Forward [25565] on your router to the machine with the game.')
  finds('Somebody had blocked [8443] at the company firewall')
  finds(`${prose}We closed [3306] in the security group.`)
  ignores('I opened 443 letters on the day of the fair')
  ignores('They opened 443 tickets on the firewall team')
  ignores('We opened 2019 on the firewall of hope')
})

describe('ports that are taken', () => {
  finds('If [8080] is taken, the dev server tries the next one.')
  finds('When [5173] is already in use the app exits')
  finds(`${prose}If [3000] is busy, stop the other process first.`)
  ignores('If 2024 is taken as a year, the server rejects it')
  ignores('Room 8080 is taken, said the server')
  ignores('If 8080 is taken, the museum shows another chip')
})

describe('a service and its number', () => {
  finds('For HTTPS use [443] instead.')
  finds('smtp.example.org, [587] (STARTTLS)')
  ignores('On mail.example.org, 993 people answered')
  ignores('On www.example.org, 993, they say, is a lucky number')
})

describe('examples of ports', () => {
  finds('Move the SSH port from [22] to something above 1024, such as [2222].')
  ignores('The port is fixed; a long text, such as 2222 words, is no trouble')
})

describe("Terraform's variables", () => {
  finds('variable "container_port" {\n  type    = number\n  default = [8080]\n}')
  finds('variable "http_port" {\n  description = "Where the web server listens"\n  default     = [8080]\n}')
  ignores('variable "port_count" {\n  type    = number\n  default = 24\n}')
  ignores('variable "report" {\n  type    = number\n  default = 8080\n}')
})

describe('names and values in one assignment', () => {
  finds('HOST, PORT = "", [8888]')
  ignores('HOST, SIZE = "", 8888')
})
