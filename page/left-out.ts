/** Elements whose text is not shown, not prose, or not ours to paint. */
const NEVER_READ =
  'script,style,noscript,template,textarea,input,select,option,svg,canvas,math,iframe,object,embed,audio,video,porthole-card'

/** Everything a person types into: the page's own editing, and the ARIA roles that stand for it. */
const EDITABLE =
  '[contenteditable]:not([contenteditable="false" i]),[role="textbox" i],[role="searchbox" i],[role="combobox" i]'

/** Code editors draw their rows with plain elements beside a hidden input, so only their class tells. */
const CODE_EDITORS = '.cm-editor,.CodeMirror,.monaco-editor,.ace_editor'

/** Line numbers in a gutter: they stand next to code without belonging to it. */
const GUTTERS =
  '.linenos,.lineno,.linenodiv,.line-number,.line-numbers-rows,.hljs-ln-numbers,.blob-num,.react-line-number,td.gutter,.code-line-number,.lnt,.lntd:first-child:not(:only-child)'

/** Matches every element whose text is left out, contents and all. */
export const LEFT_OUT = `${NEVER_READ},${EDITABLE},${CODE_EDITORS},${GUTTERS}`

/** Attributes whose change can turn text into an editor's or back. */
export const EDITABLE_ATTRIBUTES = ['contenteditable', 'role']

/** Whether the node lies in something left out, within its own root. */
export function isLeftOut(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement
  return element?.closest(LEFT_OUT) != null
}

/** Whether the whole document is an editor, or no document of text (a picture, a feed). */
export function isUnreadable(document: Document): boolean {
  return document.documentElement?.namespaceURI !== 'http://www.w3.org/1999/xhtml' || document.designMode === 'on'
}
