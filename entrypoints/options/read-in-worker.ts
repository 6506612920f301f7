import { type Read, readFile } from '../../settings/labels/files/read-file'

/** Reads a file away from the page, which stays usable meanwhile. */
onmessage = ({ data: { bytes, name } }: MessageEvent<{ bytes: Uint8Array; name: string }>) => {
  const read: Read = readFile(bytes, name)
  postMessage(read)
}
