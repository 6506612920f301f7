import { browser } from 'wxt/browser'

/** All notes, by port; kept in this browser only, under one key. */
type Notes = Readonly<{ [port: string]: string }>

/** As much as a note needs: storage is shared with all others. */
export const LONGEST_NOTE = 4000

async function allNotes(): Promise<Notes> {
  const { notes } = (await browser.storage.local.get('notes')) as { notes?: Notes }
  return notes ?? {}
}

export async function readNote(port: number): Promise<string> {
  return (await allNotes())[port] ?? ''
}

/** Writes one after the other: each reads all notes before it writes them. */
let last: Promise<unknown> = Promise.resolve()

/** Keeps the note; an empty one is forgotten. Rejects where the browser refuses. */
export function writeNote(port: number, text: string): Promise<void> {
  const written = last.then(async () => {
    const others = Object.entries(await allNotes()).filter(([other]) => other !== String(port))
    const own: [string, string][] = text.trim() === '' ? [] : [[String(port), text]]
    await browser.storage.local.set({ notes: Object.fromEntries([...others, ...own]) })
  })
  last = written.catch(() => undefined)
  return written
}
