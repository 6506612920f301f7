import * as monaco from 'monaco-editor/editor/editor.api.js'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

globalThis.MonacoEnvironment = { getWorker: () => new Worker(URL.createObjectURL(new Blob(['onmessage = () => {}']))) }
const editor = monaco.editor.create(around(document.getElementById('root')), {
  value: `${DRAFT}\n${ROWS.slice(0, 300).join('\n')}`,
  language: 'plaintext',
  cursorBlinking: 'solid',
  minimap: { enabled: false },
  // Fading scroll bars would make the markup depend on the time.
  scrollbar: { vertical: 'visible', horizontal: 'visible' },
  accessibilitySupport: 'off',
})
window.focusEditor = () => editor.focus()
setTimeout(() => (window.ready = true), 300)
