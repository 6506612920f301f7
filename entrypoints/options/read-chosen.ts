import { MOST_BYTES, type Read } from '../../settings/labels/files/read-file'

/** Longest time that a file may take, in ms. A hundred thousand labels take about two seconds. */
const PATIENCE_MS = 60_000

/** Reads a file that was chosen; whatever happens, there is an answer. */
export async function readChosen(file: File): Promise<Read> {
  if (file.size > MOST_BYTES) return { unreadable: 'too-big' }
  let bytes: Uint8Array
  try {
    bytes = new Uint8Array(await file.arrayBuffer())
  } catch {
    // Moved, deleted, or not ours to read.
    return { unreadable: 'failed' }
  }
  const worker = new Worker(new URL('./read-in-worker.ts', import.meta.url), { type: 'module' })
  try {
    return await new Promise<Read>((resolve) => {
      worker.onmessage = ({ data }: MessageEvent<Read>) => resolve(data)
      worker.onerror = () => resolve({ unreadable: 'failed' })
      setTimeout(() => resolve({ unreadable: 'failed' }), PATIENCE_MS)
      worker.postMessage({ bytes, name: file.name }, [bytes.buffer])
    })
  } finally {
    worker.terminate()
  }
}
