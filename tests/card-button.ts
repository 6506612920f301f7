import type { CDPSession, Page } from 'puppeteer-core'

interface Point {
  readonly x: number
  readonly y: number
}

/** The middle of the button of that name on the open card: it lies in a closed shadow root. */
export async function cardButton(page: Page, name: string): Promise<Point> {
  const isFirefox = page.browser().constructor.name.startsWith('Bidi')
  const point = await (isFirefox ? viaBidi(page, name) : viaDevTools(page, name))
  if (!point) throw new Error(`The card has no button "${name}"`)
  return point
}

type CdpNode = Awaited<ReturnType<typeof documentOf>>

const documentOf = async (session: CDPSession) =>
  (await session.send('DOM.getDocument', { depth: -1, pierce: true })).root

async function viaDevTools(page: Page, name: string): Promise<Point | undefined> {
  const session = await page.createCDPSession()
  const below = (node: CdpNode): CdpNode[] => [
    node,
    ...[...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(below),
  ]
  const host = below(await documentOf(session)).find(({ localName }) => localName === 'porthole-card')
  const nodes = host ? below(host) : []
  const text = (node: CdpNode) =>
    below(node)
      .map(({ nodeValue }) => nodeValue)
      .join('')
  const button = nodes.find((node) => node.localName === 'button' && text(node).trim() === name)
  if (!button) return undefined
  const { model } = await session.send('DOM.getBoxModel', { nodeId: button.nodeId })
  await session.detach()
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2 }
}

interface BidiNode {
  readonly sharedId?: string
  readonly value?: {
    readonly localName?: string
    readonly nodeValue?: string
    readonly shadowRoot?: BidiNode | null
    readonly children?: readonly BidiNode[]
  }
}

interface Bidi {
  readonly connection: {
    send(method: string, values: object): Promise<{ result: { result: BidiNode & { value: string } } }>
  }
}

async function viaBidi(page: Page, name: string): Promise<Point | undefined> {
  const { connection } = page.browser() as unknown as Bidi
  const call = async (functionDeclaration: string, values: object) =>
    (
      await connection.send('script.callFunction', {
        functionDeclaration,
        target: { context: (page.mainFrame() as unknown as { _id: string })._id },
        awaitPromise: false,
        ...values,
      })
    ).result.result
  const below = (node: BidiNode): BidiNode[] => {
    const { shadowRoot, children = [] } = node.value ?? {}
    return [node, ...[...(shadowRoot ? [shadowRoot] : []), ...children].flatMap(below)]
  }
  const host = await call('() => document.querySelector("porthole-card")', {
    serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
  })
  const text = (node: BidiNode) =>
    below(node)
      .map(({ value }) => value?.nodeValue ?? '')
      .join('')
  const button = below(host).find((node) => node.value?.localName === 'button' && text(node).trim() === name)
  if (!button) return undefined
  const where = await call(
    '(button) => { const { left, top, width, height } = button.getBoundingClientRect(); return JSON.stringify({ x: left + width / 2, y: top + height / 2 }) }',
    { arguments: [{ sharedId: button.sharedId }] },
  )
  return JSON.parse(where.value) as Point
}
