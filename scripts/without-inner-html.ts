import type { Plugin } from 'vite'

/** Preact's branch for the prop, the only place of it that touches markup: it reads what is there and writes what is new. */
const TOUCHES_MARKUP = /\|\|\w+\.__html==\w+\.innerHTML\)\|\|\(\w+\.innerHTML=\w+\.__html\)/

/**
 * Removes Preact's `dangerouslySetInnerHTML` branch: nothing of ours uses it, store linters warn of it, and a page's
 * trusted-types policy would stop it anyway.
 *
 * @throws when Preact no longer has the code in that form, so that an update cannot bring it back unseen.
 */
export function withoutInnerHtml(): Plugin {
  return {
    name: 'porthole:without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.mjs$/.test(id.split('?')[0] ?? '')) return null
      if (!TOUCHES_MARKUP.test(code)) {
        throw new Error(`${id}: Preact's innerHTML branch has changed its form. Adapt scripts/without-inner-html.ts.`)
      }
      return { code: code.replace(TOUCHES_MARKUP, ')'), map: null }
    },
  }
}
