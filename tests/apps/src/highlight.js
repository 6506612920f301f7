import hljs from 'highlight.js'
import 'highlight.js/styles/github.css'
import { around } from './page.js'

const editor = around(document.getElementById('root'))
const pre = document.createElement('pre')
const code = pre.appendChild(document.createElement('code'))
code.className = 'language-javascript'
const show = (text) => {
  delete code.dataset.highlighted
  code.textContent = `const url = "http://code.example:8443/"\nserver.listen(3000)\n// ${text}`
  hljs.highlightElement(code)
}
show('nothing')
editor.replaceWith(pre)
const rewrite = window.app.rewrite
window.app.rewrite = (next) => {
  rewrite(next)
  show(next)
}
window.ready = true
