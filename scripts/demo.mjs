import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { builtFor, launch } from './launch.mjs'
import { openOwnPage } from './own-page.mjs'
import { Problem } from './problem.mjs'
import { restOn } from './rest-on.mjs'
import { serve } from './serve.mjs'
import { ROOT } from './set-up.mjs'

const PICTURES = join(ROOT, '.output', 'demo')
const VIEWPORT = { width: 1100, height: 800 }

/** Opens a window with Porthole in it and stays until it is closed. */
export async function show(found, page) {
  const { server, url } = await demoPage(page)
  try {
    const { browser, close } = await start(found, { headless: false })
    const [tab = await browser.newPage()] = await browser.pages()
    await goTo(tab, url)
    console.log(`Porthole runs in ${found.name} on ${url}\nClose the browser, or press Ctrl+C here, to end.`)
    await new Promise((resolve) => {
      browser.once('disconnected', resolve)
      process.once('SIGINT', resolve)
    })
    await close()
  } finally {
    server?.close()
  }
}

/** The same without a window: prints what was marked, and saves pictures of a card on the page and of the popup. */
export async function report(found, page) {
  const { server, url } = await demoPage(page)
  const { browser, address, close } = await start(found, { headless: true, viewport: VIEWPORT })
  try {
    const tab = await browser.newPage()
    await goTo(tab, url)
    const marks = await settledMarks(tab)
    const rows = await describe(browser, address, marks)
    console.log(`\n${found.name}, ${url}: ${marks.length} ${marks.length === 1 ? 'mention' : 'mentions'} marked\n`)
    console.log(table(['Text', 'Port', 'What it is'], rows))
    await tab.bringToFront()
    const opened = await openCard(tab)
    await tab.screenshot({ path: join(PICTURES, 'page.png') })
    await photographPopup(browser, address)
    console.log(
      `\nPictures: .output/demo/page.png${opened ? ' (with a card open)' : ' (no mention in sight to open a card on)'}, .output/demo/popup.png`,
    )
  } finally {
    await close()
    server?.close()
  }
}

async function demoPage(page) {
  if (page) return { server: undefined, url: page }
  const server = await serve(join(ROOT, 'scripts', 'demo'))
  return { server, url: server.url }
}

async function start(found, options) {
  try {
    return await launch(found, options)
  } catch (error) {
    const reason = error instanceof Error ? error.message.split('\n')[0] : error
    throw new Problem(`${found.name} does not let Porthole in (${reason}). To load it by hand:
  1. open ${found.kind === 'firefox' ? 'about:debugging#/runtime/this-firefox' : 'chrome://extensions and switch on developer mode'}
  2. ${found.kind === 'firefox' ? 'choose "Load Temporary Add-on" and open' : 'choose "Load unpacked" and open'} ${builtFor(found.kind)}${found.kind === 'firefox' ? '/manifest.json' : ''}
  3. open any page with a port on it`)
  }
}

async function goTo(tab, url) {
  try {
    await tab.goto(url, { waitUntil: 'domcontentloaded' })
  } catch (error) {
    throw new Problem(`${url} did not open: ${error instanceof Error ? error.message.split('\n')[0] : error}`)
  }
}

/** The marked texts in document order, once their number stays the same for a while. */
async function settledMarks(tab) {
  let marks = []
  for (let same = 0, rounds = 0; same < 4 && rounds < 60; rounds++) {
    await pause(150)
    const now = await tab.evaluate(readMarks)
    same = now.length === marks.length ? same + 1 : 0
    marks = now
  }
  return marks
}

/** Runs in the page: a highlight's ranges can be read by anyone. */
function readMarks() {
  const found = []
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('porthole')) continue
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = document.createRange()
      range.setStart(startContainer, startOffset)
      range.setEnd(endContainer, endOffset)
      const { top, left } = range.getBoundingClientRect()
      found.push({ text: range.toString().replace(/\s+/g, ' '), top, left })
    }
  }
  return found.sort((a, b) => a.top - b.top || a.left - b.left).map(({ text }) => text)
}

async function describe(browser, address, marks) {
  const tab = await browser.newPage()
  await openOwnPage(tab, `${address}popup.html`)
  const ports = marks.map((text) => ({
    text,
    numbers: [...text.matchAll(/\d+/g)].map(Number),
    protocol: /\b(tcp|udp|sctp|dccp)\b/i.exec(text)?.[1]?.toLowerCase(),
  }))
  const asked = ports.map(({ text, numbers, protocol }) => {
    const isRange = /^\D*\d+\s*[-–—:]\s*\d+\D*$/.test(text) && !/[a-z.]/i.test(text)
    const from = (isRange ? numbers[0] : protocol ? numbers[0] : numbers.at(-1)) ?? 0
    return { from, to: isRange ? (numbers.at(-1) ?? from) : from, ...(protocol && { protocol }), around: {} }
  })
  const answers = await tab.evaluate(async (list) => {
    const answer = []
    // In portions: a message has room for 500 ports.
    for (let i = 0; i < list.length; i += 400) {
      answer.push(
        ...(await (globalThis.browser ?? globalThis.chrome).runtime.sendMessage({
          type: 'describe',
          ports: list.slice(i, i + 400),
        })),
      )
    }
    return answer.map(({ from, to, knowledge }) => ({
      port: from === to ? `${from}` : `${from}-${to}`,
      what:
        [...new Set(knowledge.uses.map((use) => use.name))].slice(0, 2).join(', ') ||
        knowledge.services[0]?.description ||
        knowledge.status,
    }))
  }, asked)
  await tab.close()
  return answers.map(({ port, what }, index) => [marks[index], port, what])
}

/** Rests the pointer on the first mention in sight; tells whether a card came. */
async function openCard(tab) {
  const point = await tab.evaluate(() => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('porthole')) continue
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = document.createRange()
        range.setStart(startContainer, startOffset)
        range.setEnd(endContainer, endOffset)
        const { left, top, width, height } = range.getBoundingClientRect()
        if (width > 0 && top > 0 && left > 0 && top + height < innerHeight && left + width < innerWidth)
          return { x: left + width / 2, y: top + height / 2 }
      }
    }
    return null
  })
  return point !== null && restOn(tab, point)
}

async function photographPopup(browser, address) {
  const tab = await browser.newPage()
  await tab.setViewport({ width: 384, height: 560 })
  await openOwnPage(tab, `${address}popup.html`)
  await tab.keyboard.type('postgres', { delay: 20 })
  await pause(300)
  await tab.keyboard.press('Enter')
  await pause(300)
  await tab.screenshot({ path: join(PICTURES, 'popup.png') })
}

function table(head, rows) {
  const clip = (text) => (text.length > 48 ? `${text.slice(0, 47)}…` : text)
  const cells = [head, ...rows].map((row) => row.map((cell) => clip(String(cell))))
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)))
  const line = (row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd()
  return [line(cells[0]), widths.map((width) => '─'.repeat(width)).join('  '), ...cells.slice(1).map(line)].join('\n')
}
