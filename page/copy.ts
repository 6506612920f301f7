/**
 * Lets `copyText` work: hears the copy event before the page does and keeps it from the page. To be called at
 * `document_start`, because a listener that is added later hears second.
 */
export function listenForCopy(window: Window, signal: AbortSignal): void {
  window.addEventListener('copy', heard, { capture: true, signal })
}

function heard(event: ClipboardEvent): void {
  const text = globalThis.portholeCopy
  if (text === undefined) return
  globalThis.portholeCopy = undefined
  event.clipboardData?.setData('text/plain', text)
  event.preventDefault()
  event.stopImmediatePropagation()
}

/**
 * Puts a text on the clipboard, during a click or key press. `navigator.clipboard` is missing on plain http, where many
 * dashboards live, and a policy of the page can forbid it; the copy command works everywhere and needs no permission.
 *
 * @returns whether the browser did it
 */
export function copyText(document: Document, text: string): boolean {
  globalThis.portholeCopy = text
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it does not exist on plain http
  const done = document.execCommand('copy')
  const heard = globalThis.portholeCopy === undefined
  globalThis.portholeCopy = undefined
  return done && heard
}

declare global {
  /** The text that the next copy event is to take: the card's script sets it, the marker's hears the event. */
  var portholeCopy: string | undefined
}
