import { withPlainDigits } from '../detect/digits'
import { SHOW_TEXT } from './flow'
import type { Marks } from './marks'

/** Port numbers that the text just mentioned, as many as a reader has in mind. */
const MOST = 8

/** How far back, in text nodes: the same ports are recent whether a page is read whole or where it changed. */
const RECENT_NODES = 40

/** A repeat stands in running text: longer text nodes are not looked through for one, in characters. */
const LONGEST = 16_384

/** The ports that are mentioned in the text nodes before one, in the order of the text. */
export function recentBefore(text: Text, marks: Marks): readonly number[] {
  if (marks.size === 0) return []
  const ports: number[] = []
  const walker = walkerAt(text)
  for (let nodes = 0; nodes < RECENT_NODES && ports.length < MOST; nodes++) {
    const before = walker.previousNode()
    if (!before) break
    const all = marks.in(before as Text)
    if (all.length === 0) continue
    // A mention over several nodes counts where it ends.
    const here = all.filter((mark) => mark.nodes.at(-1) === before)
    if (here.length > 1) here.sort((one, other) => other.range.endOffset - one.range.endOffset)
    for (const { mention } of here) ports.push(mention.from)
  }
  return ports.slice(0, MOST).reverse()
}

/** How far before a text a number must have been named for the text to be looked through for repeats, in text nodes. */
const REPEAT_NODES = 300

/** The ports that a scan came by. */
export class RecentPorts {
  private ports: number[] = []
  private places: number[] = []
  private readonly expected = new Map<number, number>()
  /** Before this place, marks that the scan has not come by may be recent. */
  private unknownTo: number

  /** @param follows whether the scan begins amid other text */
  constructor(
    private readonly marks: Marks,
    follows: boolean,
  ) {
    this.unknownTo = follows ? 0 : Number.NEGATIVE_INFINITY
  }

  /** Notes that a number may be a port. `at` counts the text nodes that the scan has passed. */
  expect(port: number, at: number): void {
    this.expected.set(port, at)
  }

  /** Notes that a port was mentioned. */
  note(port: number, at: number): void {
    this.expected.set(port, at)
    this.ports.push(port)
    this.places.push(at)
    if (this.ports.length < 256) return
    this.ports = this.ports.slice(-MOST)
    this.places = this.places.slice(-MOST)
  }

  /** Another tree begins. */
  forget(): void {
    this.ports = []
    this.places = []
    this.unknownTo = Number.NEGATIVE_INFINITY
  }

  /** Notes a text that is read later. */
  passUnknown(at: number): void {
    this.unknownTo = at + 1
  }

  /** Whether a number may be the repeat of a port. */
  mayRepeat(port: number, at: number): boolean {
    const last = this.expected.get(port)
    if (last !== undefined && at - last < REPEAT_NODES) return true
    return at - this.unknownTo < REPEAT_NODES && this.marks.hasPort(port)
  }

  /** The ports that are mentioned shortly before a text. */
  before(text: Text, at: number): readonly number[] {
    if (at - this.unknownTo < RECENT_NODES) return recentBefore(text, this.marks)
    let from = this.places.length
    while (from > 0 && (this.places[from - 1] as number) >= at - RECENT_NODES) from--
    return this.ports.slice(Math.max(from, this.ports.length - MOST))
  }
}

/** Numbers in a text, as a repeat of a port would be written. */
const NUMBERS = /\d{1,5}/g

/** Places behind which other mentions may be recent than before: of the given ports, or of any. */
export type Shifts = Map<Node, readonly number[] | 'any'>

/**
 * The texts that a change may have made, or unmade, repeats of a port: those behind the given nodes and their contents
 * that hold a mention by repeat, or the unmarked number of a port that is marked somewhere.
 */
export function repeatsAfter(shifts: Shifts, marks: Marks): ReadonlySet<Text> {
  const found = new Set<Text>()
  // From the last to the first, so that a stretch which another one covers is not walked again.
  const seen = new Map<Node, number>()
  for (const [node, ports] of [...shifts].reverse()) {
    if (!node.isConnected) continue
    const walker = walkerAt(node)
    for (let last = node.lastChild; last; last = last.lastChild) walker.currentNode = last
    for (let left = RECENT_NODES; left >= 0; left--) {
      const text = walker.nextNode() as Text | null
      if (!text) break
      if (ports !== 'any') {
        const data = withPlainDigits(text.data)
        // What repeats another port may have lost it: only so many are recent.
        if (ports.some((port) => data.includes(String(port))) || repeats(text, marks)) found.add(text)
        continue
      }
      if ((seen.get(text) ?? -1) >= left) break
      seen.set(text, left)
      if (mayRepeat(text, marks)) found.add(text)
    }
  }
  return found
}

const repeats = (text: Text, marks: Marks): boolean => marks.in(text).some(({ mention }) => mention.kind === 'again')

function mayRepeat(text: Text, marks: Marks): boolean {
  if (repeats(text, marks)) return true
  const here = marks.in(text)
  if (text.length > LONGEST) return false
  for (const [digits] of withPlainDigits(text.data).matchAll(NUMBERS)) {
    const port = Number(digits)
    if (marks.hasPort(port) && !here.some(({ mention }) => mention.from === port)) return true
  }
  return false
}

const walkerAt = (node: Node): TreeWalker => {
  const walker = (node.ownerDocument ?? (node as Document)).createTreeWalker(node.getRootNode(), SHOW_TEXT)
  walker.currentNode = node
  return walker
}
