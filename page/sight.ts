import { isText, SHOW_TEXT } from './flow'

/** How far down the screen it is asked what stands there: in its midst first, where no header or footer covers it. */
const HEIGHTS = [0.5, 0.05, 0.25, 0.75, 0.95]

/** Texts before and after such a place that are taken to be on the screen with it, at most; so many are looked at in one go. */
const MOST = 320
const STEP = 16

/** Texts before the screen that may be needed to understand those on it. */
const BEFORE = 48

/** How long the first frame is waited for, in ms: a frame that nobody sees may never have one. */
const PATIENCE_MS = 200

/**
 * Tells what is on the screen while a page is being read: after its first frame, and after each jump. A frame's end is when
 * it costs the page no layout to ask.
 */
export class Sight {
  /** Only pages that are read for longer than a frame have one. */
  private frames: IntersectionObserver | undefined
  private readonly told = new Set<Text>()
  private life: AbortController | undefined
  private timer: ReturnType<typeof setTimeout> | undefined

  /**
   * @param see is called with texts that stand behind each other
   * @param ready is called when the texts on the screen have been told, or nobody has seen the page for a while
   */
  constructor(
    private readonly document: Document,
    private readonly see: (texts: readonly Text[]) => void,
    private readonly ready: () => void,
  ) {}

  start(): void {
    this.stop()
    this.life = new AbortController()
    const { signal } = this.life
    this.document.addEventListener('scroll', () => this.ask(), { capture: true, passive: true, signal })
    this.timer = setTimeout(() => this.ready(), PATIENCE_MS)
    this.ask()
  }

  stop(): void {
    clearTimeout(this.timer)
    this.life?.abort()
    this.frames?.disconnect()
    this.told.clear()
  }

  /** An observer that begins to observe calls back after the next frame. */
  private ask(): void {
    this.frames ??= new IntersectionObserver(() => this.tell())
    this.frames.disconnect()
    if (this.document.documentElement) this.frames.observe(this.document.documentElement)
  }

  private tell(): void {
    this.frames?.disconnect()
    clearTimeout(this.timer)
    const { innerWidth, innerHeight } = this.document.defaultView ?? { innerWidth: 0, innerHeight: 0 }
    for (const height of HEIGHTS) {
      const text = textAt(this.document, innerWidth / 2, innerHeight * height)
      if (!text || this.told.has(text)) continue
      const before = reach(text, 'previousNode', (box) => box.bottom < 0)
      const after = reach(text, 'nextNode', (box) => box.top > innerHeight)
      for (const each of [...before.texts, ...after.texts]) this.told.add(each)
      this.see([...before.texts.reverse(), ...after.texts.slice(1)])
      if (before.isAll && after.isAll) break
    }
    this.ready()
  }
}

/** The text nearest to a point of the screen. */
function textAt(document: Document, x: number, y: number): Text | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  if (!caret) return undefined
  const { offsetNode, offset } = caret
  const at = offsetNode.childNodes[offset] ?? offsetNode
  if (isText(at)) return at
  const walker = document.createTreeWalker(at.getRootNode(), SHOW_TEXT)
  walker.currentNode = at
  return (walker.nextNode() as Text | null) ?? undefined
}

/** The texts from one on in a direction, until one is off the screen or there are no more. */
function reach(
  text: Text,
  direction: 'previousNode' | 'nextNode',
  isOff: (box: DOMRect) => boolean,
): { readonly texts: Text[]; readonly isAll: boolean } {
  const walker = text.ownerDocument.createTreeWalker(text.getRootNode(), SHOW_TEXT)
  const range = text.ownerDocument.createRange()
  const texts = [text]
  walker.currentNode = text
  let most = MOST
  for (let next = walker[direction](); next && texts.length < most; next = walker[direction]()) {
    texts.push(next as Text)
    if (most < MOST || texts.length % STEP > 0) continue
    range.selectNode(next)
    const box = range.getBoundingClientRect()
    if (box.width > 0 && isOff(box)) most = texts.length + (direction === 'nextNode' ? 0 : BEFORE)
  }
  return { texts, isAll: texts.length < MOST }
}
