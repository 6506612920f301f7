/** Paper has no way to unfold anything: all is open while the page is printed, and as it was afterwards. */
export function unfoldForPrint(window: Window): void {
  let folded: HTMLDetailsElement[] = []
  window.addEventListener('beforeprint', () => {
    folded = [...window.document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const details of folded) details.open = true
  })
  window.addEventListener('afterprint', () => {
    for (const details of folded) details.open = false
    folded = []
  })
}
