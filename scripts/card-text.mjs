/**
 * The card's text lies in a closed shadow root, which no script of a page can read; the browsers' debugging protocols
 * can.
 * @param {import('puppeteer-core').Page} page
 * @returns {Promise<string | undefined>} the words of the open card, in document order; undefined without a card
 */
export async function cardText(page) {
  const isOpen = await page.evaluate(() => document.querySelector('porthole-card') !== null)
  if (!isOpen) return undefined
  return page.browser().constructor.name.startsWith('Bidi') ? viaBidi(page) : viaDevTools(page)
}

async function viaDevTools(page) {
  const session = await page.createCDPSession()
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true })
    const host = find(root, (node) => node.localName === 'porthole-card')
    return (
      host &&
      words(
        host,
        (node) => [...(node.shadowRoots ?? []), ...(node.children ?? [])],
        (node) => node.nodeValue,
      )
    )
  } finally {
    await session.detach()
  }
}

async function viaBidi(page) {
  const { result } = await page.browser().connection.send('script.callFunction', {
    functionDeclaration: '() => document.querySelector("porthole-card")',
    target: { context: page.mainFrame()._id },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 20, includeShadowTree: 'all' },
  })
  const node = result.result
  return words(
    node,
    ({ value }) => [...(value?.shadowRoot ? [value.shadowRoot] : []), ...(value?.children ?? [])],
    ({ value }) => (value?.nodeType === 3 ? value.nodeValue : ''),
  )
}

function find(node, fits) {
  if (fits(node)) return node
  for (const child of [...(node.shadowRoots ?? []), ...(node.children ?? [])]) {
    const found = find(child, fits)
    if (found) return found
  }
  return undefined
}

function words(node, below, value) {
  const parts = []
  const visit = (at) => {
    if (value(at)?.trim()) parts.push(value(at).trim())
    for (const child of below(at)) visit(child)
  }
  visit(node)
  return parts.join(' ')
}
