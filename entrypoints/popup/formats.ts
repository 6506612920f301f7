interface Page {
  readonly ports: readonly {
    readonly from: number
    readonly to: number
    readonly count: number
    readonly name: string
  }[]
  readonly title: string
  readonly url: string
  /** What people read in the reader's language: a heading for the page's link, and those of the columns. */
  readonly words: {
    readonly heading: (page: string) => string
    readonly port: string
    readonly likely: string
    readonly mentions: string
  }
}

const portOf = ({ from, to }: { from: number; to: number }) => (from === to ? String(from) : `${from}-${to}`)

/** The forms in which a page's ports can be copied. */
export const FORMATS: Readonly<Record<string, (page: Page) => string>> = {
  Markdown: ({ ports, title, url, words }) =>
    [
      words.heading(`[${(title || url).replace(/([[\]\\|])/g, '\\$1')}](${url})`),
      '',
      `| ${words.port} | ${words.likely} | ${words.mentions} |`,
      '|---|---|---|',
      ...ports.map((port) => `| ${portOf(port)} | ${port.name.replace(/\|/g, '\\|')} | ${port.count} |`),
      '',
    ].join('\n'),
  CSV: ({ ports }) =>
    ['port,likely,mentions', ...ports.map((port) => [portOf(port), quoted(port.name), port.count].join(',')), ''].join(
      '\r\n',
    ),
  JSON: ({ ports, title, url }) =>
    `${JSON.stringify({ title, url, ports: ports.map(({ from, to, count, name }) => ({ from, to, likely: name, mentions: count })) }, null, 2)}\n`,
}

/** A CSV cell (RFC 4180); a cell that a spreadsheet would take for a formula is put in quotes with an apostrophe. */
function quoted(text: string): string {
  const safe = /^[=+\-@\t]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}
