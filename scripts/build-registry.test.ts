import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'

const HEAD =
  'Service Name,Port Number,Transport Protocol,Description,Assignee,Contact,Registration Date,Modification Date,Reference,Service Code,Unauthorized Use Reported,Assignment Notes'

/** As many made-up services as the registry has rows at least, the last on its last port. */
const WHOLE = [
  HEAD,
  ...Array.from({ length: 13_500 }, (_, i) => `berth-${i},${49_151 - i},tcp,Berth ${i},,,,,,,,`),
].join('\n')

const folder = mkdtempSync(join(tmpdir(), 'porthole registry '))
const out = join(folder, 'iana.txt')
const csv = join(folder, 'iana.csv')

/** Runs the command as npm does; resolves with its exit code and what it printed. */
function run(...args: string[]): Promise<{ code: number; text: string }> {
  const script = fileURLToPath(new URL('./build-registry.ts', import.meta.url))
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, '--out', out, ...args], (error, stdout, stderr) => {
      resolve({ code: error ? 1 : 0, text: stdout + stderr })
    })
  })
}

beforeEach(() => {
  writeFileSync(csv, WHOLE)
  rmSync(out, { force: true })
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('npm run registry', { timeout: 60_000 }, () => {
  it('builds the snapshot from a file and tells what changed', async () => {
    const first = await run('--from', csv)
    expect(first.text).toMatch(/added: \d{5}/)
    writeFileSync(csv, WHOLE.replace('berth-7,', 'pier-7,'))
    const second = await run('--from', csv)
    expect(second.text).toContain('added: 0\nremoved: 0\nrenamed: 1\n  49144/tcp berth-7 -> pier-7')
    expect(readFileSync(out, 'utf8')).toContain('49144\ttcp\tpier-7\tBerth 7')
  })

  it('downloads where no file is given', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/iana.csv') response.end(WHOLE)
      else response.writeHead(404).end()
    }).listen(0, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect((await run('--url', `${site}/iana.csv`)).code).toBe(0)
    expect(readFileSync(out, 'utf8')).toContain('49151\ttcp\tberth-0')
    expect((await run('--url', `${site}/moved.csv`)).text).toContain('answered 404')
    server.close()
    expect((await run('--url', `${site}/iana.csv`)).text).toContain('could not be reached')
  })

  it('refuses a bad file, says so, and leaves the snapshot as it was', async () => {
    writeFileSync(out, '70\ttcp\tquay\tQuay\n')
    writeFileSync(csv, WHOLE.slice(0, WHOLE.length / 2))
    const { code, text } = await run('--from', csv)
    expect(code).toBe(1)
    expect(text).toMatch(/The CSV was refused\. .*cut off/)
    expect(text).toContain('The snapshot is as it was. Get the file again from https://www.iana.org/')
    expect(readFileSync(out, 'utf8')).toBe('70\ttcp\tquay\tQuay\n')
    expect(readdirSync(folder).sort()).toEqual(['iana.csv', 'iana.txt'])
  })

  it('says which file it could not find', async () => {
    expect((await run('--from', join(folder, 'none.csv'))).text).toMatch(/none\.csv.*\nThe snapshot is as it was/s)
  })
})
