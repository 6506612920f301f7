/** Hands a text to the reader as a file, the way a link does: that needs no permission. */
export function saveFile(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser reads it after the click; a minute is plenty, and the page may stay open for days.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** "porthole-labels-2024-05-31.json": two copies of one day replace each other only if the reader says so. */
export const dated = (name: string, ending: string): string =>
  `${name}-${new Date().toISOString().slice(0, 10)}.${ending}`
