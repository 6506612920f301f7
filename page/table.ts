const HEADING_ROW = 'thead > tr, tr:first-child'

/**
 * What heads the cell's column: the text of the header cells above it, outermost first; undefined for a header cell
 * itself and where the table has no headings.
 */
export function columnHeading(cell: Element): string | undefined {
  return cell.localName === 'td' || cell.localName === 'th' ? inTable(cell as HTMLTableCellElement) : inGrid(cell)
}

/** The heading or first cell of the cell's row. */
export function rowHeading(cell: Element): string | undefined {
  const first = cell.parentElement?.firstElementChild
  return first && first !== cell ? short(first) : undefined
}

function inTable(cell: HTMLTableCellElement): string | undefined {
  const row = cell.closest('tr')
  const table = cell.closest('table')
  if (!row || !table) return undefined
  const column = columnOf(cell)
  const headings: string[] = []
  for (const above of headingRows(table)) {
    if (above === row || above.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_PRECEDING) break
    const heading = cellAt(above, column)
    if (heading && short(heading)) headings.push(short(heading) as string)
  }
  return headings.length ? headings.join(' ') : undefined
}

/** The rows of `<thead>`, or the first row where it consists of `<th>` or stands for a heading in bold. */
function headingRows(table: HTMLTableElement): HTMLTableRowElement[] {
  if (table.tHead) return [...table.tHead.rows]
  const first = table.querySelector<HTMLTableRowElement>(HEADING_ROW)
  return first ? [first] : []
}

/** The cell's column, counted with the `colspan`s before it. */
function columnOf(cell: HTMLTableCellElement): number {
  let column = 0
  for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) column += spanOf(at)
  return column
}

function cellAt(row: HTMLTableRowElement, column: number): Element | null {
  let at = 0
  for (const cell of row.cells) {
    at += spanOf(cell)
    if (at > column) return cell
  }
  return null
}

const spanOf = (cell: Element): number => (cell as HTMLTableCellElement).colSpan || 1

/** ARIA tables, as virtualised grids build them from plain elements. */
function inGrid(cell: Element): string | undefined {
  const grid = cell.closest('[role="table"],[role="grid"],[role="treegrid"]')
  const headings = grid ? [...grid.querySelectorAll('[role="columnheader"]')] : []
  const number = cell.getAttribute('aria-colindex')
  const byNumber = number && headings.find((heading) => heading.getAttribute('aria-colindex') === number)
  const index = [...(cell.parentElement?.children ?? [])].indexOf(cell)
  const heading = byNumber || headings[index]
  return heading ? short(heading) : undefined
}

const short = (element: Element): string | undefined =>
  element.textContent?.trim().replace(/\s+/g, ' ').slice(0, 80) || undefined
