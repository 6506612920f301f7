import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import { around } from './page.js'
import { DRAFT, ROWS } from './shown.js'

const element = around(document.getElementById('root'))
element.contentEditable = 'true'
const editor = createEditor({ namespace: 'test', onError: (error) => console.error(error.message) })
editor.setRootElement(element)
registerRichText(editor)
registerHistory(editor, createEmptyHistoryState(), 0)
editor.update(
  () => {
    const root = $getRoot()
    for (const text of [DRAFT, ...ROWS.slice(0, 40)]) root.append($createParagraphNode().append($createTextNode(text)))
  },
  { onUpdate: () => (window.ready = true) },
)
window.focusEditor = () => editor.focus(undefined, { defaultSelection: 'rootStart' })
