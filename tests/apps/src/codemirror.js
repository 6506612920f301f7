import { javascript } from '@codemirror/lang-javascript'
import { basicSetup, EditorView } from 'codemirror'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const parent = around(document.getElementById('root'))
const view = new EditorView({ doc: `fetch("${DRAFT}")\n${ROWS.slice(0, 300).join('\n')}`, extensions: [basicSetup, javascript()], parent })
view.dom.style.height = '180px'
window.focusEditor = () => view.focus()
requestAnimationFrame(() => requestAnimationFrame(() => (window.ready = true)))
