import ace from 'ace-builds'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const editor = ace.edit(around(document.getElementById('root')))
editor.session.setUseWorker(false)
editor.setValue(`${DRAFT}\n${ROWS.slice(0, 300).join('\n')}`, -1)
window.focusEditor = () => editor.focus()
setTimeout(() => (window.ready = true), 500)
