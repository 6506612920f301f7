import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

/** node build.mjs FOLDER: bundles each application into FOLDER as a static page. */
const [, , folder] = process.argv
const here = import.meta.dirname
const source = (name) => join(here, 'src', `${name}.js`)
const names = readdirSync(join(here, 'src'))
  .map((file) => basename(file, '.js'))
  .filter((name) => !['shown', 'page', 'react-app'].includes(name))

mkdirSync(folder, { recursive: true })
await build({
  entryPoints: names.map(source),
  outdir: folder,
  bundle: true,
  format: 'iife',
  define: { 'process.env.NODE_ENV': '"development"', __VUE_OPTIONS_API__: 'true', __VUE_PROD_DEVTOOLS__: 'false', __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'true' },
  loader: { '.ttf': 'dataurl' },
  logLevel: 'error',
})

await build({
  stdin: {
    contents: `import { createElement } from 'react'; import { renderToString } from 'react-dom/server'; import { App } from './react-app.js'; export const markup = renderToString(createElement(App))`,
    resolveDir: join(here, 'src'),
  },
  outfile: join(folder, 'server.mjs'),
  bundle: true,
  format: 'esm',
  platform: 'node',
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  define: { 'process.env.NODE_ENV': '"development"' },
  logLevel: 'error',
})
const { markup } = await import(join(folder, 'server.mjs'))

for (const name of names) {
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${name}</title><link rel="icon" href="data:,"><link rel="stylesheet" href="${name}.css"></head><body><script>{ let seed = 1; Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647 }</script><div id="root">${name === 'react' ? markup : ''}</div><script src="${name}.js"></script></body></html>`,
  )
  if (!readdirSync(folder).includes(`${name}.css`)) writeFileSync(join(folder, `${name}.css`), '')
}
