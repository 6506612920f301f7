import { headsPorts } from '../detect/columns'
import { hasHint } from '../detect/first-look'

const GRID = '[role="table"],[role="grid"],[role="treegrid"]'

/** Longest heading, in characters. */
const LONGEST = 80

/** Rows of a heading, and columns that have one: more is no table that a person reads. */
const MOST_ROWS = 4
const MOST_COLUMNS = 200

/** A table as far as its cells need to know it. */
interface Table {
  /** Whether any cell says that it is a heading. */
  readonly isHeaded: boolean
  readonly heads: readonly Element[]
  /** What heads each column: the texts of the header cells above it, outermost first. */
  readonly columns: readonly (string | undefined)[]
}

/**
 * What heads the cells of a page's tables, and its lists. Each is looked at once; `forget` when the page changed.
 */
export class Headings {
  private readonly tables = new Map<Element, Table>()
  /** Of a row's parent, the table it belongs to. */
  private readonly tableOf = new Map<Element, Table | null>()
  private readonly lists = new Map<Element, string | undefined>()
  private readonly spoken = new Map<string, boolean>()
  /** The cell that was counted last, and its column. */
  private counted: Element | null = null
  private column = 0
  /** The cell whose table was asked for last, and that table. */
  private asked: Element | null = null
  private answer: Table | null = null
  /** The row whose first cell was read last, and what it says. */
  private row: Element | null = null
  private rowText: string | undefined

  forget(): void {
    this.tables.clear()
    this.tableOf.clear()
    this.lists.clear()
    this.spoken.clear()
    this.counted = this.row = this.asked = null
  }

  /**
   * What heads the cell's column: the text of the header cells above it, outermost first; undefined for a header cell
   * itself and where the table has no headings.
   */
  ofColumn(cell: Element): string | undefined {
    const table = this.of(cell)
    if (!table) return undefined
    if (!isCell(cell)) {
      if (cell.getAttribute('role') === 'columnheader') return undefined
      const index = cell.getAttribute('aria-colindex')
      return table.columns[index ? Number(index) : [...(cell.parentElement?.children ?? [])].indexOf(cell) + 1]
    }
    return table.heads.includes(cell.parentElement as Element) ? undefined : table.columns[this.columnOf(cell)]
  }

  /** The heading or first cell of the cell's row. */
  ofRow(cell: Element): string | undefined {
    const row = cell.parentElement
    if (row !== this.row) {
      this.row = row
      this.rowText = row?.firstElementChild ? short(row.firstElementChild) : undefined
    }
    return row?.firstElementChild === cell ? undefined : this.rowText
  }

  /** The texts of the row's other cells, joined with ` | `, where the table has no headings. */
  besides(cell: Element): string | undefined {
    if (this.of(cell)?.isHeaded !== false) return undefined
    const cells = cell.parentElement?.children
    if (!cells || cells.length > MOST_COLUMNS) return undefined
    return [...cells].flatMap((other) => (other === cell ? [] : (short(other) ?? []))).join(' | ') || undefined
  }

  /** What stands above a list, as `read` finds it. */
  ofList(list: Element, read: (list: Element) => string | undefined): string | undefined {
    if (!this.lists.has(list)) this.lists.set(list, read(list))
    return this.lists.get(list)
  }

  /** Whether anything that heads a cell lets its numbers be ports, or other cells of its row may. */
  mayHold(cell: Element): boolean {
    if (this.of(cell)?.isHeaded === false || this.speaks(this.ofColumn(cell))) return true
    const row = this.ofRow(cell)
    return row !== undefined && hasHint(row) && headsPorts(row)
  }

  /** Whether a heading says that what it heads are ports. */
  speaks(heading: string | undefined): boolean {
    if (!heading) return false
    let speaks = this.spoken.get(heading)
    if (speaks === undefined) {
      speaks = headsPorts(heading)
      this.spoken.set(heading, speaks)
    }
    return speaks
  }

  private of(cell: Element): Table | null {
    if (cell !== this.asked) {
      this.asked = cell
      this.answer = this.find(cell)
    }
    return this.answer
  }

  private find(cell: Element): Table | null {
    const row = cell.parentElement
    const parent = row?.parentElement
    if (!row || !parent) return null
    let table = this.tableOf.get(parent)
    if (table === undefined) {
      const element = isCell(cell) ? row.closest('table') : cell.closest(GRID)
      table = element && (this.tables.get(element) ?? read(element, isCell(cell)))
      if (element && table) this.tables.set(element, table)
      this.tableOf.set(parent, table)
    }
    return table
  }

  /** The cell's column, counted with the `colspan`s before it. */
  private columnOf(cell: HTMLTableCellElement): number {
    const before = cell.previousElementSibling
    if (before && before === this.counted) this.column = Math.min(this.column + spanOf(before), MOST_COLUMNS)
    else {
      this.column = 0
      for (let at = before; at && this.column < MOST_COLUMNS; at = at.previousElementSibling) this.column += spanOf(at)
    }
    this.counted = cell
    return this.column
  }
}

function read(table: Element, isNative: boolean): Table {
  const isHeaded = table.querySelector('th,thead,[role="columnheader"]') !== null
  if (isNative) {
    const heads = headingRows(table as HTMLTableElement)
    return { isHeaded, heads, columns: columnsOf(heads) }
  }
  const columns: (string | undefined)[] = []
  const heads = [...table.querySelectorAll('[role="columnheader"]')].slice(0, MOST_COLUMNS)
  heads.forEach((head, index) => {
    columns[Number(head.getAttribute('aria-colindex') ?? index + 1)] = short(head)
  })
  return { isHeaded, heads: [], columns }
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

const spanOf = (cell: Element): number => (cell as HTMLTableCellElement).colSpan || 1

const short = (element: Element): string | undefined =>
  element.textContent?.trim().replace(/\s+/g, ' ').slice(0, LONGEST) || undefined
