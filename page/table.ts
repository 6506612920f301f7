const GRID = '[role="table"],[role="grid"],[role="treegrid"]'

/** Longest heading, in characters. */
const LONGEST = 80

/** Rows of a heading, and columns that have one: more is no table that a person reads. */
const MOST_ROWS = 4
const MOST_COLUMNS = 200

/**
 * What heads the cells of a page's tables. Each table is looked at once; `forget` when the page changed.
 */
export class Headings {
  private readonly columns = new Map<Element, readonly (string | undefined)[]>()

  private readonly headed = new Map<Element, boolean>()

  forget(): void {
    this.columns.clear()
    this.headed.clear()
  }

  /**
   * What heads the cell's column: the text of the header cells above it, outermost first; undefined for a header cell
   * itself and where the table has no headings.
   */
  ofColumn(cell: Element): string | undefined {
    return isCell(cell) ? this.inTable(cell) : this.inGrid(cell)
  }

  /** The heading or first cell of the cell's row. */
  ofRow(cell: Element): string | undefined {
    const first = cell.parentElement?.firstElementChild
    return first && first !== cell ? short(first) : undefined
  }

  /** The texts of the row's other cells, joined with ` | `, where the table has no headings. */
  besides(cell: Element): string | undefined {
    const cells = cell.parentElement?.children
    if (!cells || cells.length > MOST_COLUMNS || this.hasHeads(cell)) return undefined
    return [...cells].flatMap((other) => (other === cell ? [] : (short(other) ?? []))).join(' | ') || undefined
  }

  private hasHeads(cell: Element): boolean {
    const table = cell.closest(`table,${GRID}`)
    if (!table) return false
    let has = this.headed.get(table)
    if (has === undefined) {
      has = table.querySelector('th,thead,[role="columnheader"]') !== null
      this.headed.set(table, has)
    }
    return has
  }

  private inTable(cell: HTMLTableCellElement): string | undefined {
    const row = cell.parentElement
    const table = row?.closest('table')
    if (!row || !table) return undefined
    const heads = headingRows(table)
    if (heads.includes(row as HTMLTableRowElement)) return undefined
    let columns = this.columns.get(table)
    if (!columns) {
      columns = columnsOf(heads)
      this.columns.set(table, columns)
    }
    return columns[columnOf(cell)]
  }

  /** ARIA tables, as virtualised grids build them from plain elements. */
  private inGrid(cell: Element): string | undefined {
    const grid = cell.closest(GRID)
    if (!grid || cell.getAttribute('role') === 'columnheader') return undefined
    let columns = this.columns.get(grid)
    if (!columns) {
      const heads = [...grid.querySelectorAll('[role="columnheader"]')].slice(0, MOST_COLUMNS)
      const sparse: (string | undefined)[] = []
      heads.forEach((head, index) => {
        sparse[Number(head.getAttribute('aria-colindex') ?? index + 1)] = short(head)
      })
      columns = sparse
      this.columns.set(grid, columns)
    }
    const index = cell.getAttribute('aria-colindex')
    return columns[index ? Number(index) : [...(cell.parentElement?.children ?? [])].indexOf(cell) + 1]
  }
}

const isCell = (cell: Element): cell is HTMLTableCellElement => cell.localName === 'td' || cell.localName === 'th'

/** The rows of `<thead>`, or the first row where it consists of `<th>` or stands for a heading in bold. */
function headingRows(table: HTMLTableElement): HTMLTableRowElement[] {
  if (table.tHead) return [...table.tHead.rows].slice(0, MOST_ROWS)
  const first = table.querySelector<HTMLTableRowElement>('tr')
  return first && first.closest('table') === table ? [first] : []
}

/** The headings of each column, those of several rows joined. */
function columnsOf(rows: readonly HTMLTableRowElement[]): string[] {
  const columns: string[] = []
  for (const row of rows) {
    let column = 0
    for (const cell of row.cells) {
      const heading = short(cell)
      for (const end = Math.min(column + spanOf(cell), MOST_COLUMNS); column < end; column++) {
        if (heading) columns[column] = columns[column] ? `${columns[column]} ${heading}` : heading
      }
    }
  }
  return columns
}

/** The cell's column, counted with the `colspan`s before it. */
function columnOf(cell: HTMLTableCellElement): number {
  let column = 0
  for (let at = cell.previousElementSibling; at && column < MOST_COLUMNS; at = at.previousElementSibling)
    column += spanOf(at)
  return column
}

const spanOf = (cell: Element): number => (cell as HTMLTableCellElement).colSpan || 1

const short = (element: Element): string | undefined =>
  element.textContent?.trim().replace(/\s+/g, ' ').slice(0, LONGEST) || undefined
