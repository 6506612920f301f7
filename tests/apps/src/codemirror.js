import { basicSetup, EditorView } from 'codemirror'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const parent = around(document.getElementById('root'))
// Without a language: CodeMirror parses for so many milliseconds at a time, and what it has coloured depends on them.
const doc = `fetch("${DRAFT}")\n${ROWS.slice(0, 300).join('\n')}`
const view = new EditorView({ doc, extensions: [basicSetup], parent })
view.dom.style.height = '180px'
window.focusEditor = () => view.focus()
requestAnimationFrame(() => requestAnimationFrame(() => (window.ready = true)))
