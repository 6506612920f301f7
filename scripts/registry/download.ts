import { BadCsv } from './read-csv.ts'

/** IANA publishes the registry here; the CSV is a copy of the page of the same name. */
export const IANA_CSV = 'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.csv'

/** Longest wait for the whole file (about 1.2 MB), in ms. */
const PATIENCE_MS = 60_000

/** Fetches the CSV. Throws BadCsv, with what to do, where the address does not give it. */
export async function download(url: string): Promise<string> {
  let response: Response
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)
    throw new BadCsv(`${url} could not be reached (${cause}).`)
  }
  if (!response.ok) throw new BadCsv(`${url} answered ${response.status} ${response.statusText}.`)
  const text = await response.text().catch(() => undefined)
  if (text === undefined) throw new BadCsv(`${url} broke off before the end.`)
  return text
}
