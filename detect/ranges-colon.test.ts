import { describe } from 'vitest'
import { finds, ignores } from './expectations'

describe('a colon joins the ends of a range', () => {
  finds('parse_port_range("[61000:61010]")', [{ from: 61000, to: 61010 }])
  finds('the port range [5100:5110]')
  finds('--port-range [8300:8310]')
  finds('allow port [123],[700-800],[1100:1200]')
  finds('ports=[8081/tcp]|[3479],[5657:5660/udp]')
  finds('ufw allow proto udp from any to any port [34000:34010]')
  finds('端口范围：[6881:6885]')
  finds('"[8080]:[80]"', [{ side: 'host' }, { side: 'container' }])
  ignores('an aspect range 16:9')
})

describe('the ends of a range in words', () => {
  finds('The dynamic port range of older systems is [1025 to 5000].')
  finds('changed the port from [22] to [2222]')
  ignores('prices range from 1000 to 5000')
})
