import type { Pointed } from './page-door'

/** What a tap does something on, whoever listens. */
const ANSWERS =
  'a[href], area, button, input, select, textarea, label, summary, audio, video, [onclick], [contenteditable], [role=button], [role=link], [role=tab], [role=menuitem], [role=option], [role=checkbox], [role=switch], [role=radio], [role=treeitem]'

/** Whether a click was a finger's tap on which nothing else happened, as far as one can see. */
export function isIdleTap(...[event, path]: Pointed): boolean {
  if (!event.isTrusted || event.defaultPrevented || event.pointerType !== 'touch') return false
  if (!getSelection()?.isCollapsed) return false
  const elements = path.filter((target) => target instanceof Element)
  const [innermost] = elements
  return (
    innermost !== undefined &&
    getComputedStyle(innermost).cursor !== 'pointer' &&
    !elements.some((element) => element.matches(ANSWERS))
  )
}
