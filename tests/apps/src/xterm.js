import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { around } from './page.js'

const element = around(document.getElementById('root'))
element.id = 'terminal'
const terminal = new Terminal({ rows: 10, cols: 60, scrollback: 100 })
terminal.open(element)
const rewrite = window.app.rewrite
window.app.rewrite = (next) => {
  rewrite(next)
  terminal.write(`\r\n${next}`)
}
terminal.onData((data) => terminal.write(data === '\r' ? '\r\n' : data))
window.focusEditor = () => terminal.focus()
terminal.write('LISTEN 0 128 0.0.0.0:8022', () => setTimeout(() => (window.ready = true), 200))
