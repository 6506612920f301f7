import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'wxt'
import { highlightNames } from './scripts/highlight-names'
import { bundledPackages, noticeOf, rememberPackages } from './scripts/notice'
import { oneSharedChunk } from './scripts/one-shared-chunk'
import { latePatterns } from './scripts/late-patterns'
import { packRegistry } from './scripts/pack-registry'
import { SOURCES } from './scripts/sources'
import { withoutInnerHtml } from './scripts/without-inner-html'

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  // One folder a browser, whatever the mode: users and packagers rely on these paths.
  outDirTemplate: '{{browser}}-mv{{manifestVersion}}',
  zip: {
    artifactTemplate: '{{name}}-{{version}}-{{browser}}.zip',
    sourcesTemplate: '{{name}}-{{version}}-sources.zip',
    includeSources: SOURCES,
    excludeSources: ['**/*.test.{ts,tsx}'],
    dotSources: true,
  },
  vite: ({ browser }) => ({
    plugins: [
      preact({ devToolsEnabled: false, prefreshEnabled: false }),
      withoutInnerHtml(),
      oneSharedChunk(),
      rememberPackages(),
      latePatterns(),
    ],
    css: { postcss: { plugins: browser === 'firefox' ? [highlightNames()] : [] } },
    worker: { plugins: () => [rememberPackages()] },
    // Without Vite's polyfill, which fetches: both browsers know module preloads.
    build: { target: 'esnext', sourcemap: false, modulePreload: { polyfill: false } },
  }),
  hooks: {
    'build:done': ({ config }) => {
      writeFileSync(join(config.outDir, 'NOTICE.txt'), noticeOf(config.root, bundledPackages()))
    },
    'build:publicAssets': (_wxt, files) => {
      for (const { fileName, text } of packRegistry()) files.push({ relativeDest: fileName, contents: text })
    },
  },
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    short_name: 'Porthole',
    description: '__MSG_description__',
    default_locale: 'en',
    permissions: ['storage', 'scripting', 'contextMenus'],
    omnibox: { keyword: 'port' },
    host_permissions: ['<all_urls>'],
    content_scripts: [
      {
        matches: ['<all_urls>'],
        js: ['lookout.js'],
        css: ['assets/marks.css'],
        run_at: 'document_start',
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 96: 'icon/96.png', 128: 'icon/128.png' },
    action: { default_title: 'Porthole', default_popup: 'popup.html' },
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+P' } },
      'next-mention': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: '__MSG_command_next__',
      },
      'previous-mention': {
        suggested_key: { default: 'Alt+Shift+Comma' },
        description: '__MSG_command_previous__',
      },
      // Without keys of its own: whoever wants them sets them, and nobody switches a site off by accident.
      'toggle-site': { description: '__MSG_command_toggle__' },
    },
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'porthole@porthole.dev',
              strict_min_version: '150.0',
              data_collection_permissions: { required: ['none'] },
            },
            gecko_android: { strict_min_version: '150.0' },
          },
        }
      : { minimum_chrome_version: '128', storage: { managed_schema: 'managed-schema.json' } }),
  }),
})
