import Quill from 'quill'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const quill = new Quill(around(document.getElementById('root')), { modules: { toolbar: false, history: { delay: 0 } } })
quill.setText(`${DRAFT}\n${ROWS.slice(0, 40).join('\n')}\n`)
window.focusEditor = () => quill.setSelection(0, 0)
window.ready = true
