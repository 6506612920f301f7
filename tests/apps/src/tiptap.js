import { Editor } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const editor = new Editor({
  element: around(document.getElementById('root')),
  extensions: [StarterKit.configure({ undoRedo: { newGroupDelay: -1 } })],
  content: { type: 'doc', content: [DRAFT, ...ROWS.slice(0, 40)].map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
})
window.focusEditor = () => editor.commands.focus('start')
window.ready = true
