import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { builtFor } from '../scripts/launch.mjs'
import { ROOT } from '../scripts/set-up.mjs'
import { KINDS } from './porthole'

const doc = readFileSync(join(ROOT, 'docs', 'permissions.md'), 'utf8')

/** The names in the first column of the table under a heading. */
function named(heading: string): string[] {
  const [, section = ''] = doc.split(`\n## ${heading}\n`)
  const rows = (section.split('\n## ')[0] ?? '').split('\n').filter((line) => line.startsWith('| `'))
  return rows.flatMap((row) => [...(row.split('|')[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? ''))
}

interface Manifest extends Record<string, unknown> {
  readonly permissions: readonly string[]
  readonly host_permissions: readonly string[]
  readonly content_scripts: readonly Record<string, unknown>[]
  readonly content_security_policy: { readonly extension_pages: string }
}

describe.each(KINDS)('the build for %s', (kind) => {
  const folder = builtFor(kind)
  const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  const code = files
    .filter((file) => /\.(?:js|html|css)$/.test(file))
    .map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const)

  test('asks for the permissions that docs/permissions.md gives reasons for, in that order, and no others', () => {
    expect([...manifest.permissions, ...manifest.host_permissions]).toEqual(named('Permissions'))
    expect(manifest).not.toHaveProperty('optional_permissions')
    expect(manifest).not.toHaveProperty('optional_host_permissions')
  })

  test('has the keys in its manifest that docs/permissions.md goes through', () => {
    const others = kind === 'firefox' ? ['minimum_chrome_version', 'storage'] : ['browser_specific_settings']
    const expected = named('The manifest, key by key').filter((key) => !others.includes(key))
    expect(Object.keys(manifest)).toEqual(expected)
    expect(manifest.content_scripts).toHaveLength(1)
    expect(Object.keys(manifest.content_scripts[0] ?? {}).sort()).toEqual(
      ['all_frames', 'css', 'js', 'match_about_blank', 'match_origin_as_fallback', 'matches', 'run_at'].sort(),
    )
  })

  test('has the content security policy that docs/permissions.md quotes, and nothing of it is loose', () => {
    const policy = manifest.content_security_policy.extension_pages
    expect(doc).toContain(`\`\`\`\n${policy}\n\`\`\``)
    expect(policy).toMatch(/^default-src 'none';/)
    expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/)
  })

  test('makes no code of texts, and writes no markup', () => {
    const forbidden =
      /\beval\(|\bnew Function\b|\bFunction\(|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|createContextualFragment|parseFromString|setHTMLUnsafe|setTimeout\(["'`]|javascript:/
    for (const [file, text] of code) expect(forbidden.exec(text)?.[0], file).toBeUndefined()
  })

  test('loads nothing from elsewhere and has no way out', () => {
    const ways = /XMLHttpRequest|WebSocket|WebTransport|RTCPeerConnection|EventSource|sendBeacon|importScripts/
    const remote = /(?:src|href|import|from|url\()\s*[=(]?\s*["'`]?(?:https?:)?\/\/[a-z]/i
    for (const [file, text] of code) {
      expect(ways.exec(text)?.[0], file).toBeUndefined()
      expect(remote.exec(text)?.[0], file).toBeUndefined()
      for (const [, asked] of text.matchAll(/\bfetch\((.{0,40})/g))
        expect(asked, file).toMatch(/^\w+\.runtime\.getURL\(/)
    }
  })

  test('hears no other extension and no message of a page', () => {
    for (const [file, text] of code) {
      expect(
        /on(?:Message|Connect|UserScriptMessage|UserScriptConnect)External|\.onConnect\b/.exec(text)?.[0],
        file,
      ).toBeUndefined()
      if (/^(?:marker|card|background)\.js$/.test(file))
        expect(
          /addEventListener\(["'`](?:message|porthole)|\bonmessage=[^=].{0,40}window/.exec(text)?.[0],
          file,
        ).toBeUndefined()
    }
  })

  test('has no script or style of its own within a page', () => {
    for (const [file, text] of code.filter(([name]) => name.endsWith('.html'))) {
      expect(text.match(/<script(?![^>]*\bsrc="\/)[^>]*>|<style|\son\w+=|\sstyle=/)?.[0], file).toBeUndefined()
    }
  })

  // Each name costs every element of a page a style of its own in Chromium; Firefox needs many.
  test('names no more highlights in the style sheet of marks than it paints', () => {
    const css = code.find(([file]) => file.endsWith('marks.css'))?.[1] ?? ''
    const names = new Set([...css.matchAll(/::highlight\((porthole[\w-]*)\)/g)].map(([, name]) => name))
    expect(names.size).toBe(kind === 'firefox' ? 33 : 2)
  })
})
