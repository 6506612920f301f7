/** One figure. `limit` is what it must not pass; figures without one are there for scale. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly unit: '×' | '%' | 'ms' | 'MB' | 'KB' | ''
  readonly limit?: number
  readonly note?: string
}

export function printTable(rows: readonly Row[]): void {
  const lines = rows.map(({ what, value, unit, limit, note }) => [
    what,
    `${value.toFixed(Math.abs(value) < 10 ? 2 : 1)}${unit === '×' ? ' ×' : ` ${unit}`}`.trim(),
    limit === undefined ? '' : `≤ ${limit} ${unit}`.trim(),
    limit === undefined ? '' : value <= limit ? 'ok' : 'OVER',
    note ?? '',
  ])
  const head = ['what', 'measured', 'limit', '', '']
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map((line) => line[column]?.length ?? 0)))
  for (const line of [head, widths.map((width) => '─'.repeat(width)), ...lines])
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
