/** A labelled passage. Offsets are UTF-16 units into `content`, for HTML into its text. */
export interface Passage {
  readonly id: string
  readonly kind: 'text' | 'html'
  readonly domain: string
  readonly source: string
  readonly content: string
  readonly ports: readonly Label[]
}

export interface Label {
  readonly start: number
  readonly end: number
  readonly from: number
  readonly to: number
  readonly proto?: string | null
  readonly maybe?: boolean
}

export interface Predicted {
  readonly start: number
  readonly end: number
  readonly from?: number
  readonly to?: number
  readonly rule?: string
  /** The text around it, for reports about passages whose offsets do not refer to `content`. */
  readonly around?: string
}

export interface Score {
  readonly labelled: number
  readonly found: number
  readonly mentions: number
  readonly right: number
  readonly passages: number
  readonly clean: number
  readonly faults: readonly string[]
}

/**
 * A labelled port is found when a mention covers all its digits and names the same numbers. A mention is right when it
 * covers at least one labelled port; one that covers only a "maybe" is not counted.
 */
export function score(passages: readonly Passage[], predicted: ReadonlyMap<string, readonly Predicted[]>): Score {
  const total = { labelled: 0, found: 0, mentions: 0, right: 0, passages: passages.length, clean: 0 }
  const faults: string[] = []
  for (const p of passages) {
    const mentions = predicted.get(p.id) ?? []
    const sure = p.ports.filter((l) => !l.maybe)
    const maybe = p.ports.filter((l) => l.maybe)
    const covers = (m: Predicted, l: Label): boolean => m.start <= l.start && m.end >= l.end
    const agrees = (m: Predicted, l: Label): boolean =>
      m.from === undefined || (m.from === l.from && (m.to ?? m.from) === l.to)
    const missed = sure.filter((l) => !mentions.some((m) => covers(m, l) && agrees(m, l)))
    const counted = mentions.filter((m) => sure.some((l) => covers(m, l)) || !maybe.some((l) => covers(m, l)))
    const wrong = counted.filter((m) => !sure.some((l) => covers(m, l)))
    total.labelled += sure.length
    total.found += sure.length - missed.length
    total.mentions += counted.length
    total.right += counted.length - wrong.length
    if (missed.length === 0 && wrong.length === 0) total.clean++
    const around = (start: number, end: number): string =>
      p.kind === 'html'
        ? '(in the page)'
        : `${p.content.slice(Math.max(0, start - 60), start)}«${p.content.slice(start, end)}»${p.content.slice(end, end + 30)}`.replace(
            /\n/g,
            '⏎',
          )
    for (const l of missed)
      faults.push(`${p.id} missed ${l.from}${l.to === l.from ? '' : `-${l.to}`}  ${around(l.start, l.end)}`)
    for (const m of wrong) faults.push(`${p.id} false  ${m.rule ?? ''}  ${m.around ?? around(m.start, m.end)}`)
  }
  return { ...total, faults }
}

const percent = (a: number, b: number): string => (b ? (100 * a) / b : 100).toFixed(1).padStart(5)

export function report(name: string, s: Score): void {
  const precision = s.mentions ? s.right / s.mentions : 1
  const recall = s.labelled ? s.found / s.labelled : 1
  const f1 = precision + recall ? (2 * precision * recall) / (precision + recall) : 0
  console.log(
    `  ${name.padEnd(7)} precision ${percent(s.right, s.mentions)}  recall ${percent(s.found, s.labelled)}  F1 ${(100 * f1).toFixed(1)}   ` +
      `${s.found}/${s.labelled} found, ${s.mentions - s.right} false of ${s.mentions}, ${s.clean}/${s.passages} passages without a fault`,
  )
}

/** What each rule contributes: marks that are right, marks that are not, and the share of all labelled ports found by it alone. */
export function reportRules(passages: readonly Passage[], predicted: ReadonlyMap<string, readonly Predicted[]>): void {
  const tally = new Map<string, { right: number; wrong: number }>()
  let labelled = 0
  for (const p of passages) {
    labelled += p.ports.filter((label) => !label.maybe).length
    for (const m of predicted.get(p.id) ?? []) {
      if (!m.rule) continue
      const entry = tally.get(m.rule) ?? { right: 0, wrong: 0 }
      if (p.ports.some((label) => m.start <= label.start && m.end >= label.end)) entry.right++
      else entry.wrong++
      tally.set(m.rule, entry)
    }
  }
  for (const [rule, { right, wrong }] of [...tally].sort((a, b) => b[1].right - a[1].right)) {
    console.log(
      `  ${rule.padEnd(24)} ${String(right).padStart(4)} right ${String(wrong).padStart(3)} wrong   recall lost without it ${percent(right, labelled)}`,
    )
  }
}
