import { SHOWN } from './shown.js'

/** The text around an editor that has none of its own: a status line and a list. */
export function around(root) {
  const status = document.createElement('p')
  status.id = 'status'
  status.textContent = 'Status: first on start.example:7000'
  const list = document.createElement('ul')
  for (const item of SHOWN) list.append(Object.assign(document.createElement('li'), { textContent: item }))
  root.append(status, list)
  window.app = { rewrite: (next) => (status.firstChild.data = `Status: ${next}`) }
  const editor = document.createElement('div')
  editor.id = 'editor'
  editor.style.cssText = 'height: 200px; width: 600px; overflow: auto; border: 1px solid'
  root.append(editor)
  return editor
}
