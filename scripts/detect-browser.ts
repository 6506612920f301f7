import type { Predicted } from './detect-score'

/** Reads HTML passages as a visitor's browser with the extension would. */
export interface HtmlReader {
  read(html: string): Promise<readonly Predicted[]>
  close(): Promise<void>
}

/** The built extension in Chromium; nothing where it has not been built. */
export async function browserReader(): Promise<HtmlReader | undefined> {
  return undefined
}
