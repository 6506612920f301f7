import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'puppeteer-core'

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Axe {
  run(
    context: object,
    options: object,
  ): Promise<{
    violations: { id: string; nodes: { target: unknown[]; failureSummary?: string }[] }[]
  }>
}

/** Puts axe into a page. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(`${SOURCE}; undefined`)
}

/** What axe holds against a page, or against the card that is open in it: a line for each rule and element. `rules`: only these. */
export async function faults(page: Page, rules?: readonly string[]): Promise<string[]> {
  await loadAxe(page)
  return page.evaluate(async (only) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    const card = document.querySelector('porthole-card')
    const { violations } = await axe.run(
      card ? { include: [['porthole-card']] } : document,
      only ? { runOnly: only } : {},
    )
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')}: ${failureSummary ?? ''}`),
    )
  }, rules)
}
