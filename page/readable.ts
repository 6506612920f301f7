/** How long a document that is still loading is waited for, in ms: some pages never finish. */
const PATIENCE_MS = 1000

/** Calls back once, when the document has been parsed or has taken so long that what is there should be read. */
export function whenReadable(document: Document, signal: AbortSignal, callBack: () => void): void {
  if (document.readyState !== 'loading') return callBack()
  const once = new AbortController()
  const ready = () => {
    clearTimeout(timer)
    once.abort()
    callBack()
  }
  const timer = setTimeout(ready, PATIENCE_MS)
  document.addEventListener('DOMContentLoaded', ready, { signal: AbortSignal.any([signal, once.signal]) })
  signal.addEventListener('abort', () => clearTimeout(timer), { signal: once.signal })
}
