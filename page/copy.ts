/** The text that the next copy event is to take. */
let pending: string | undefined

/** Fills the copy event that `copyText` makes, and keeps it from the page. Tells whether it was that one. */
export function hearCopy(event: Event): boolean {
  if (pending === undefined) return false
  ;(event as ClipboardEvent).clipboardData?.setData('text/plain', pending)
  pending = undefined
  event.preventDefault()
  event.stopImmediatePropagation()
  return true
}

/**
 * Puts a text on the clipboard, during a click or key press. `navigator.clipboard` is missing on plain http, where many
 * dashboards live, and a policy of the page can forbid it; the copy command works everywhere and needs no permission.
 *
 * @returns whether the browser did it
 */
export function copyText(document: Document, text: string): boolean {
  pending = text
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- what replaces it does not exist on plain http
  const done = document.execCommand('copy')
  const wasHeard = pending === undefined
  pending = undefined
  return done && wasHeard
}
