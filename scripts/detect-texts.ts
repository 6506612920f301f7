import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const fill = (text: string, length: number): string => text.repeat(Math.ceil(length / text.length)).slice(0, length)

const PROSE =
  'The committee met on the second Tuesday of the month, as it had for as long as anyone could remember, and nothing was decided. ' +
  'In 1998 the harbour was deepened; some 40 ships could lie there, and the town, with its 12,000 people, grew quickly. ' +
  'She read the letter twice, folded it, and put it back where she had found it, between the pages of an old atlas. '
const MANUAL =
  'The server reads its configuration once at start. Options may be given in any order; where an option is given twice the last one ' +
  'holds. The time-out is 30 seconds unless it is set. See section 4.2 for the list of formats, which version 2 extends.\n' +
  'To accept connections from other machines, set the address and the port, which is 5432 unless it was changed:\n\n    listen 8080;\n\n' +
  'Messages are kept for 7 days. Each of them carries an identifier, a time stamp such as 2024-03-01T12:30:45Z, and its length.\n'
const LOG =
  '2024-03-01 12:30:45,123 INFO  [worker-3] a.b.Handler: request 48213 from 10.0.0.7:51234 took 12 ms, status 200, 5312 bytes\n' +
  'Mar  1 12:30:46 host sshd[1234]: Failed password for root from 192.0.2.4 port 50122 ssh2\n'

/** Texts of about `length` units to measure speed on: a few of our own, and what manuals this machine has. */
export function ordinaryTexts(length: number): (readonly [name: string, text: string])[] {
  const texts: (readonly [string, string])[] = [
    ['prose', fill(PROSE, length)],
    ['prose without a number', fill(PROSE.replace(/\d+/g, 'many'), length)],
    ['a manual', fill(MANUAL, length)],
    ['a log', fill(LOG, length)],
  ]
  for (const folder of ['/usr/share/common-licenses', '/usr/share/perl', '/usr/share/doc']) {
    const text = read(folder, length)
    if (text.length > length / 2) texts.push([folder, text])
  }
  return texts
}

/** Plain text from a folder's files, as much as there is, up to `length`. */
function read(folder: string, length: number): string {
  if (!existsSync(folder)) return ''
  let text = ''
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    if (text.length >= length) break
    if (entry.isFile() && !/\.(?:gz|png|jpe?g|svg|ico|woff2?|pdf)$/.test(entry.name))
      text += readFileSync(join(entry.parentPath, entry.name), 'utf8')
  }
  return text.slice(0, length)
}
